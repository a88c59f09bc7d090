import { type Answered, fail, failure, notApplicable, pass, requestId, success } from "../../testing/observations.ts";
import { testExchangeChecks } from "../../testing/test-checks.ts";

const duplicate = failure("InvalidKeyPair.Duplicate", "The keypair already exists");
const bare = (root: string, id = requestId): string => `<${root}><requestId>${id}</requestId></${root}>`;
const errorWithId = (id: string): string => failure("InvalidAction").replace(requestId, id);
const other = "aaaaaaaa-35bd-4eac-99ed-be587ed81825";

const noId = { status: 400, body: "<Response><Errors><Error><Code>A</Code></Error></Errors></Response>" };
const garbage: Answered = { trouble: { kind: "broken", why: "Parse Error" } };

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
  {
    check: "request-id-form",
    given: "one with more behind it",
    seen: [{ body: bare("ImportKeyPairResponse", `${requestId}0`) }],
    want: fail("a request id that is a UUID in lower case", `"${requestId}0"`),
  },
  {
    check: "request-id-form",
    given: "one with more in front",
    seen: [{ body: bare("ImportKeyPairResponse", `0${requestId}`) }],
    want: fail("a request id that is a UUID in lower case", `"0${requestId}"`),
  },
  { check: "request-id-form", given: "an error without any", seen: [noId], want: notApplicable },
  {
    check: "request-id-form",
    given: "a page with one",
    seen: [{ status: 404, body: bare("html") }],
    want: notApplicable,
  },
  { check: "request-id-form", given: "no HTTP", seen: [garbage], want: notApplicable },
  { check: "request-id-fresh", given: "two without any", seen: [noId, noId], want: notApplicable },
  {
    check: "request-id-in-header",
    given: "a header, and none in the body",
    seen: [{ ...noId, headers: { "x-amzn-requestid": requestId } }],
    want: notApplicable,
  },
  { check: "request-id-in-header", given: "no HTTP", seen: [garbage], want: notApplicable },
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
