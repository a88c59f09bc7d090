import fc from "fast-check";
import type { Action } from "../action.ts";
import type { Clause, Input, Value } from "../model.ts";
import { type ConstraintSite, constraintSites, type Keyword } from "../plan/constraint-sites.ts";
import { exampleAt, isDressed, place } from "../plan/place.ts";
import { twinId } from "../plan/single-request-case.ts";
import type { Contract, WireSchema } from "../spec/contract.ts";
import { isOpen } from "../spec/grounds.ts";
import { type Property, property } from "./property.ts";
import { tellText } from "./tell-text.ts";
import { textSpace } from "./text-space.ts";

/** A value that breaks one constraint of its field, and no other. */
interface Broken {
  readonly words: string;
  readonly value: Value;
}

type Breaker = (site: ConstraintSite, action: Action, whole: WireSchema) => fc.Arbitrary<Broken> | undefined;

/** Only keywords with more than the few telling values that the plan tries anyway. */
const breakers: Partial<Record<Keyword, Breaker>> = {
  maxLength: ({ schema, path }, action) => {
    const over = Math.max(schema.maxLength ?? 0, ...(schema["x-disputed"] ?? []));
    return fc
      .integer({ min: over + 1, max: over * 4 })
      .map((length) => ({ words: `of ${length} characters`, value: action.filler(path, length) }))
      .filter((broken): broken is Broken => broken.value !== undefined);
  },
  maxItems: ({ schema, path }, action) => {
    const most = schema.maxItems ?? 0;
    return fc.integer({ min: most + 1, max: most * 4 }).map((count) => ({
      words: `with ${count} items`,
      value: Array.from({ length: count }, (_, index) => itemAt(action, path, index)),
    }));
  },
  "x-unique-by": ({ schema, path }, action) => {
    const member = schema["x-unique-by"] ?? "";
    return fc.tuple(fc.integer({ min: 2, max: 12 }), fc.nat(), fc.nat()).map(([count, one, other]) => {
      const items = Array.from({ length: count }, (_, index) => itemAt(action, path, index));
      const first = one % count;
      const second = first === other % count ? (first + 1) % count : other % count;
      const twice = { ...items[second], [member]: items[first]?.[member] as Value };
      return {
        words: `with ${count} items, of which the ${Math.min(first, second) + 1}. and the ${Math.max(first, second) + 1}. have one ${member}`,
        value: items.with(second, twice),
      };
    });
  },
  pattern: ({ schema }, _, whole) => {
    const breaking = new RegExp(schema.pattern ?? "", "u");
    const others = [whole, ...(whole.allOf ?? [])].flatMap(({ pattern }) =>
      pattern === undefined || pattern === schema.pattern ? [] : [new RegExp(pattern, "u")],
    );
    const breaksOnlyThis = (text: string): boolean => !breaking.test(text) && others.every((other) => other.test(text));
    const probes = (schema["x-probes"] ?? [])
      .map(({ value }) => value)
      .filter((value) => breaksOnlyThis(filled(value)));
    if (probes.length === 0) return undefined;
    // What a probe has around the run's own name is put around another, longer one.
    const room = Math.max(0, Math.min(20, (whole.maxLength ?? 255) - 110));
    return fc
      .tuple(fc.constantFrom(...probes), textSpace({ ...whole, allOf: [...(whole.allOf ?? [])] }).texts(room))
      .map(([probe, text]) => {
        const tail = text.replaceAll(/[^\w.-]/g, "");
        return probe.includes("{name}") ? probe.replace("{name}", `{name}${tail}`) : `${probe}${tail}`;
      })
      .filter((value) => breaksOnlyThis(filled(value)))
      .map((value) => ({ words: tellText(value.replaceAll("{name}", "…")), value }));
  },
};

const filled = (value: string): string => value.replaceAll("{name}", "name");

/** The example's item, told apart from the others by the index. */
function itemAt(action: Action, path: readonly string[], index: number): Input {
  const [item] = exampleAt(action, path) as readonly Input[];
  return Object.fromEntries(Object.entries(item ?? {}).map(([member, value]) => [member, `${value}-${index}`]));
}

/**
 * Requests that break exactly one constraint of the model, at random: each is refused as the clause of that constraint
 * says. Which values break it follows from the model.
 */
export function brokenConstraints(contract: Contract, action: Action): Property | undefined {
  const root: WireSchema = { $ref: `#/components/schemas/${action.name}Request` };
  const spaces = constraintSites(contract.schemas, `${action.name}Request`).flatMap((site) => {
    const clause = [...contract.clauses.values()].find(({ constraints }) => constraints?.includes(site.pointer));
    if (clause === undefined || isOpen(clause)) return [];
    const space = breakers[site.keyword]?.(site, action, fieldAt(contract, root, site.path));
    return space === undefined ? [] : [space.map((broken) => ({ ...broken, site, clause }))];
  });
  if (spaces.length === 0) return undefined;
  return property({
    id: "broken-constraints",
    about: "requests that break one constraint",
    area: "errors",
    space: fc.oneof(...spaces),
    toTrial: ({ site, clause, words, value }) => ({
      title: `${site.path.join(".")} ${words}`,
      steps: [{ id: "request", action: action.name, input: place(action, site.path, value) }],
      judgements: [refusedBy(clause)],
      twin: twinId(action, isDressed(action, site.path)),
    }),
  });
}

const refusedBy = ({ id }: Clause) => ({ clause: id, check: "refused", steps: ["request"] });

/** The schema of a field, with references followed and lists passed through. */
function fieldAt({ schemas }: Contract, root: WireSchema, path: readonly string[]): WireSchema {
  const resolved = (schema: WireSchema): WireSchema =>
    schema.$ref === undefined ? schema : (schemas[schema.$ref.slice("#/components/schemas/".length)] ?? {});
  return path.reduce<WireSchema>((here, name) => {
    const holder = resolved(here);
    const object = holder.type === "array" ? resolved(holder.items ?? {}) : holder;
    return resolved(object.properties?.[name] ?? {});
  }, root);
}
