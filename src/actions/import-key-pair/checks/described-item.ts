import type { components } from "../../../generated/import-key-pair.ts";
import type { Json, Observation } from "../../../model.ts";

/** The members that a described key pair may have; what a target sent as their values is not yet known. */
export type Item = { readonly [member in keyof components["schemas"]["KeyPairInfo"]]?: Json };

/** The key pairs of a description; undefined where it is none. */
export function itemsOf(observation: Observation | undefined): readonly Item[] | undefined {
  if (observation?.kind !== "output") return undefined;
  const items = observation.output["KeyPairs"];
  return Array.isArray(items) ? (items as readonly Item[]) : [];
}

/**
 * The described key pair of the import: by its name or, where none has it, by the id that the import gave. Whether the
 * name is right is another clause's business.
 */
export function describedItem(described: Observation | undefined, imported: Observation | undefined): Item | undefined {
  const name = imported?.sent["KeyName"];
  const items = itemsOf(described);
  const id = imported?.kind === "output" ? imported.output["KeyPairId"] : undefined;
  return (
    items?.find((item) => item["KeyName"] === name) ??
    (typeof id === "string" ? items?.find((item) => item["KeyPairId"] === id) : undefined)
  );
}
