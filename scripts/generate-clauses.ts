import { faults } from "../src/actions/import-key-pair/faults/faults.ts";
import { importKeyPair } from "../src/actions/import-key-pair/import-key-pair.ts";
import { areas, type Case, type Clause, type Expectation, type Grounds } from "../src/model.ts";
import { plan } from "../src/plan/plan.ts";
import { describeClause, standing } from "../src/report/describe-clause.ts";
import type { Contract } from "../src/spec/contract.ts";
import { isOpen } from "../src/spec/grounds.ts";

/** Cases of a clause that are named; the rest is counted. */
const mostCases = 5;

/** The page that bug reports link to: every clause with its grounds, cases and faults, under an anchor. Pure. */
export function generateClauses(contract: Contract): string {
  const cases = plan(contract, importKeyPair);
  const clauses = [...contract.clauses.values()];
  const open = clauses.filter(isOpen).length;
  const sections = areas.flatMap((area) => {
    const members = clauses.filter((clause) => clause.area === area);
    return members.length === 0 ? [] : [`## ${area}\n`, ...members.map((clause) => section(contract, cases, clause))];
  });
  return `# The clauses of ${contract.action}

<!-- Made by scripts/generate.ts: do not edit, run "npm run generate". -->

${clauses.length} clauses, ${open} of them open: nobody knows what AWS does there, so their cases run and judge nobody.
A must fails a run; a should or a may does with \`--level\`. The anchor of a clause is its id: \`docs/clauses.md#Q7UC\`.

${areas
  .flatMap((area) =>
    indexLine(
      area,
      clauses.filter((clause) => clause.area === area),
    ),
  )
  .join("\n")}

${sections.join("\n")}`;
}

function indexLine(area: string, clauses: readonly Clause[]): string[] {
  return clauses.length === 0 ? [] : [`- ${area}: ${clauses.map(({ id }) => `[${id}](#${id})`).join(" ")}`];
}

function section(contract: Contract, cases: readonly Case[], clause: Clause): string {
  const { id, text, needs, documented, observed, inferred, constraints } = clause;
  const lines = [
    ...(isOpen(clause) ? ["- **Open**: nobody knows."] : []),
    ...grounds(contract, "Documented", clause, documented),
    ...grounds(contract, "Observed", clause, observed),
    ...(inferred === undefined ? [] : [`- **Inferred**: ${plain(inferred)}.`]),
    ...(needs === undefined ? [] : [`- Judged where the target has: ${needs.join(", ")}.`]),
    ...(constraints ?? []).map((pointer) => `- Constraint: \`${pointer}\``),
    caseLine(cases, clause),
    ...faultLines(id),
  ];
  return `<a id="${id}"></a>\n\n### ${id} · ${isOpen(clause) ? "open" : standing(describeClause(clause))}\n\n${plain(text)}\n\n${lines.join("\n")}\n`;
}

function grounds(contract: Contract, name: string, clause: Clause, given: Grounds | undefined): string[] {
  if (given === undefined) return [];
  const sources = given.sources.flatMap((id) => {
    const source = contract.sources.get(id);
    if (source === undefined) return [];
    const { title, url, text, date, quote } = source;
    const where =
      url === undefined
        ? `${plain(title)}${text === undefined ? "" : ` (${plain(text)})`}`
        : `[${plain(title)}](<${url}>)`;
    return [`  - ${where}, ${plain(date)}: “${plain(quote.trim())}”`];
  });
  const expected = wanted(given.expect ?? clause.expect);
  return [
    `- **${name}**${given.sibling ? " on another EC2 action" : ""}${expected === "" ? "" : `: ${expected}`}`,
    ...sources,
  ];
}

/** What a layer wants to see, where data says it. */
function wanted(expect: Expectation | undefined): string {
  if (expect === undefined) return "";
  const { accepted, refused, digest, messages, namespace, contentType } = expect;
  return [
    ...(accepted ? ["accepted"] : []),
    ...(refused ? [`${refused.status} ${refused.codes.map((one) => `\`${one}\``).join(" or ")}`] : []),
    ...(digest === undefined
      ? []
      : [
          [digest]
            .flat()
            .map((one) => `\`${one}\``)
            .join(" or "),
        ]),
    ...(messages ?? []).map((message) => `“${plain(message)}”`),
    ...(namespace === undefined ? [] : [`\`${namespace}\``]),
    ...(contentType === undefined ? [] : [`\`${contentType}\``]),
  ].join(", ");
}

function caseLine(cases: readonly Case[], { id, holds, among }: Clause): string {
  if (holds !== undefined && among === undefined)
    return `- Cases: it holds for every ${holds} of all ${cases.length} cases.`;
  const causes = among ?? [id];
  const own = cases.filter((planned) => planned.clauses.some((one) => causes.includes(one)));
  const shown = own.slice(0, mostCases).map((planned) => `\`${planned.id}\` ${plain(planned.title)}`);
  const more = own.length > mostCases ? [`and ${own.length - mostCases} more`] : [];
  return `- Cases (${own.length}): ${[...shown, ...more].join("; ")}`;
}

function faultLines(id: string): string[] {
  const proofs = faults.filter(({ clause }) => clause === id);
  const names = proofs.map(({ id: fault, summary }) => `\`${fault}\` (${plain(summary)})`);
  return names.length === 0 ? [] : [`- Proved by the ${names.length === 1 ? "fault" : "faults"} ${names.join(", ")}`];
}

/** Text that Markdown leaves as it is, on one line. */
function plain(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>|~#&]/g, "\\$&");
}
