import type { Action } from "../action.ts";
import type { CaseResult, Layer, VerdictKind } from "../model.ts";
import type { Contract } from "../spec/contract.ts";
import type { Target } from "../target/target.ts";
import { describeClause } from "./describe-clause.ts";
import { packageVersion } from "./package-version.ts";
import type { Report, ReportedCase, ReportedClause, RunFacts } from "./report.ts";
import { reproOf } from "./repro.ts";
import { scoreOf, worst } from "./score.ts";

/** The report of a run, from the results of its cases. Pure. */
export function buildReport(
  contract: Contract,
  target: Pick<Target, "name" | "endpoint" | "version"> & { readonly recordedAt?: string },
  run: RunFacts,
  results: readonly ReportedCase[],
): Report {
  const clauses = reportedClauses(contract, results);
  const { name, endpoint, version, recordedAt } = target;
  return {
    schemaVersion: "1",
    tool: { name: "ec2-contract", version: packageVersion() },
    contract: { action: contract.action, apiVersion: contract.apiVersion, sha256: contract.sha256 },
    target: {
      name,
      endpoint: endpoint.href,
      ...(version !== undefined && { version }),
      ...(recordedAt !== undefined && { recordedAt }),
    },
    run,
    score: scoreOf(clauses),
    clauses,
    cases: results,
  };
}

/** A result as it is reported, with its repro. */
export function reportedCase(
  result: CaseResult,
  regions: readonly [string, string],
  { commandLines }: Action,
): ReportedCase {
  const { id, title, area } = result.case;
  return {
    id,
    title,
    area,
    verdicts: result.verdicts,
    disagreements: result.disagreements,
    repro: reproOf(result, regions, commandLines),
    exchanges: result.exchanges,
    ...(result.random && { random: result.random }),
  };
}

/** Why a clause has no verdict: a message, say, can't be judged when no case got the code that it belongs to. */
const notRun = "outside of the selection, or no answer of this run was of the kind that it speaks about";

function reportedClauses(contract: Contract, results: readonly ReportedCase[]): readonly ReportedClause[] {
  const seen = results.flatMap(({ id, verdicts }) => verdicts.map((verdict) => ({ ...verdict, case: id })));
  const byClause = Map.groupBy(seen, ({ clause }) => clause);
  return [...contract.clauses.values()].map((clause) => {
    const verdicts = byClause.get(clause.id) ?? [];
    const own = verdicts.filter(({ blockedBy }) => blockedBy === undefined);
    // A failure that another clause's failure explains says nothing of this one; what it could not be asked for does.
    const telling = verdicts.filter(({ blockedBy, expected }) => blockedBy === undefined || expected === undefined);
    const heard = telling.some(({ verdict }) => verdict !== "open") ? telling : verdicts;
    const verdict = worst(heard.map((one) => one.verdict));
    const layer = (name: Layer): VerdictKind | null => {
      const kinds = own.flatMap((one) => one[name] ?? []);
      return kinds.length === 0 ? null : worst(kinds);
    };
    const why =
      verdict === "not-run" && verdicts.length === 0 ? notRun : heard.find((one) => one.verdict === verdict)?.why;
    // What is blocked in one case, and could not be observed in another, is not only blocked.
    const unseen = heard.filter((one) => one.verdict === "indeterminate");
    const isBlocked = verdict === "indeterminate" && unseen.every((one) => one.blockedBy !== undefined);
    const blockedBy = isBlocked ? unseen[0]?.blockedBy : undefined;
    return {
      ...describeClause(clause),
      verdict,
      documented: layer("documented"),
      observed: layer("observed"),
      ...(why !== undefined && { why }),
      ...(blockedBy !== undefined && { blockedBy }),
      cases: [...new Set(verdicts.map((one) => one.case))],
    };
  });
}
