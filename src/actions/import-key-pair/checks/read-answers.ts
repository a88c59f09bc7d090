import type { components } from "../../../generated/import-key-pair.ts";
import type { Json, Observation } from "../../../model.ts";
import { parsePublicKey } from "../keys/parse-public-key.ts";
import type { ParsedKey } from "../keys/parsed-key.ts";
import type { ImportableKey } from "../keys/ssh-blob.ts";

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

/** Several clauses judge one import, and each asks for its key. */
const parsed = new WeakMap<Observation["sent"], ParsedKey>();

/** What the oracle makes of the material that an import sent. */
export function parsedMaterial({ sent }: Observation): ParsedKey {
  const material = sent["PublicKeyMaterial"];
  const key =
    parsed.get(sent) ?? parsePublicKey(material instanceof Uint8Array || typeof material === "string" ? material : "");
  parsed.set(sent, key);
  return key;
}

/** The key that an import sent, also where nobody knows whether AWS takes its spelling. */
export function keyOf(observation: Observation): ImportableKey | undefined {
  const material = parsedMaterial(observation);
  return material.kind === "refused" ? undefined : material.key;
}

type Results = components["schemas"];
type Member = keyof Results["ImportKeyPairResult"] | keyof Results["DeleteKeyPairResult"];

/** A text member of an answer to an import or a deletion. */
export function textOf(observation: Observation | undefined, member: Member): string | undefined {
  const value = observation?.kind === "output" ? observation.output[member] : undefined;
  return typeof value === "string" ? value : undefined;
}
