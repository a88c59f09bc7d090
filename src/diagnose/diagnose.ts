import type { Contract } from "../spec/contract.ts";
import { type Chosen, cover } from "./cover.ts";
import type { Cause, Diagnosis, Diagnostics } from "./diagnosis.ts";
import { match, placeOf, type Run } from "./match.ts";
import { type JudgedCase, signsOf } from "./sign.ts";

/**
 * Why a run is red: the smallest set of known faults that explains its settled verdicts and contradicts none of them.
 * What was skipped, not run or not observed contradicts nothing. Pure.
 */
export function diagnose(contract: Contract, diagnostics: Diagnostics, cases: readonly JudgedCase[]): Diagnosis {
  const run: Run = new Map(signsOf(contract, cases).map((sign) => [placeOf(sign), sign]));
  const matches = diagnostics.faults.map((fault) => match(fault, diagnostics.signatures.get(fault.id) ?? [], run));
  const chosen = cover(run, matches);
  const explained = new Set(chosen.flatMap(({ places }) => places));
  const left = [...run.values()].filter((sign) => sign.kind === "red" && !explained.has(placeOf(sign)));
  const unexplained = [...Map.groupBy(left, ({ clause }) => clause)].map(([clause, signs]) => ({
    clause,
    cases: signs.map((sign) => sign.case),
  }));
  const causes = chosen.map((one) => causeOf(contract, one, run));
  return {
    causes: causes.toSorted((one, other) => other.clauses.length - one.clauses.length || other.cases - one.cases),
    unexplained,
  };
}

/** So many faults that can't be told apart are in a title. */
const named = 3;

function causeOf(contract: Contract, { match: { fault }, alternatives, places }: Chosen, run: Run): Cause {
  // What others block is told where it is all that there is.
  const red = places.filter((place) => run.get(place)?.kind === "red");
  const told = (red.length === 0 ? places : red).flatMap((place) => run.get(place) ?? []);
  const all = [fault, ...alternatives.map((one) => one.fault)];
  const bug = all.find((one) => one.bug !== undefined)?.bug;
  return {
    faults: all.map(({ id }) => id),
    title: all
      .slice(0, named)
      .map(({ summary }) => summary)
      .join(" Or: "),
    advice: fault.remedy ?? `Do as AWS does: ${contract.clauses.get(fault.clause)?.text ?? ""}`,
    clauses: [...new Set(told.map(({ clause }) => clause))],
    cases: new Set(told.map((sign) => sign.case)).size,
    ...(bug && { knownFrom: bug }),
  };
}
