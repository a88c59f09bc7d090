import { defaultAction } from "../../actions/actions.ts";
import { faults } from "../../actions/import-key-pair/faults/faults.ts";
import { UsageError } from "../../errors.ts";
import type { Case, Clause, Expectation, Grounds } from "../../model.ts";
import { plan } from "../../plan/plan.ts";
import { describeClause, standing } from "../../report/describe-clause.ts";
import type { Contract } from "../../spec/contract.ts";
import { isOpen } from "../../spec/grounds.ts";
import { loadContract } from "../../spec/load-contract.ts";
import { explainScenario } from "./explain-scenario.ts";

/** More cases than this are counted, not listed. */
const mostCases = 20;

/** `ec2-contract explain`. @throws {UsageError} for what is no clause and no scenario. */
export function explainCommand(id: string, options: { readonly spec?: string }): void {
  const action = defaultAction();
  const contract = loadContract(action.files, options.spec);
  const clause = contract.clauses.get(id.toUpperCase());
  if (clause === undefined) {
    const scenario = explainScenario(contract, id, options.spec);
    if (scenario === undefined)
      throw new UsageError(
        `Failed to explain ${id}: the contract has no such clause, and no such scenario. See "ec2-contract list clauses" and "list scenarios".`,
      );
    process.stdout.write(scenario);
    return;
  }
  process.stdout.write(explain(contract, plan(contract, action), clause));
}

function explain(contract: Contract, cases: readonly Case[], clause: Clause): string {
  const { id, area, text, since, needs, documented, observed, inferred, holds, constraints } = clause;
  const lines = [
    `${id} · ${area} · ${isOpen(clause) ? "open" : standing(describeClause(clause))} · since ${since}`,
    text,
    ...(needs === undefined ? [] : [`Judged where the target has: ${needs.join(", ")}.`]),
    ...(constraints ?? []).map((pointer) => `Constraint: ${pointer}`),
    "",
    ...(isOpen(clause) ? ["Nobody knows: its cases run and are recorded, and judge nobody."] : []),
    ...grounds(contract, "Documented", clause, documented),
    ...grounds(contract, "Observed", clause, observed),
    ...(inferred === undefined ? [] : [`Inferred: ${inferred}.`]),
    "",
    ...caseLines(cases, clause, holds !== undefined),
    "",
    ...faultLines(id),
  ];
  return `${lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trimEnd()}\n`;
}

function grounds(contract: Contract, name: string, clause: Clause, given: Grounds | undefined): string[] {
  if (given === undefined) return [];
  const expected = expectation(given.expect ?? clause.expect);
  const sources = given.sources.flatMap((id) => {
    const source = contract.sources.get(id);
    if (source === undefined) return [];
    const where = source.url ?? source.text ?? "";
    return [`  - ${source.title} (${source.date})`, `    "${source.quote}"`, `    ${where}`];
  });
  return [`${name}${given.sibling ? " (on another EC2 action)" : ""}${expected}:`, ...sources];
}

function expectation(expect: Expectation | undefined): string {
  if (expect?.refused !== undefined) return `, ${expect.refused.status} ${expect.refused.codes.join(" or ")}`;
  if (expect?.digest !== undefined) return `, ${[expect.digest].flat().join(" or ")}`;
  if (expect?.messages !== undefined) return `, ${expect.messages.map((message) => `"${message}"`).join(" or ")}`;
  return expect?.accepted ? ", accepted" : "";
}

function caseLines(cases: readonly Case[], clause: Clause, scoped: boolean): string[] {
  if (scoped && clause.among === undefined)
    return [`Cases: it holds for every ${clause.holds} of all ${cases.length} cases.`];
  const among = clause.among ?? [clause.id];
  const own = cases.filter((planned) => planned.clauses.some((id) => among.includes(id)));
  const shown = own.slice(0, mostCases).map(({ id, title }) => `  ${id.padEnd(24)} ${title}`);
  return [
    `Cases (${own.length}):`,
    ...shown,
    ...(own.length > mostCases ? [`  … and ${own.length - mostCases} more: ec2-contract list cases`] : []),
  ];
}

function faultLines(id: string): string[] {
  const proofs = faults.filter(({ clause }) => clause === id);
  if (proofs.length === 0) return [];
  const lines = proofs.map(
    ({ id: fault, summary, bug }) =>
      `  ${fault.padEnd(32)} ${summary}${bug === undefined ? "" : ` (${bug.emulator}${bug.link === undefined ? "" : `, ${bug.link}`})`}`,
  );
  return ["Proved by these faults of the reference emulator, each of which turns it red:", ...lines];
}
