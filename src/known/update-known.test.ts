import fc from "fast-check";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import type { VerdictKind } from "../model.ts";
import { caseWith, clauseWith, reportOf } from "../testing/reports.ts";
import { matchKnown } from "./match-known.ts";
import type { KnownDeviation } from "./read-known.ts";
import { entriesToPaste, updateKnown } from "./update-known.ts";

const today = "2026-11-24";
const review = "2027-02-22";

/** A report by clause and case: `{ B2MR: { a: "fail" } }`. */
function report(judged: Readonly<Record<string, Readonly<Record<string, VerdictKind>>>>) {
  return reportOf({
    clauses: Object.keys(judged).map((id) => clauseWith(id, "fail")),
    cases: Object.entries(judged).flatMap(([clause, cases]) =>
      Object.entries(cases).map(([id, verdict]) =>
        caseWith(`${clause}-${id}`, {
          verdicts: [
            { clause, drive: "raw", verdict, ...(verdict === "fail" && { expected: "this", actual: "that" }) },
          ],
        }),
      ),
    ),
  });
}

test("makes a file of what fails, and of nothing else", () => {
  const text = updateKnown(
    undefined,
    report({ B2MR: { a: "fail", b: "fail" }, Q7UC: { c: "fail", d: "pass" }, E2YW: { e: "pass" } }),
    today,
  );
  expect(text).toBe(`# Known deviations: see "ec2-contract test --known FILE". The reasons are yours to write.
- clause: B2MR
  reason: expected this, was that
  review: ${review}
- clause: Q7UC
  case:
    - Q7UC-c
  reason: expected this, was that
  review: ${review}
`);
});

test("a target that deviates in nothing has an empty file", () => {
  expect(parse(updateKnown(undefined, report({ B2MR: { a: "pass" } }), today))).toEqual([]);
});

test("keeps reasons, links and comments, and sets the review", () => {
  const before = `# of the whole team
- clause: B2MR # seen first in 2025
  # why it takes so long
  reason: they won't
  link: https://example.test/1
  review: 2026-01-01
`;
  expect(updateKnown(before, report({ B2MR: { a: "fail" } }), today)).toBe(before.replace("2026-01-01", review));
});

test.for<{ given: string; before: string; judged: Parameters<typeof report>[0]; want: unknown }>([
  {
    given: "what passes is gone",
    before: "- { clause: B2MR, reason: r, review: 2026-01-01 }",
    judged: { B2MR: { a: "pass" } },
    want: [],
  },
  {
    given: "what passes in part is listed by its cases",
    before: "- { clause: B2MR, reason: r, review: 2026-01-01 }",
    judged: { B2MR: { a: "fail", b: "pass" } },
    want: [{ clause: "B2MR", reason: "r", review, case: ["B2MR-a"] }],
  },
  {
    given: "what fails altogether needs no cases",
    before: "- { clause: B2MR, case: B2MR-a, reason: r, review: 2026-01-01 }",
    judged: { B2MR: { a: "fail", b: "fail" } },
    want: [{ clause: "B2MR", reason: "r", review }],
  },
  {
    given: "what was not judged stays",
    before: "- { clause: B2MR, reason: r, review: 2026-01-01 }",
    judged: { Q7UC: { a: "pass" } },
    want: [{ clause: "B2MR", reason: "r", review: "2026-01-01" }],
  },
  {
    given: "what was skipped stays",
    before: "- { clause: B2MR, reason: r, review: 2026-01-01 }",
    judged: { B2MR: { a: "skip" } },
    want: [{ clause: "B2MR", reason: "r", review: "2026-01-01" }],
  },
  {
    given: "a listed case that was not run stays beside one that fails",
    before: "- { clause: B2MR, case: [B2MR-a, B2MR-b], reason: r, review: 2026-01-01 }",
    judged: { B2MR: { a: "fail", c: "pass" } },
    want: [{ clause: "B2MR", case: ["B2MR-a", "B2MR-b"], reason: "r", review }],
  },
  {
    given: "another target's entry stays, and ours is added",
    before: "- { clause: B2MR, target: moto, reason: r, review: 2026-01-01 }",
    judged: { B2MR: { a: "fail" } },
    want: [
      { clause: "B2MR", target: "moto", reason: "r", review: "2026-01-01" },
      { clause: "B2MR", reason: "expected this, was that", review },
    ],
  },
  {
    given: "a flaky entry stays as it is",
    before: "- { clause: B2MR, reason: r, review: 2026-12-24, flaky: true }",
    judged: { B2MR: { a: "pass" } },
    want: [{ clause: "B2MR", reason: "r", review: "2026-12-24", flaky: true }],
  },
  {
    given: "what fails beside a flaky case is added",
    before: "- { clause: B2MR, case: B2MR-a, reason: r, review: 2026-12-24, flaky: true }",
    judged: { B2MR: { a: "pass", b: "fail" } },
    want: [
      { clause: "B2MR", case: "B2MR-a", reason: "r", review: "2026-12-24", flaky: true },
      { clause: "B2MR", case: ["B2MR-b"], reason: "expected this, was that", review },
    ],
  },
  {
    given: "a flaky case that fails is not listed again",
    before: "- { clause: B2MR, case: B2MR-a, reason: r, review: 2026-12-24, flaky: true }",
    judged: { B2MR: { a: "fail", b: "pass" } },
    want: [{ clause: "B2MR", case: "B2MR-a", reason: "r", review: "2026-12-24", flaky: true }],
  },
  {
    given: "a flaky clause that fails is not listed again, and has its review in time",
    before: "- { clause: B2MR, reason: r, review: 2026-12-24, flaky: true }",
    judged: { B2MR: { a: "fail", b: "fail" } },
    want: [{ clause: "B2MR", reason: "r", review: "2026-12-24", flaky: true }],
  },
  {
    given: "what fails beside a flaky case that fails too is added by its cases",
    before: "- { clause: B2MR, case: B2MR-a, reason: r, review: 2026-12-24, flaky: true }",
    judged: { B2MR: { a: "fail", b: "fail" } },
    want: [
      { clause: "B2MR", case: "B2MR-a", reason: "r", review: "2026-12-24", flaky: true },
      { clause: "B2MR", case: ["B2MR-b"], reason: "expected this, was that", review },
    ],
  },
  {
    given: "a further case stands beside those that are listed",
    before: "- { clause: B2MR, case: B2MR-a, reason: r, review: 2026-01-01 }",
    judged: { B2MR: { a: "fail", b: "fail", c: "pass" } },
    want: [{ clause: "B2MR", case: ["B2MR-a", "B2MR-b"], reason: "r", review }],
  },
  {
    given: "a listed case that was not run keeps its entry one of cases",
    before: "- { clause: B2MR, case: B2MR-a, reason: r, review: 2026-01-01 }",
    judged: { B2MR: { b: "fail" } },
    want: [{ clause: "B2MR", case: ["B2MR-a", "B2MR-b"], reason: "r", review }],
  },
  {
    given: "a listed case that was not observed keeps its review",
    before: "- { clause: B2MR, case: B2MR-a, reason: r, review: 2026-01-01 }",
    judged: { B2MR: { a: "indeterminate", b: "pass" } },
    want: [{ clause: "B2MR", case: "B2MR-a", reason: "r", review: "2026-01-01" }],
  },
  {
    given: "what is no entry stays",
    before: "- just a line\n-\n- { clause: B2MR, reason: r, review: 2026-01-01 }",
    judged: { B2MR: { a: "pass" } },
    want: ["just a line", null],
  },
  {
    given: "two entries of one clause keep their two reasons",
    before:
      "- { clause: B2MR, case: B2MR-a, reason: r1, review: 2026-01-01 }\n- { clause: B2MR, case: B2MR-b, reason: r2, review: 2026-01-01 }",
    judged: { B2MR: { a: "fail", b: "fail", c: "pass" } },
    want: [
      { clause: "B2MR", case: "B2MR-a", reason: "r1", review },
      { clause: "B2MR", case: "B2MR-b", reason: "r2", review },
    ],
  },
])("$given", ({ before, judged, want }) => {
  expect(parse(updateKnown(before, report(judged), today))).toEqual(want);
});

test("an empty file, and one of comments only, are filled", () => {
  for (const before of ["", "# soon\n", "[]\n"]) {
    expect(parse(updateKnown(before, report({ B2MR: { a: "fail" } }), today))).toMatchObject([{ clause: "B2MR" }]);
  }
});

test("a long reason stays on its line", () => {
  const before = `- clause: B2MR\n  reason: ${"because of this and that, ".repeat(10)}and so on\n  review: ${review}\n`;
  expect(updateKnown(before, report({ B2MR: { a: "fail" } }), today)).toBe(before);
});

test("the reason is what the first failure of the clause said", () => {
  const verdicts = [
    { clause: "Q7UC", drive: "raw", verdict: "fail", expected: "q", actual: "r" },
    { clause: "B2MR", drive: "raw", verdict: "pass", expected: "x", actual: "y" },
    { clause: "B2MR", drive: "sdk", verdict: "fail", expected: "e", actual: "f" },
  ] as const;
  const bare = { clause: "E2YW", drive: "raw", verdict: "fail" } as const;
  const text = updateKnown(undefined, reportOf({ cases: [caseWith("a", { verdicts: [...verdicts, bare] })] }), today);
  expect(parse(text)).toMatchObject([
    { clause: "Q7UC", reason: "expected q, was r" },
    { clause: "B2MR", reason: "expected e, was f" },
    { clause: "E2YW", reason: "expected , was " },
  ]);
});

test("entries to paste name clause and cases, and their review in 90 days, for somebody to say why", () => {
  const many = Array.from({ length: 20 }, (_, at) => `Q7UC-${at}`);
  const text = entriesToPaste(report({}), [{ clause: "B2MR" }, { clause: "Q7UC", cases: many }]);
  expect(text).toBe(`- clause: B2MR
  reason: say why
  review: ${review}
- clause: Q7UC
  case:
${many.map((id) => `    - ${id}`).join("\n")}
  reason: say why
  review: ${review}`);
});

test("a reason is short enough to be read, and is YAML whatever the target said", () => {
  const said = `- : "'#\n${"x".repeat(500)}`;
  const failed = reportOf({
    cases: [
      caseWith("B2MR-a", {
        verdicts: [{ clause: "B2MR", drive: "raw", verdict: "fail", expected: "e", actual: said }],
      }),
    ],
  });
  const [entry] = parse(updateKnown(undefined, failed, today)) as KnownDeviation[];
  expect(entry?.reason).toContain("- : \"'#");
  expect(entry?.reason.length).toBeLessThanOrEqual(300);
});

const clauseIds = ["B2MR", "Q7UC"];
const verdict = fc.constantFrom<VerdictKind>("fail", "pass", "skip", "indeterminate");
const judgements = fc.record(
  Object.fromEntries(clauseIds.map((id) => [id, fc.dictionary(fc.constantFrom("a", "b", "c"), verdict)])),
);
const entries = fc.array(
  fc
    .record({
      clause: fc.constantFrom(...clauseIds),
      cases: fc.subarray(["a", "b", "c"]),
      flaky: fc.boolean(),
      target: fc.constantFrom(undefined, "small", "moto"),
    })
    .map(({ clause, cases, flaky, target }) => ({
      clause,
      ...(cases.length > 0 && { case: cases.map((id) => `${clause}-${id}`) }),
      ...(target !== undefined && { target }),
      reason: "r",
      review: "2027-01-01",
      ...(flaky && { flaky }),
    })),
  { maxLength: 4 },
);

test("law: after an update the run deviates exactly as listed, and another update changes nothing", () => {
  fc.assert(
    fc.property(entries, judgements, (before, judged) => {
      const given = report(judged);
      const text = updateKnown(stringify(before), given, today);
      expect(matchKnown(parse(text) as KnownDeviation[], given, today)).toMatchObject({
        unlisted: [],
        stale: [],
        overdue: [],
        exact: true,
      });
      expect(updateKnown(text, given, today)).toBe(text);
    }),
  );
});
