import type { Clause } from "../model.ts";
import { describeClause, standing } from "../report/describe-clause.ts";
import { failuresByCause } from "../report/findings.ts";
import type { Report } from "../report/report.ts";
import type { Contract } from "../spec/contract.ts";
import { type FailingTest, failingTest, type Made } from "./failing-test.ts";
import { beginningOf, furtherHelpers, helpers } from "./helpers.ts";
import { comment, quoted } from "./say.ts";
import { typescript } from "./typescript.ts";

/**
 * A file of tests for vitest that fails as the run did, for the repository of the emulator's author: one test for each
 * clause that failed. It imports nothing but vitest and Node's own. Pure. Undefined where nothing failed.
 */
export function emitVitest(of: Omit<Made, "language">): string | undefined {
  const { report, contract } = of;
  const from = { ...of, language: typescript(report.run.id) };
  const found = failuresByCause(report).flatMap(({ id, verdict }) => {
    const clause = contract.clauses.get(id);
    const made = clause && verdict === "fail" ? failingTest(from, clause) : undefined;
    return clause && made ? [{ clause, made }] : [];
  });
  if (found.length === 0) return undefined;
  const tests = found.flatMap(({ clause, made }) => (made.kind === "test" ? [testOf(contract, clause, made)] : []));
  const left = found.flatMap(({ clause, made }) =>
    made.kind === "not"
      ? [comment(`${clause.id}  ${clause.text}`), comment(`      not here, as ${made.why}: ${made.reported.id}`)]
      : [],
  );
  const { materials, body } = hoist(tests.join("\n"));
  const more = Object.entries(furtherHelpers).filter(([word]) => neededIn(body).has(word));
  return [
    ...heading(report),
    ...(left.length === 0 ? [] : ["//", "// What also failed, and is no plain test:", ...left]),
    "",
    ...beginningOf(report),
    ...materials,
    "",
    [helpers, ...more.map(([, helper]) => helper)].join("\n"),
    body,
  ].join("\n");
}

/** Key material that several tests send, as constants: it is long, and nobody reads it. */
function hoist(tests: string): { readonly materials: readonly string[]; readonly body: string } {
  // In a longer literal the quotation mark would have a backslash before it.
  const sent = /(?<=\bPublicKeyMaterial: )"[A-Za-z0-9+/=]{100,}"/g;
  const counted = Map.groupBy(tests.match(sent) ?? [], (material) => material);
  const names = new Map(
    [...counted].filter(([, all]) => all.length > 1).map(([material], index) => [material, `material${index + 1}`]),
  );
  return {
    materials: [...names].map(([material, name]) => `const ${name} = ${material};`),
    body: tests.replace(sent, (material) => names.get(material) ?? material),
  };
}

/** The helpers that tests use, and those that these use. */
function neededIn(body: string): ReadonlySet<string> {
  const words = Object.keys(furtherHelpers);
  const used = new Set(words.filter((word) => new RegExp(`\\b${word.slice(0, -1)}\\(`).test(body)));
  for (const word of used) for (const other of words) if (furtherHelpers[word]?.includes(other)) used.add(other);
  return used;
}

function heading({ target, run, tool, contract }: Report): readonly string[] {
  const version = target.version === undefined ? "" : ` ${target.version}`;
  return [
    comment(
      `Where ${target.name}${version} differs from EC2's ${contract.action}: each test fails until it does as EC2 does.`,
    ),
    comment(`Made by ${tool.name} ${tool.version} (--emit vitest=FILE) from its run of ${run.startedAt.slice(0, 10)}.`),
    "// Set EC2_ENDPOINT to the URL of the emulator. What a test makes, it deletes.",
  ];
}

function testOf(contract: Contract, clause: Clause, made: FailingTest & { readonly kind: "test" }): string {
  const { reported, verdict, lines } = made;
  const cited = [clause.documented, clause.observed].flatMap((grounds) => grounds?.sources ?? []);
  const sources = cited.flatMap((id) => contract.sources.get(id) ?? []);
  const isInferred = clause.inferred !== undefined;
  return [
    comment(`${clause.id} · ${clause.area} · ${standing(describeClause(clause))}: ${clause.text}`),
    comment(`expected  ${verdict.expected ?? ""}`),
    comment(`was       ${verdict.actual ?? ""}`),
    comment(`case      ${reported.id}, ${verdict.drive === "sdk" ? "as the AWS SDK said it" : "said raw"}`),
    ...sources.map(({ title, date, quote, url }) =>
      comment(`source    ${title} (${date}): "${quote}"${url === undefined ? "" : ` ${url}`}`, 600),
    ),
    ...(isInferred ? [comment(`inferred  ${clause.inferred}`, 600)] : []),
    `test(${quoted(`${clause.id}: ${reported.title}`)}, async () => {`,
    ...lines.map((line) => `  ${line}`),
    "});",
    "",
  ].join("\n");
}
