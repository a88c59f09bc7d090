import type { components } from "../../../generated/import-key-pair.ts";
import type { Observation } from "../../../model.ts";
import { parsePublicKey } from "../keys/parse-public-key.ts";
import type { ParsedKey } from "../keys/parsed-key.ts";
import type { ImportableKey } from "../keys/ssh-blob.ts";

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
