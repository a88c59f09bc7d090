import type { Expectation } from "../../model.ts";
import { type Answered, fail, failure, indeterminate, pass, success } from "../../testing/observations.ts";
import { testExchangeChecks } from "../../testing/test-checks.ts";

const silent: Answered = { trouble: { kind: "timeout", why: "no complete answer within 5 ms" } };
const refusal: Expectation = { refused: { status: 400, codes: ["InvalidKey.Format", "InvalidKeyPair.Format"] } };

testExchangeChecks([
  { check: "accepted", given: "a success", seen: [{}], want: pass },
  {
    check: "accepted",
    given: "a success with another status, which is another clause's business",
    seen: [{ status: 201 }],
    want: pass,
  },
  {
    check: "accepted",
    given: "an error",
    seen: [{ status: 400, body: failure("InvalidKey.Format") }],
    want: fail("200 ImportKeyPairResponse", "400 InvalidKey.Format: no"),
  },
  {
    check: "accepted",
    given: "an answer under another root, which is another clause's business",
    seen: [{ body: success("", "DeleteKeyPair") }],
    want: pass,
  },
  { check: "accepted", given: "silence", seen: [silent], want: indeterminate("no complete answer within 5 ms") },
  {
    check: "accepted",
    given: "throttling",
    seen: [{ status: 503, body: failure("RequestLimitExceeded") }],
    want: indeterminate("throttled: RequestLimitExceeded"),
  },

  {
    check: "refused",
    given: "the first code",
    seen: [{ status: 400, body: failure("InvalidKey.Format") }],
    expect: refusal,
    want: pass,
  },
  {
    check: "refused",
    given: "the second code",
    seen: [{ status: 400, body: failure("InvalidKeyPair.Format") }],
    expect: refusal,
    want: pass,
  },
  {
    check: "refused",
    given: "another code",
    seen: [{ status: 400, body: failure("InvalidParameterValue", "bad") }],
    expect: refusal,
    want: fail("400 InvalidKey.Format or InvalidKeyPair.Format", "400 InvalidParameterValue: bad"),
  },
  {
    check: "refused",
    given: "another status, which is another clause's business",
    seen: [{ status: 409, body: failure("InvalidKey.Format") }],
    expect: refusal,
    want: pass,
  },
  {
    check: "refused",
    given: "a code whose status nobody recorded, with the status that is wanted",
    seen: [{ status: 400, body: failure("InvalidHttpRequest") }],
    expect: { refused: { status: "4xx", codes: ["InvalidHttpRequest"] } },
    want: pass,
  },
  {
    check: "refused",
    given: "a code whose status nobody recorded, with another one",
    seen: [{ status: 500, body: failure("InvalidHttpRequest") }],
    expect: { refused: { status: "4xx", codes: ["InvalidHttpRequest"] } },
    want: fail("4xx InvalidHttpRequest", "500 InvalidHttpRequest: no"),
  },
  {
    check: "refused",
    given: "a code that EC2 does not have, with another status",
    seen: [{ status: 403, body: failure("toString") }],
    expect: { refused: { status: 400, codes: ["toString"] } },
    want: fail("400 toString", "403 toString: no"),
  },
  {
    check: "refused",
    given: "a refusal where none is described",
    seen: [{ status: 400, body: failure("InvalidKey.Format") }],
    want: fail("a refusal", "400 InvalidKey.Format: no"),
  },
  {
    check: "refused",
    given: "a success",
    seen: [{}],
    expect: refusal,
    want: fail("400 InvalidKey.Format or InvalidKeyPair.Format", "200 ImportKeyPairResponse"),
  },
  {
    check: "refused",
    given: "a page",
    seen: [{ status: 400, body: "<html>", headers: { "content-type": "text/html" } }],
    expect: refusal,
    want: fail(
      "400 InvalidKey.Format or InvalidKeyPair.Format",
      'HTTP 400, text/html, body "<html>" is not well-formed XML: 1:6: unclosed tag: html',
    ),
  },
  {
    check: "refused",
    given: "silence",
    seen: [silent],
    expect: refusal,
    want: indeterminate("no complete answer within 5 ms"),
  },
]);
