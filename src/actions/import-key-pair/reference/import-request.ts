import type { Call } from "../../../mock/call.ts";
import type { Tag } from "./key-pair-store.ts";
import type { PublicKey } from "./public-key.ts";
import { readFlag } from "./read-list.ts";
import type { State } from "./state.ts";
import { readTagSpecifications, type TagSpecification } from "./tag-specification.ts";

/** A request to import, with the material taken apart; nothing is checked yet. */
export interface ImportRequest {
  readonly call: Call;
  readonly name: string | undefined;
  /** The wire value. */
  readonly material: string | undefined;
  /** The wire value as bytes; undefined where it is not base64. */
  readonly bytes: Uint8Array | undefined;
  readonly text: string;
  readonly key: PublicKey | undefined;
  readonly specifications: readonly TagSpecification[];
  /** The tags of all specifications. */
  readonly tags: readonly Tag[];
  readonly dryRun: boolean;
}

const decode = (material: string): Uint8Array | undefined => {
  // Line breaks in the base64 are known to be accepted.
  const base64 = material.replace(/\s+/g, "");
  return /^[A-Za-z0-9+/]*={0,2}$/.test(base64) ? new Uint8Array(Buffer.from(base64, "base64")) : undefined;
};

export const readImportRequest = (call: Call, { rules, behaviour }: State): ImportRequest => {
  const material = behaviour.sentMaterial(call.parameters.get("PublicKeyMaterial"));
  const bytes = decode(material ?? "");
  const text = Buffer.from(bytes ?? []).toString("latin1");
  const specifications = behaviour.specifications(readTagSpecifications(call.parameters));
  return {
    call,
    name: behaviour.sentName(call.parameters.get("KeyName")),
    material,
    bytes,
    text,
    key: behaviour.parseKey(text, rules),
    specifications,
    tags: specifications.flatMap(({ tags }) => tags),
    dryRun: readFlag(call.parameters, "DryRun"),
  };
};
