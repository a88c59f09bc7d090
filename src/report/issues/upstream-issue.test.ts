import { expect, test } from "vitest";
import { attack, hostileReport, obeyedIn } from "../../testing/hostile-report.ts";
import { readMarkdown } from "../../testing/markdown-html.ts";
import { contract } from "../../testing/observations.ts";
import { caseWith, clauseWith, exchangeWith, reportOf } from "../../testing/reports.ts";
import { upstreamIssue } from "./upstream-issue.ts";

const cause = {
  faults: ["name-length-unlimited"],
  title: "A name of any length is accepted.",
  advice: "Refuse names of more than 255 characters.",
  clauses: ["B2MR"],
  cases: 2,
};
const failing = (id: string, steps: readonly string[], curl: string | null) =>
  caseWith(id, {
    verdicts: [{ clause: "B2MR", drive: "raw", verdict: "fail", expected: "a refusal", actual: `what ${id} got` }],
    exchanges: steps.map((step) => exchangeWith({ step })),
    repro: { curl, aws: null },
  });
const report = reportOf({
  target: { name: "small", endpoint: "http://small.test/", version: "1.2" },
  clauses: [clauseWith("B2MR", "fail")],
  cases: [failing("long", ["one", "two", "cleanup"], "curl long"), failing("short", ["one", "cleanup"], "curl short")],
});

test("one cause: what AWS does with its sources, the smallest example, how to see it mended", () => {
  const text = upstreamIssue(report, cause, contract);
  expect(text.split("\n")[0]).toBe("# ImportKeyPair: A name of any length is accepted.");
  expect(text).toContain("Refuse names of more than 255 characters.");
  expect(text).toContain("(B2MR, must · firm)");
  expect(text).toMatch(/> “.+” \(\[/);
  expect(text).toContain("what short got");
  expect(text).toContain("curl short");
  expect(text).not.toContain("what long got");
  expect(text).toContain("ec2-contract test http://small.test/ --only B2MR");
});

test.for([
  { given: { emulator: "moto" }, want: "The same was seen in moto" },
  { given: { emulator: "small" }, want: undefined },
  { given: { emulator: "moto", link: "https://moto.test/1" }, want: "<https://moto.test/1>" },
])("known from $given", ({ given, want }) => {
  const text = upstreamIssue(report, { ...cause, knownFrom: given }, contract);
  if (want === undefined) expect(text).not.toContain("The same was seen");
  else expect(text).toContain(want);
});

test.for([
  {
    what: "the newest request that can be pasted",
    cases: [failing("a", ["one"], null), failing("b", ["one", "two"], "curl b")],
    want: "what b got",
  },
  {
    what: "what no command can say, where nothing else is red",
    cases: [failing("a", ["one"], null)],
    want: "what a got",
  },
])("the example is $what", ({ cases, want }) => {
  expect(upstreamIssue({ ...report, cases }, cause, contract)).toContain(want);
});

test("a case of the cause's own is the example, and a test stands beside it", () => {
  const test = { file: "test_a.py", text: "def test_a():\n    pass\n" };
  const text = upstreamIssue(report, cause, contract, { belongs: ({ case: id }) => id === "long", test });
  expect(text).toContain("what long got");
  expect(text).not.toContain("what short got");
  expect(text).toContain("As a test for pytest, `test_a.py`:\n\n```python\ndef test_a():\n    pass\n```");
});

test("what another failure hides is the example where there is nothing else", () => {
  const hidden = report.cases.map((one) => ({
    ...one,
    verdicts: one.verdicts.map((verdict) => ({ ...verdict, verdict: "indeterminate" as const, blockedBy: "Z3R6" })),
  }));
  expect(upstreamIssue({ ...report, cases: hidden }, cause, contract)).toContain("what short got");
});

test("a target's text is text", () => {
  const text = upstreamIssue(hostileReport, { ...cause, title: attack, advice: attack }, contract);
  expect(obeyedIn(text)).toBeUndefined();
  const { tags, links } = readMarkdown(text);
  expect([...tags].filter((tag) => /^(script|img|em|del|input)$/.test(tag))).toEqual([]);
  expect(links.filter((url) => url.includes("evil"))).toEqual([]);
});
