import { createHash } from "node:crypto";
import { SpecError } from "../errors.ts";
import type { Case, Clause } from "../model.ts";
import type { Contract } from "../spec/contract.ts";
import { defaultSpecDir } from "../spec/load-contract.ts";
import { readJsonSchema } from "../spec/read-json-schema.ts";
import { readSpecFile } from "../spec/read-spec-file.ts";
import { alterations } from "./alterations.ts";
import { checks } from "./checks/checks.ts";
import type { Scenario, ScenarioFile } from "./scenario.ts";

/** The consumer side of a contract: its clauses as far as they judge wrappers, the rules for wrappers, the scenarios. */
export interface WrapperContract extends Contract {
  readonly scenarios: readonly Scenario[];
  /** Rules that hold in every scenario, with their checks. */
  readonly always: Readonly<Record<string, string>>;
  /** The whole contract: what the network below a wrapper knows of AWS. */
  readonly base: Contract;
}

const file = "import-key-pair.scenarios.yaml";

/**
 * Reads the scenarios of a contract directory.
 * @throws {SpecError} naming file, line and field.
 */
export function loadScenarios(base: Contract, dir: string = defaultSpecDir): WrapperContract {
  const { value, text, lineOf } = readSpecFile<ScenarioFile>(dir, file, readJsonSchema("scenarios"));
  const fail = (path: readonly (string | number)[], why: string): never => {
    throw new SpecError(`Failed to load the scenarios: ${dir}/${file}:${lineOf(path)}: ${why}.`);
  };
  const sources = new Map([...base.sources, ...value.sources.map((source) => [source.id, source] as const)]);
  const rules = new Map<string, Clause>();
  for (const [index, rule] of value.rules.entries()) {
    const at = ["rules", index, "id"];
    if (base.clauses.has(rule.id) || rules.has(rule.id)) fail(at, `the id ${rule.id} is used twice. Give it a new one`);
    const cited = [...(rule.documented?.sources ?? []), ...(rule.observed?.sources ?? [])];
    const unknown = cited.find((id) => !sources.has(id));
    if (unknown !== undefined) fail(at, `there is no source ${unknown}. Add it, or name another`);
    if (!Object.hasOwn(checks, rule.check)) fail(at, `there is no check ${rule.check}. Correct its name`);
    rules.set(rule.id, rule);
  }
  const ids = new Set<string>();
  for (const [index, { id, judges, network = [] }] of value.scenarios.entries()) {
    const at = ["scenarios", index, "id"];
    if (ids.has(id)) fail(at, `the id ${id} is used twice. Give it a new one`);
    ids.add(id);
    for (const [clause, check] of Object.entries(judges)) {
      if (!base.clauses.has(clause) && !rules.has(clause)) fail(at, `there is no clause ${clause}. Correct its id`);
      if (!Object.hasOwn(checks, check)) fail(at, `there is no check ${check}. Correct its name`);
    }
    for (const { answer } of network)
      if ("altered" in answer && !Object.hasOwn(alterations, answer.altered))
        fail(at, `there is no alteration ${answer.altered}. Correct its name`);
  }
  const judged = new Set(value.scenarios.flatMap(({ judges }) => Object.keys(judges)));
  const shared = [...base.clauses].filter(([id]) => judged.has(id));
  return {
    ...base,
    sha256: createHash("sha256").update(`${base.sha256}\0${text}`).digest("hex"),
    clauses: new Map([...shared, ...rules]),
    sources,
    scenarios: value.scenarios,
    always: Object.fromEntries(value.rules.flatMap(({ id, check, always }) => (always ? [[id, check]] : []))),
    base,
  };
}

/** Scenarios as the cases of a plan, for what speaks of cases: known deviations, lists. */
export function scenarioCases({ scenarios, always }: WrapperContract): readonly Case[] {
  return scenarios.map(({ id, title, area, judges }) => {
    const judgements = Object.entries({ ...judges, ...always }).map(([clause, check]) => ({
      clause,
      check,
      steps: [],
    }));
    const clauses = judgements.map(({ clause }) => clause);
    return { id, title, area, clauses, steps: [], judgements, needs: [] };
  });
}
