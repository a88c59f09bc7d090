import type { Outcome } from "../../../mock/answer.ts";
import type { Call } from "../../../mock/call.ts";
import { element } from "../../../mock/element.ts";
import { firstRefusal } from "../../../mock/refusal.ts";
import type { Handler } from "../../../mock/service.ts";
import { type ImportRequest, type State, tagSet } from "./behaviour.ts";
import { importRefusals } from "./import-refusals.ts";
import type { KeyPair } from "./key-pair-store.ts";
import { readFlag, readTagSpecifications } from "./read-parameters.ts";

const decode = (material: string): Uint8Array | undefined => {
  // Line breaks in the base64 are known to be accepted.
  const base64 = material.replace(/\s+/g, "");
  return /^[A-Za-z0-9+/]*={0,2}$/.test(base64) ? new Uint8Array(Buffer.from(base64, "base64")) : undefined;
};

/** Takes a request apart. */
const readImportRequest = (call: Call, { rules, behaviour }: State): ImportRequest => {
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

/** Keeps the key that a request brings; whoever calls it has seen that there is one. */
export const keep = (request: ImportRequest, state: State): KeyPair => {
  const { behaviour, rules, store } = state;
  const { call, name = "", key, text, tags } = request;
  if (!key) throw new Error(`Failed to keep the key pair ${name}: its material is no key.`);
  const pair: KeyPair = {
    id: behaviour.keyPairId(request, rules),
    name: behaviour.keptName(name),
    fingerprint: behaviour.fingerprint(key, request),
    key,
    text,
    tags: behaviour.keptTags(tags, request, state),
    createdAt: call.at,
  };
  store(call.region).add(pair);
  return pair;
};

/** ImportKeyPair. */
export const importKeyPair = (state: State): Handler => ({
  parameters: new Set([
    "KeyName",
    "PublicKeyMaterial",
    "DryRun",
    "TagSpecification.N.ResourceType",
    "TagSpecification.N.Tag.N.Key",
    "TagSpecification.N.Tag.N.Value",
  ]),
  resource: ({ parameters }) => `key-pair/${parameters.get("KeyName") ?? "*"}`,
  handle: (call) => {
    const request = readImportRequest(call, state);
    return state.behaviour.handled(() => answer(request, state), request, state);
  },
});

function answer(request: ImportRequest, state: State): Outcome {
  const refused =
    state.behaviour.alsoRefuse(request, state) ?? firstRefusal(importRefusals, request, state, state.faults);
  if (refused) {
    state.behaviour.afterRefusal(refused, request, state);
    return { kind: "refused", refused };
  }
  const { id, name, fingerprint, tags } = keep(request, state);
  return {
    kind: "done",
    members: [
      element("keyName", name),
      element("keyPairId", id),
      element("keyFingerprint", fingerprint),
      // An untagged import was seen to carry no tagSet, where a description carries an empty one.
      ...(tags.length > 0 ? [tagSet(tags)] : []),
    ],
  };
}
