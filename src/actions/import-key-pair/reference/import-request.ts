import type { Call } from "../../../mock/call.ts";
import type { ImportRequest, State } from "./behaviour.ts";
import { readFlag } from "./read-list.ts";
import { readTagSpecifications } from "./tag-specification.ts";

const decode = (material: string): Uint8Array | undefined => {
  // Line breaks in the base64 are known to be accepted.
  const base64 = material.replace(/\s+/g, "");
  return /^[A-Za-z0-9+/]*={0,2}$/.test(base64) ? new Uint8Array(Buffer.from(base64, "base64")) : undefined;
};

/** Takes a request apart. */
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
