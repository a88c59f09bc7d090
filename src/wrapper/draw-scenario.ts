import { drawFreshKeys } from "../actions/import-key-pair/keys/fresh-keys.ts";
import type { Scenario } from "./scenario.ts";

/** What the caller's code is given. */
export interface WrapperInput {
  readonly keyName: string;
  /** One key in OpenSSH form, as a `.pub` file holds it. */
  readonly publicKey: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly dryRun?: boolean;
}

/** A scenario with all that the run draws. */
export interface DrawnScenario extends Scenario {
  readonly input: WrapperInput;
  readonly region: string;
  /** The key pair that is there before, as OpenSSH text. */
  readonly before?: { readonly publicKey: string; readonly tags: Readonly<Record<string, string>> };
}

/** The Region of scenarios that name none: one that nobody takes for a default. */
const usualRegion = "eu-west-3";

/** Draws the fresh keys that scenarios ask for, by name. */
export function drawScenarioKeys(scenarios: readonly Scenario[]): Promise<Readonly<Record<string, string>>> {
  return drawFreshKeys(scenarios.flatMap(({ ask }) => [ask.key, ...(ask.existing ? [ask.existing.key] : [])]));
}

/** Draws the name and the keys of a scenario. Pure: the keys were made before. */
export function drawScenario(
  scenario: Scenario,
  prefix: string,
  keys: Readonly<Record<string, string>>,
): DrawnScenario {
  const { ask, id } = scenario;
  const { comment = "somebody@somewhere", ending = "", existing } = ask;
  const tags =
    ask.manyTags === undefined
      ? ask.tags
      : Object.fromEntries(Array.from({ length: ask.manyTags }, (_, at) => [`key-${at + 1}`, `value ${at + 1}`]));
  const keyName = `${prefix}-${id}${ask.suffix ?? ""}`.padEnd(ask.length ?? 0, "n");
  return {
    ...scenario,
    region: ask.region ?? usualRegion,
    input: {
      keyName,
      publicKey: `${keyOf(keys, ask.key)} ${comment}${ending}`,
      ...(tags && { tags }),
      ...(ask.dryRun && { dryRun: true }),
    },
    ...(existing && { before: { publicKey: `${keyOf(keys, existing.key)} before`, tags: existing.tags ?? {} } }),
  };
}

function keyOf(keys: Readonly<Record<string, string>>, name: string): string {
  const key = keys[name];
  if (key === undefined) throw new Error(`the key ${name} was not drawn`);
  return key;
}
