import { expect, test } from "vitest";
import type { KnownOutcome } from "../../known/match-known.ts";
import type { VerdictKind } from "../../model.ts";
import { attack, hostileReport, obeyedIn } from "../../testing/hostile-report.ts";
import { readMarkdown, tableWidths } from "../../testing/markdown-html.ts";
import { contract } from "../../testing/observations.ts";
import { caseWith, clauseWith, exchangeWith, reportOf } from "../../testing/reports.ts";
import { mockWith, run } from "../../testing/runs.ts";
import { markdown } from "./markdown.ts";

const context = { contract, colour: false };

test.for<{ given: VerdictKind; want: string }>([
  { given: "pass", want: "✅" },
  { given: "fail", want: "❌" },
  { given: "indeterminate", want: "⚠️" },
  { given: "error", want: "💥" },
])("a must that has $given: $want", ({ given, want }) => {
  expect(markdown(reportOf({ clauses: [clauseWith("Q7UC", given)] }), context)).toMatch(
    new RegExp(`^## ${want} ImportKeyPair`),
  );
});

test("a real run: each failing clause has its row, its wire and its repro", async () => {
  const report = await run({ target: mockWith("name-256-accepted", "name-missing-500"), only: ["name"] });
  const page = markdown(report, context);
  const failing = report.clauses.filter(({ verdict }) => verdict === "fail");
  expect(failing.length).toBeGreaterThan(1);
  for (const { id } of failing) {
    expect(page).toContain(`\n| <code>${id}</code> |`);
    expect(page).toContain(`<details><summary><code>${id}</code>`);
  }
  expect(page).toContain("### name");
  expect(page.match(/```http\n> POST /g)).toHaveLength(failing.length);
  expect(page.match(/```sh\n.*curl/g)).toHaveLength(failing.length);
  for (const [head, ...rows] of tableWidths(page)) expect(new Set(rows)).toEqual(new Set([head]));
});

test("what was not observed or skipped is told by its reason", () => {
  const page = markdown(
    reportOf({
      clauses: [
        clauseWith("Q7UC", "indeterminate", { why: "late" }),
        clauseWith("B2MR", "indeterminate", { why: "late" }),
        clauseWith("V4HZ", "skip", { why: "iam: none" }),
      ],
    }),
    context,
  );
  expect(page).toContain("### Not observed\n\n- 2 clauses: <code>late</code>");
  expect(page).toContain("### Skipped\n\n- 1 clause: <code>iam&#58; none</code>");
});

test("known deviations, with the entries to paste", () => {
  const entry = { clause: "Q7UC", reason: "r", review: "2026-01-01" };
  const known: KnownOutcome = {
    exact: false,
    matched: 1,
    unlisted: [{ clause: "B2MR", cases: ["B2MR-256"] }],
    stale: [{ entry, why: "Q7UC-absent passes now" }],
    overdue: [entry],
  };
  const page = markdown(reportOf({ clauses: [clauseWith("B2MR", "fail")] }), { ...context, known });
  expect(page.split("### Known deviations")[1]?.split("### name")[0]).toMatchInlineSnapshot(`
    "

    - 1 clause deviates as listed
    - <code>Q7UC</code> is listed, but <code>Q7UC-absent passes now</code>: remove it, or its case
    - <code>Q7UC</code> was to be reviewed by <code>2026-01-01</code>
    - 1 not listed; to accept them, add:

    \`\`\`yaml
    - clause: B2MR
      case:
        - B2MR-256
      reason: say why
      review: 2027-02-22
    \`\`\`


    "
  `);
});

test("a target's text is text", () => {
  const page = markdown(hostileReport, context);
  expect(obeyedIn(page)).toBeUndefined();
  const { tags, links } = readMarkdown(page);
  expect([...tags].filter((tag) => /^(script|img|h1|em|del|input)$/.test(tag))).toEqual([]);
  expect(links.filter((url) => url.includes("evil"))).toEqual([]);
  for (const [head, ...rows] of tableWidths(page)) expect(new Set(rows)).toEqual(new Set([head]));
});

test("at most 1 MB, and it says what it left out", () => {
  const ids = [...contract.clauses.keys()];
  const long = attack.repeat(20);
  const clauses = Array.from({ length: 4000 }, (_, index) => {
    const id = ids[index % ids.length] ?? "";
    return clauseWith(id, "fail", { cases: [`${id}-x`] });
  });
  const cases = ids.map((id) =>
    caseWith(`${id}-x`, {
      verdicts: [{ clause: id, drive: "raw", verdict: "fail", expected: long, actual: long }],
      exchanges: [exchangeWith({ response: { status: 200, headers: {}, body: long } })],
    }),
  );
  const page = markdown(reportOf({ clauses, cases }), context);
  const bytes = Buffer.byteLength(page);
  expect(bytes).toBeGreaterThan(900_000);
  expect(bytes).toBeLessThan(1_048_576);
  expect(page).toMatch(/\*\*Left out\*\*, .*: \d+ failing clauses, and wire and repro of \d+\./);
});
