import { expect, test } from "vitest";
import { importKeyPair } from "../actions/import-key-pair/import-key-pair.ts";
import { withCauses } from "../diagnose/with-causes.ts";
import type { Exchange } from "../model.ts";
import type { Report, ReportedCase } from "../report/report.ts";
import { contract } from "../testing/observations.ts";
import { aFifth, bothDrives, mockWith, run } from "../testing/runs.ts";
import { type Verification, verifyReport } from "./verify-report.ts";

/** As it would be read from a file. */
const reread = (report: Report): Report => JSON.parse(JSON.stringify(report)) as Report;
const verify = (report: Report): Verification => verifyReport(contract, importKeyPair, reread(report));

const whole = await run({ target: mockWith("name-256-accepted"), only: [...aFifth.only, "B2MR-*"] });
const shards = await Promise.all(
  [1, 2].map((index) => run({ only: ["name"], shard: { index, of: 2 }, ...bothDrives })),
);
const poor = await run({ target: async () => new Response("<no/>", { status: 500 }), only: ["name", "auth"] });

test.for([
  ["a run of a fifth of all cases", whole],
  ["a shard without its twins", shards[0]],
  ["another shard", shards[1]],
  ["a target that lacks things and answers nonsense", poor],
] as const)("the verdicts of %s are reached again, byte for byte", async (pair) => {
  const report = pair[1] as Report;
  const { differences, report: again, judged, taken } = verify(report);
  expect(differences).toEqual([]);
  expect(JSON.stringify(await withCauses(contract, importKeyPair, again))).toBe(JSON.stringify(report));
  expect(judged).toBeGreaterThan(20);
  expect(taken).toBe(0);
});

const id = "B2MR-256";
const edit = (change: (reported: ReportedCase) => ReportedCase): Report => ({
  ...whole,
  cases: whole.cases.map((one) => (one.id === id ? change(one) : one)),
});
const firstAnswer = (exchanges: readonly Exchange[], change: (body: string) => string): readonly Exchange[] =>
  exchanges.map((exchange, place) =>
    place > 0 || exchange.response === undefined
      ? exchange
      : { ...exchange, response: { ...exchange.response, body: change(exchange.response.body) } },
  );

test.for([
  {
    what: "a verdict",
    given: edit((one) => ({
      ...one,
      verdicts: one.verdicts.map((verdict) => (verdict.verdict === "fail" ? { ...verdict, verdict: "pass" } : verdict)),
    })),
    want: `${id}, B2MR by raw`,
  },
  {
    what: "a verdict that is gone",
    given: edit((one) => ({ ...one, verdicts: one.verdicts.slice(1) })),
    want: `${id}, B2MR by raw`,
  },
  {
    what: "a byte of an answer",
    given: edit((one) => ({ ...one, exchanges: firstAnswer(one.exchanges, (body) => body.replace("<", "?")) })),
    want: `${id}, `,
  },
  {
    what: "a clause",
    given: {
      ...whole,
      clauses: whole.clauses.map((one) => (one.id === "B2MR" ? { ...one, verdict: "pass" as const } : one)),
    },
    want: "clause B2MR",
  },
  { what: "the score", given: { ...whole, score: { ...whole.score, divergence: 0 } }, want: "score" },
])("edited, $what is named", ({ given, want }) => {
  expect(
    verify(given)
      .differences.map(({ where }) => where)
      .join("; "),
  ).toContain(want);
});

test("an answer that is kept in part is said to be, and accuses nobody", () => {
  const cut = `start… [99999 bytes, sha256 ${"0".repeat(64)}]`;
  const { differences, taken } = verify(edit((one) => ({ ...one, exchanges: firstAnswer(one.exchanges, () => cut) })));
  expect(differences).toEqual([]);
  expect(taken).toBe(whole.cases.find((one) => one.id === id)?.verdicts.length);
});
