import { describes, imported, page, refuses, silent, unreachable } from "../../../testing/key-pair-answers.ts";
import { fail, failure, indeterminate, pass } from "../../../testing/observations.ts";
import { testChecks } from "../../../testing/test-checks.ts";

testChecks([
  { check: "answered", given: "a success", seen: [{}], want: pass },
  { check: "answered", given: "an error", seen: [refuses("InvalidParameterValue", "ImportKeyPair")], want: pass },
  {
    check: "answered",
    given: "500",
    seen: [{ status: 500, body: failure("InternalError") }],
    want: fail("a well-formed answer below 500", "500 InternalError: no"),
  },
  {
    check: "answered",
    given: "a page",
    seen: [{ ...page, status: 500 }],
    want: fail(
      "a well-formed answer below 500",
      'HTTP 500, text/plain, body "bad gateway" is not well-formed XML: 1:11: text data outside of root node.',
    ),
  },
  {
    check: "answered",
    given: "the page of a proxy",
    seen: [page],
    want: indeterminate('HTTP 502, text/plain, body "bad gateway"'),
  },
  {
    check: "answered",
    given: "silence, and an answer when it is said again",
    seen: [silent, { ...imported, step: { id: "again" } }],
    want: pass,
  },
  {
    check: "answered",
    given: "silence, and nobody there when it is said again",
    seen: [silent, { ...unreachable, step: { id: "again" } }],
    want: fail("a well-formed answer below 500", "too late"),
  },
  {
    check: "answered",
    given: "silence, and a throttled answer when it is said again",
    seen: [silent, { status: 503, body: failure("RequestLimitExceeded"), step: { id: "again" } }],
    want: indeterminate("throttled: RequestLimitExceeded"),
  },
  {
    check: "answered",
    given: "no HTTP",
    seen: [{ trouble: { kind: "broken", why: "Parse Error" } }],
    want: fail("a well-formed answer below 500", "Parse Error"),
  },
  {
    check: "answered",
    given: "silence, which it was to provoke",
    seen: [silent],
    want: fail("a well-formed answer below 500", "too late"),
  },
  { check: "answered", given: "no target at all", seen: [unreachable], want: indeterminate("nobody") },

  { check: "still-lives", given: "an answer", seen: [silent, describes()], want: pass },
  {
    check: "still-lives",
    given: "an error",
    seen: [imported, { status: 500, body: failure("InternalError"), action: "DescribeKeyPairs" }],
    want: fail("200 DescribeKeyPairsResponse", "500 InternalError: no"),
  },
  {
    check: "still-lives",
    given: "silence after silence",
    seen: [silent, { ...unreachable, action: "DescribeKeyPairs" }],
    want: fail("200 DescribeKeyPairsResponse after such a request", "nobody"),
  },
  {
    check: "still-lives",
    given: "silence after silence, though the request was answered when it was said again",
    seen: [silent, { ...unreachable, step: { id: "after" } }, { ...imported, step: { id: "again" } }],
    want: indeterminate("nobody"),
  },
  {
    check: "still-lives",
    given: "silence of a target that was never there",
    seen: [unreachable, unreachable],
    want: indeterminate("nobody"),
  },
  {
    check: "still-lives",
    given: "silence after an answer: somebody else's doing",
    seen: [imported, unreachable],
    want: indeterminate("nobody"),
  },
]);
