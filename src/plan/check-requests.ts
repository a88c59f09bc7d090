import type { Action } from "../action.ts";
import { SpecError } from "../errors.ts";
import type { Case, Draw, Step, Value } from "../model.ts";
import type { Contract, WireSchema } from "../spec/contract.ts";
import { exampleName } from "./case-name.ts";

/**
 * Whatever the contract wants accepted is a request that its own wire model allows: a limit that was changed must not
 * make an honest target look wrong.
 * @throws {SpecError} listing requests that break a constraint, and which.
 */
export function checkRequests(contract: Contract, action: Action, cases: readonly Case[]): void {
  const schema = contract.schemas[`${action.name}Request`] ?? {};
  const wrong = cases.flatMap((planned) => {
    const name = exampleName(contract, action, planned.id);
    return planned.steps
      .filter((step) => step.action === action.name && isToBeAccepted(planned, step))
      .flatMap((step) =>
        breaches(contract.schemas, schema, "", sent(step), name).map((why) => `${planned.id}: ${why}`),
      );
  });
  if (wrong.length === 0) return;
  const more = wrong.length > 8 ? [`and ${wrong.length - 8} more`] : [];
  throw new SpecError(
    `Failed to plan requests that the contract allows:\n${[...wrong.slice(0, 8), ...more].map((line) => `  ${line}`).join("\n")}\nCorrect the constraint, or these cases.`,
  );
}

function isToBeAccepted({ judgements }: Case, { id, setup }: Step): boolean {
  return setup === true || judgements.some(({ check, steps }) => check === "accepted" && steps.includes(id));
}

/** Without the fields that the wire says otherwise. */
function sent({ input, wire }: Step): Value {
  return Object.fromEntries(Object.entries(input).filter(([field]) => !(field in (wire?.set ?? {}))));
}

type Schemas = Contract["schemas"];

function breaches(schemas: Schemas, schema: WireSchema, field: string, value: Value, name: string): string[] {
  if (schema.$ref !== undefined) {
    const target = schemas[schema.$ref.slice("#/components/schemas/".length)] ?? {};
    return breaches(schemas, target, field, value, name);
  }
  const inner = (schema.allOf ?? []).flatMap((part) => breaches(schemas, part, field, value, name));
  if (Array.isArray(value)) return [...inner, ...ofList(schemas, schema, field, value, name)];
  if (schema.properties !== undefined && typeof value === "object" && value !== null) {
    const members = value as Readonly<Record<string, Value>>;
    return Object.entries(schema.properties).flatMap(([member, property]) =>
      members[member] === undefined ? [] : breaches(schemas, property, join(field, member), members[member], name),
    );
  }
  // Key material is drawn by the run: its corpus says how long it is.
  if (schema.contentEncoding !== undefined) return inner;
  const text = textOf(value, name);
  return text === undefined ? inner : [...inner, ...ofText(schema, field, text)];
}

function ofList(schemas: Schemas, schema: WireSchema, field: string, items: readonly Value[], name: string): string[] {
  const { minItems = 0, maxItems = Number.POSITIVE_INFINITY, "x-unique-by": member } = schema;
  const keys = member === undefined ? [] : items.map((item) => JSON.stringify((item as Record<string, Value>)[member]));
  return [
    ...(items.length < minItems ? [`${field} has ${items.length} items, fewer than minItems ${minItems}`] : []),
    ...(items.length > maxItems ? [`${field} has ${items.length} items, more than maxItems ${maxItems}`] : []),
    ...(new Set(keys).size < keys.length ? [`${field} has two items of one ${member}`] : []),
    ...items.flatMap((item) => (schema.items === undefined ? [] : breaches(schemas, schema.items, field, item, name))),
  ];
}

function ofText(schema: WireSchema, field: string, text: string): string[] {
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern, enum: values } = schema;
  const { length } = [...text];
  const isOutside = pattern !== undefined && !new RegExp(pattern, "u").test(text);
  return [
    ...(length < minLength ? [`${field} has ${length} characters, fewer than minLength ${minLength}`] : []),
    ...(length > maxLength ? [`${field} has ${length} characters, more than maxLength ${maxLength}`] : []),
    ...(isOutside ? [`${field} ${JSON.stringify(text)} does not match ${pattern}`] : []),
    ...(values?.includes(text) === false ? [`${field} ${JSON.stringify(text)} is none of ${values.join(", ")}`] : []),
  ];
}

/** The text that a value stands for, as far as the plan can know it. */
function textOf(value: Value, name: string): string | undefined {
  if (typeof value === "string") return value.replaceAll("{name}", name);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  if ("$pad" in value) {
    const { $pad: text, to, with: filler } = value as Extract<Draw, { $pad: string }>;
    return text.replaceAll("{name}", name).padEnd(to, filler).slice(0, to);
  }
  return "$repeat" in value ? (value.$repeat as string).repeat(value.times as number) : undefined;
}

function join(field: string, member: string): string {
  return field === "" ? member : `${field}.${member}`;
}
