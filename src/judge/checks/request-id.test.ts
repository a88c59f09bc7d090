import { fail, failure, notApplicable, pass, requestId, success } from "../../testing/observations.ts";
import { testExchangeChecks } from "../../testing/test-checks.ts";

const duplicate = failure("InvalidKeyPair.Duplicate", "The keypair already exists");
const bare = (root: string, id = requestId): string => `<${root}><requestId>${id}</requestId></${root}>`;
const errorWithId = (id: string): string => failure("InvalidAction").replace(requestId, id);
const other = "aaaaaaaa-35bd-4eac-99ed-be587ed81825";

testExchangeChecks([
  { check: "request-id-present", given: "a requestId", seen: [{}], want: pass },
  {
    check: "request-id-present",
    given: "none",
    seen: [{ body: "<ImportKeyPairResponse/>" }],
    want: fail("a requestId", "no requestId in the answer"),
  },
  {
    check: "request-id-present",
    given: "an empty one",
    seen: [{ body: bare("ImportKeyPairResponse", "") }],
    want: fail("a requestId", "no requestId in the answer"),
  },
  { check: "request-id-present", given: "an error", seen: [{ status: 400, body: duplicate }], want: notApplicable },

  { check: "request-id-form", given: "a UUID", seen: [{}], want: pass },
  { check: "request-id-form", given: "a UUID in an error", seen: [{ status: 400, body: duplicate }], want: pass },
  {
    check: "request-id-form",
    given: "one in upper case",
    seen: [{ body: success().replace(requestId, requestId.toUpperCase()) }],
    want: fail("a request id that is a UUID in lower case", `"${requestId.toUpperCase()}"`),
  },
  {
    check: "request-id-form",
    given: "something else",
    seen: [{ status: 400, body: errorWithId("req-1") }],
    want: fail("a request id that is a UUID in lower case", '"req-1"'),
  },
  { check: "request-id-form", given: "none", seen: [{ body: "<ImportKeyPairResponse/>" }], want: notApplicable },

  { check: "request-id-fresh", given: "two", seen: [{}, { status: 400, body: errorWithId(other) }], want: pass },
  {
    check: "request-id-fresh",
    given: "one twice",
    seen: [{}, { status: 400, body: duplicate }],
    want: fail("a request id of its own for each request", `"${requestId}" again`),
  },
  { check: "request-id-fresh", given: "one", seen: [{}], want: notApplicable },
  { check: "request-id-fresh", given: "none", seen: [{ body: "<ImportKeyPairResponse/>" }], want: notApplicable },

  {
    check: "request-id-in-header",
    given: "the same",
    seen: [{ headers: { "x-amzn-requestid": requestId } }],
    want: pass,
  },
  {
    check: "request-id-in-header",
    given: "another",
    seen: [{ status: 400, body: duplicate, headers: { "x-amzn-requestid": other } }],
    want: fail(`x-amzn-requestid: ${requestId}, as in the body`, `x-amzn-requestid: ${other}`),
  },
  { check: "request-id-in-header", given: "no header", seen: [{}], want: notApplicable },
]);
