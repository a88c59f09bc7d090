import { SpecError } from "../errors.ts";
import type { Clause } from "../model.ts";
import type { Contract } from "./contract.ts";
import { resolvePointer } from "./pointer.ts";

/**
 * What JSON Schema can't say: every pointer resolves, every cited source exists, nothing inferred is a must.
 * @throws {SpecError} listing all that is wrong.
 */
export function checkContract(contract: Contract): void {
  const root = { components: { schemas: contract.schemas } };
  const wrong = [...contract.clauses.values()].flatMap((clause) => [
    ...(clause.constraints ?? [])
      .filter((pointer) => resolvePointer(root, pointer) === undefined)
      .map((pointer) => `${clause.id}: constraint ${pointer} points at nothing in the OpenAPI file`),
    ...citations(clause)
      .filter((id) => !contract.sources.has(id))
      .map((id) => `${clause.id}: source ${id} is not in sources.yaml`),
    ...(clause.inferred !== undefined && clause.level === "must"
      ? [`${clause.id}: an inferred clause is at most should`]
      : []),
    ...refusalCodes(clause)
      .filter((code) => !Object.hasOwn(contract.errors, code))
      .map((code) => `${clause.id}: error code ${code} is neither published nor in x-errors of the OpenAPI file`),
  ]);
  if (wrong.length === 0) return;
  throw new SpecError(
    `Failed to load the contract:\n${wrong.map((line) => `  ${line}`).join("\n")}\nCorrect these clauses.`,
  );
}

function citations(clause: Clause): string[] {
  return [clause.documented, clause.observed].flatMap((grounds) => grounds?.sources ?? []);
}

function refusalCodes(clause: Clause): string[] {
  return [clause, clause.documented, clause.observed].flatMap((holder) => holder?.expect?.refused?.codes ?? []);
}
