import { expect, test } from "vitest";
import type { Observation } from "../model.ts";
import { type Answered, contract, failure, observation, success } from "../testing/observations.ts";
import { describe as inWords, observe } from "./observe.ts";

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
    given: "a code five levels down",
    answer: { status: 400, body: `${"<a>".repeat(6)}<Code>A</Code>${"</a>".repeat(6)}` },
    want: { kind: "error", code: "A" },
  },
  {
    given: "an error behind something else",
    answer: { status: 400, body: "<R><Meta><x/></Meta><Error><Code>A</Code><Message>b</Message></Error></R>" },
    want: { kind: "error", code: "A", message: "b" },
  },
  {
    given: "a code with blanks around it",
    answer: { status: 400, body: failure(" Client.A\n") },
    want: { kind: "error", code: "A", spelled: " Client.A\n" },
  },
  {
    given: "a code that a server's own prefix stands in front of",
    answer: { status: 500, body: failure("Server.InternalError") },
    want: { kind: "error", code: "InternalError", spelled: "Server.InternalError" },
  },
  {
    given: "a code with such a word within",
    answer: { status: 400, body: failure("Bad.Client.A") },
    want: { kind: "error", code: "Bad.Client.A" },
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
  ...["ServiceUnavailable", "Unavailable"].map((code) => ({
    given: `${code}, with a status of the target's own`,
    answer: { status: 500, body: failure(code) },
    want: { kind: "unanswered" as const, why: `throttled: ${code}` },
  })),
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
    answer: { body: success(name, "CreateKeyPair") },
    want: { kind: "output", output: { KeyName: "n" } },
  },
  {
    given: "members in a wrapper, in another case",
    answer: { body: success("<ImportKeyPairResult><KeyName>n</KeyName></ImportKeyPairResult>") },
    want: { kind: "output", output: { KeyName: "n" }, misplaced: [expect.any(String), expect.any(String)] },
  },
  {
    given: "members under a root of its own",
    answer: { body: "<Imported><note/><keyName>n</keyName></Imported>" },
    want: { kind: "output", output: { KeyName: "n" } },
  },
  {
    given: "members in a wrapper under a root of its own",
    answer: { body: "<Imported><note/><data><keyName>n</keyName></data></Imported>" },
    want: { kind: "output", output: { KeyName: "n" } },
  },
  {
    given: "a root of the Query protocol of other services",
    answer: { body: "<ImportKeyPairResult/>" },
    want: { kind: "output", output: {} },
  },
  {
    given: "a document of something else",
    answer: { body: "<html/>" },
    want: { kind: "unreadable", why: `HTTP 200, text/xml;charset=UTF-8, body "<html/>" has the root element html` },
  },
  {
    given: "a root that only begins like one of an answer",
    answer: { body: "<ResponseMetadata/>" },
    want: { kind: "unreadable", document: { name: "ResponseMetadata" } },
  },
  { given: "the last status of a success", answer: { status: 299 }, want: { kind: "output" } },
  { given: "a status below all that are of a success", answer: { status: 199 }, want: { kind: "unreadable" } },
  {
    given: "a document that breaks off",
    answer: { body: success(name).replace(/<\/ImportKeyPairResponse>$/, "") },
    want: { kind: "output", output: { KeyName: "n" }, flaw: expect.stringContaining("unclosed tag") },
  },
  {
    given: "an error in JSON",
    answer: { status: 400, body: '{"__type":"Client.A","message":"b"}' },
    want: { kind: "error", code: "A", spelled: "Client.A", message: "b" },
  },
  {
    given: "an error in JSON, under error, without a message",
    answer: { status: 400, body: ' {"error":{"Code":"A"}}' },
    want: { kind: "error", code: "A", message: "" },
  },
  {
    given: "JSON whose error is a number",
    answer: { status: 400, body: '{"code":7,"error":null}' },
    want: { kind: "unreadable" },
  },
  { given: "JSON that is no object", answer: { status: 400, body: '["code"]' }, want: { kind: "unreadable" } },
  { given: "half a JSON", answer: { status: 400, body: '{"code":"A"' }, want: { kind: "unreadable" } },
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
    given: "what the SDK reads of a document that breaks off",
    answer: {
      body: success(name).replace(/<\/ImportKeyPairResponse>$/, ""),
      parsed: { kind: "output", output: { KeyName: "N" } },
    },
    want: { kind: "output", output: { KeyName: "n" } },
  },
  {
    given: "what the SDK reads of misplaced members",
    answer: { body: success("<KeyName>n</KeyName>"), parsed: { kind: "output", output: {} } },
    want: { kind: "output", output: { KeyName: "n" } },
  },
  {
    given: "what the SDK reads under the root of another action",
    answer: { body: success(name, "CreateKeyPair"), parsed: { kind: "output", output: {} } },
    want: { kind: "output", output: { KeyName: "n" } },
  },
  {
    given: "an answer that the SDK can't read",
    answer: { body: success(name), parsed: { kind: "error", name: "Error", message: "deserialization" } },
    want: { kind: "output", output: { KeyName: "n" } },
  },
  {
    given: "the SDK's reading of an error",
    answer: { status: 400, body: failure("A", "b"), parsed: { kind: "error", name: "A", message: "c" } },
    want: { kind: "error", code: "A", message: "b" },
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
  expect(observation({ status: 500, body: "<html>" })).toMatchObject({ document: { name: "html" } });
  expect(observation({ status: 500, body: "no" })).not.toHaveProperty("document");
});

test("an error in XML keeps its document, one in JSON has none", () => {
  expect(observation({ status: 400, body: failure("A") })).toMatchObject({ document: { name: "Response" } });
  expect(observation({ status: 400, body: '{"code":"A"}' })).not.toHaveProperty("document");
});

test("a flaw is told of what is not well-formed, and of nothing else", () => {
  expect(observation({ status: 400, body: "<a>" })).toHaveProperty("flaw", expect.stringContaining("unclosed tag"));
  expect(observation()).not.toHaveProperty("flaw");
});

test("an exchange of which nothing is known went unanswered", () => {
  const { step, sent, exchange } = observation();
  const { response: _, ...nothing } = exchange;
  expect(observe(contract, step, sent, nothing)).toMatchObject({ kind: "unanswered", why: "no answer" });
});

test("a body is described on one line", () => {
  expect(inWords({ status: 200, headers: {}, body: "a \n\t b" })).toBe(`HTTP 200, no content type, body "a b"`);
});

test("an answer without content type is described as such", () => {
  expect(inWords({ status: 200, headers: {}, body: "x".repeat(100) })).toBe(
    `HTTP 200, no content type, body "${"x".repeat(80)}"`,
  );
});
