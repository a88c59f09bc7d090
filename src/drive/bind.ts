import type { Action, Draws, MaterialForm } from "../action.ts";
import type { BoundInput, BoundValue, Draw, Input, Json, Output, Value } from "../model.ts";
import type { Contract } from "../spec/contract.ts";

/** What stands in for the names of a plan when it is driven. */
export interface Binding {
  readonly action: Action;
  readonly contract: Contract;
  readonly draws: Draws;
  /** What `{name}` stands for: unique to the run, the case and the drive. */
  readonly name: string;
  /** The answers so far, by step id. */
  readonly answers: ReadonlyMap<string, Output>;
}

/** A planned input with every name, material and earlier answer filled in. */
export function bindInput(binding: Binding, input: Input): BoundInput {
  return Object.fromEntries(
    Object.entries(input).flatMap(([key, value]) => (value === null ? [] : [[key, bindValue(binding, value)]])),
  );
}

/** @throws {Error} when the value refers to a step that gave no such answer: a fault of the plan. */
export function bindValue(binding: Binding, value: Value): BoundValue {
  if (typeof value === "string") return fill(binding, value);
  if (typeof value === "boolean") return value;
  if (typeof value === "number" || value === null) return String(value);
  if (Array.isArray(value)) return value.map((item) => bindValue(binding, item as Value));
  return isDraw(value) ? draw(binding, value) : bindInput(binding, value as Input);
}

function fill(binding: Binding, text: string): string {
  return text.replaceAll("{name}", binding.name);
}

function draw(binding: Binding, wanted: Draw): BoundValue {
  if ("$pad" in wanted) return fill(binding, wanted.$pad).padEnd(wanted.to, wanted.with).slice(0, wanted.to);
  if ("$repeat" in wanted) return wanted.$repeat.repeat(wanted.times);
  if ("$material" in wanted) {
    const { $material, to: length, ...form } = wanted;
    return material(binding, $material, { ...form, ...(length !== undefined && { length }) }).text;
  }
  if ("$wire" in wanted) return material(binding, wanted.$wire).wire;
  return reference(binding.answers, wanted.$ref);
}

function material({ action, contract, draws }: Binding, name: string, form?: MaterialForm) {
  return action.material(contract, draws, name, form);
}

/** `step.Member.0.Member`: a path into the answer of an earlier step. */
function reference(answers: ReadonlyMap<string, Output>, path: string): string {
  const [step, ...members] = path.split(".");
  const found = members.reduce<Json | undefined>(
    (here, key) => (here as Record<string, Json> | undefined)?.[key],
    answers.get(step ?? ""),
  );
  if (typeof found !== "string") throw new Error(`the answer of an earlier step has no ${path}`);
  return found;
}

function isDraw(value: object): value is Draw {
  return Object.keys(value).some((key) => key.startsWith("$"));
}
