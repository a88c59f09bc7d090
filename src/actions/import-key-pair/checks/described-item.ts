import type { Json, Observation } from "../../../model.ts";

export type Item = Readonly<Record<string, Json>>;

/** The key pairs of a description; undefined where it is none. */
export function itemsOf(observation: Observation | undefined): readonly Item[] | undefined {
  if (observation?.kind !== "output") return undefined;
  const items = observation.output["KeyPairs"];
  return Array.isArray(items) ? (items as readonly Item[]) : [];
}

/** The described key pair that has the name of the import. */
export function describedItem(described: Observation | undefined, imported: Observation | undefined): Item | undefined {
  const name = imported?.sent["KeyName"];
  return itemsOf(described)?.find((item) => item["KeyName"] === name);
}
