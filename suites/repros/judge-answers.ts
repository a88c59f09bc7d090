import { importKeyPair as action } from "../../src/actions/import-key-pair/import-key-pair.ts";
import { judge } from "../../src/judge/judge.ts";
import type { Exchange } from "../../src/model.ts";
import { plan } from "../../src/plan/plan.ts";
import { observeAgain } from "../../src/recordings/observe-again.ts";
import type { Report } from "../../src/report/report.ts";
import { loadContract } from "../../src/spec/load-contract.ts";
import type { Target } from "../../src/target/target.ts";

const contract = loadContract(action.files);
const cases = new Map(plan(contract, action, 1).map((planned) => [planned.id, planned]));

/** The clauses that fail in a case of a report by the answers that its requests got when they were sent again. */
export function failingBy(
  report: Report,
  id: string,
  answered: readonly Exchange[],
  lacks: Target["lacks"],
): readonly string[] {
  const planned = cases.get(id);
  const kept = report.cases.find((one) => one.id === id);
  if (planned === undefined || kept === undefined) throw new Error(`the plan has no ${id}`);
  const { run: facts } = report;
  const drive = kept.exchanges[0]?.drive ?? "raw";
  const said = kept.exchanges.filter(
    (one) => one.drive === drive && planned.steps.some((step) => step.id === one.step),
  );
  const exchanges = said.map((one, index): Exchange => {
    const { response: _, ...rest } = one;
    const again = answered[index];
    return again?.response === undefined ? rest : { ...rest, response: again.response };
  });
  const seen = observeAgain(contract, action, facts, planned, { ...kept, exchanges }, drive) ?? [];
  const judging = { contract, action, authority: facts.authority, lacks };
  return judge(judging, planned, drive, seen).flatMap(({ clause, verdict }) => (verdict === "fail" ? [clause] : []));
}
