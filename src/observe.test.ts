import { expect, test } from "vitest";
import type { Observation } from "./model.ts";
import { describe as inWords } from "./observe.ts";
import { type Answered, failure, observation, success } from "./testing/observations.ts";

type Shown = { readonly kind: Observation["kind"] } & Readonly<Record<string, unknown>>;

const name = "<keyName>n</keyName>";

const rows: readonly { readonly given: string; readonly answer: Answered; readonly want: Shown }[] = [
  {
    given: "a success",
    answer: { body: success(name) },
    want: { kind: "output", output: { KeyName: "n" }, extras: [] },
  },
  {
    given: "a success with more",
    answer: { body: success("<x/>") },
    want: { kind: "output", output: {}, extras: ["ImportKeyPairResponse/x"] },
  },
  { given: "another success status", answer: { status: 202 }, want: { kind: "output" } },
  {
    given: "an error",
    answer: { status: 400, body: failure("A", "b") },
    want: { kind: "error", code: "A", message: "b" },
  },
  {
    given: "an error with status 200",
    answer: { body: failure("A", "b") },
    want: { kind: "error", code: "A", message: "b" },
  },
  {
    given: "an error in the envelope of other services",
    answer: { status: 400, body: "<ErrorResponse><Error><Code>A</Code></Error></ErrorResponse>" },
    want: { kind: "error", code: "A", message: "" },
  },
  {
    given: "a code at the root",
    answer: { status: 400, body: "<Error><Code>A</Code><Message>b</Message></Error>" },
    want: { kind: "error", code: "A", message: "b" },
  },
  {
    given: "a code of somebody else, far down",
    answer: { status: 400, body: `${"<a>".repeat(7)}<Code>A</Code>${"</a>".repeat(7)}` },
    want: { kind: "unreadable" },
  },
  {
    given: "throttling with a status of the target's own",
    answer: { status: 400, body: failure("Throttling") },
    want: { kind: "unanswered", why: "throttled: Throttling" },
  },
  ...[429, 502, 503, 504].map((status) => ({
    given: `the page of a proxy with ${status}`,
    answer: { status, body: "<html>", headers: { "content-type": "text/html" } },
    want: { kind: "unanswered" as const, why: `HTTP ${status}, text/html, body "<html>"` },
  })),
  {
    given: "an overload that is an error of nobody",
    answer: { status: 503, body: failure("Overloaded") },
    want: { kind: "unanswered" },
  },
  {
    given: "a refusal that EC2 knows, with the status of an overload",
    answer: { status: 503, body: failure("InvalidKeyPair.Duplicate") },
    want: { kind: "error", code: "InvalidKeyPair.Duplicate" },
  },
  {
    given: "the crash of a target",
    answer: { status: 500, body: failure("InternalError") },
    want: { kind: "error", code: "InternalError" },
  },
  {
    given: "the crash of a target, as a page",
    answer: { status: 500, body: "<html>" },
    want: { kind: "unreadable" },
  },
  {
    given: "throttling",
    answer: { status: 503, body: failure("RequestLimitExceeded") },
    want: { kind: "unanswered", why: "throttled: RequestLimitExceeded" },
  },
  {
    given: "the root of another action",
    answer: { body: success("", "DeleteKeyPair") },
    want: { kind: "unreadable", why: expect.stringContaining("has the root element DeleteKeyPairResponse") },
  },
  {
    given: "the right root with status 500",
    answer: { status: 500 },
    want: { kind: "unreadable", why: expect.stringContaining("HTTP 500") },
  },
  {
    given: "a redirect",
    answer: { status: 302, body: "", headers: { location: "http://x.test/" } },
    want: {
      kind: "unreadable",
      why: expect.stringContaining("HTTP 302 to http://x.test/ (redirects are not followed)"),
    },
  },
  {
    given: "nothing",
    answer: { body: "" },
    want: {
      kind: "unreadable",
      why: "HTTP 200, text/xml;charset=UTF-8, empty body is not well-formed XML: 1:0: document must contain a root element.",
    },
  },
  {
    given: "a page",
    answer: { status: 404, body: "<p>\nno", headers: { "content-type": "text/html" } },
    want: {
      kind: "unreadable",
      why: expect.stringMatching(/^HTTP 404, text\/html, body "<p> no" is not well-formed XML/),
    },
  },
  {
    given: "no HTTP",
    answer: { trouble: { kind: "broken", why: "Parse Error" } },
    want: { kind: "unreadable", why: "Parse Error" },
  },
  ...(["timeout", "reset", "unreachable", "not-sent"] as const).map((kind) => ({
    given: kind,
    answer: { trouble: { kind, why: "so" } },
    want: { kind: "unanswered" as const, why: "so" },
  })),

  {
    given: "what the SDK reads",
    answer: { body: success(name), parsed: { kind: "output", output: { KeyName: "N" } } },
    want: { kind: "output", output: { KeyName: "N" } },
  },
  {
    given: "an answer that the SDK can't read",
    answer: { body: success(name), parsed: { kind: "error", name: "Error", message: "deserialization" } },
    want: { kind: "unreadable", why: "the SDK could not read the answer: deserialization" },
  },
  {
    given: "the SDK's reading of an error",
    answer: { status: 400, body: failure("A", "b"), parsed: { kind: "error", name: "A", message: "c" } },
    want: { kind: "error", code: "A", message: "c" },
  },
  {
    given: "an error on which the SDK chokes",
    answer: { status: 400, body: failure("A", "b"), parsed: { kind: "error", name: "Error", message: "?" } },
    want: { kind: "error", code: "A", message: "b" },
  },
];

test.for(rows)("$given is observed", ({ answer, want }) => {
  expect(observation(answer)).toMatchObject(want);
});

test("the document is kept wherever there is one", () => {
  expect(observation({ status: 500, body: "<html/>" })).toMatchObject({ document: { name: "html" } });
  expect(observation({ status: 500, body: "<html>" })).not.toHaveProperty("document");
});

test("an answer without content type is described as such", () => {
  expect(inWords({ status: 200, headers: {}, body: "x".repeat(100) })).toBe(
    `HTTP 200, no content type, body "${"x".repeat(80)}"`,
  );
});
