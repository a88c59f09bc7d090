import type { Check } from "../../../judge/check.ts";
import { judgeEach, shown } from "../../../judge/view.ts";
import type { Observation } from "../../../model.ts";
import { resolvePointer } from "../../../spec/pointer.ts";
import { itemsOf, parsedMaterial, textOf } from "./read-answers.ts";

/** keyName, keyFingerprint and keyPairId are there, with a text. */
export const membersPresent: Check = ({ seen }) =>
  judgeEach(seen, (observation) => {
    const missing = (["KeyName", "KeyFingerprint", "KeyPairId"] as const).filter(
      (member) => !textOf(observation, member),
    );
    return missing.length === 0
      ? "pass"
      : { expected: "KeyName, KeyFingerprint and KeyPairId", actual: `no ${missing.join(", no ")}` };
  });

/** No elements but those of the model. */
export const noExtraElements: Check = ({ seen }) =>
  judgeEach(seen, (observation) => {
    const extras = observation.kind === "output" ? observation.extras : [];
    return extras.length === 0 ? "pass" : { expected: "no other elements", actual: extras.slice(0, 5).join(", ") };
  });

/** The name, character by character. */
export const keyNameEchoed: Check = ({ seen }) =>
  judgeEach(seen, (observation) => {
    const sent = observation.sent["KeyName"];
    if (typeof sent !== "string") return "not-applicable";
    const actual = textOf(observation, "KeyName");
    return actual === sent
      ? "pass"
      : { expected: `keyName ${JSON.stringify(sent)}`, actual: `keyName ${JSON.stringify(actual ?? null)}` };
  });

/** The pattern of the wire model. */
export const keyPairIdForm: Check = ({ seen, clause, contract }) => {
  const root = { components: { schemas: contract.schemas } };
  const pattern = String(resolvePointer(root, clause.constraints?.[0] ?? ""));
  return judgeEach(seen, (observation) => {
    const actual = textOf(observation, "KeyPairId") ?? "";
    return new RegExp(pattern, "u").test(actual)
      ? "pass"
      : { expected: `a keyPairId that matches ${pattern}`, actual: `"${actual}"` };
  });
};

/** Two imports have two ids. */
export const differentIds: Check = ({ seen: [one, other] }) =>
  judgeEach(other === undefined ? [] : [other], (observation) => {
    const [first, second] = [textOf(one, "KeyPairId"), textOf(observation, "KeyPairId")];
    if (observation.kind !== "output")
      return { expected: "a key pair with an id of its own", actual: shown(observation) };
    return first !== second
      ? "pass"
      : { expected: "an id of its own", actual: `${second ?? "no keyPairId"}, as the key before` };
  });

/** Neither the key that was sent nor a private one. */
export const noKeyMaterial: Check = ({ seen }) =>
  judgeEach(seen, (observation) => {
    const body = observation.exchange.response?.body ?? "";
    const parsed = parsedMaterial(observation);
    const blob = parsed.kind === "key" ? Buffer.from(parsed.blob).toString("base64") : undefined;
    const name = String(observation.sent["KeyName"] ?? "");
    const found =
      blob !== undefined && body.includes(blob)
        ? "the public key"
        : (body
            .replaceAll(name, "")
            .match(/PRIVATE KEY|<(keyMaterial|privateKey|publicKeyMaterial|publicKey)\b/i)?.[0] ?? "");
    return found === "" ? "pass" : { expected: "no key material", actual: found };
  });

/** Absent and empty are both legal. */
export const untaggedIsEmpty: Check = ({ seen }) =>
  judgeEach(seen, (observation) => {
    if (observation.kind !== "output" || observation.sent["TagSpecifications"] !== undefined) return "not-applicable";
    const tags = observation.output["Tags"];
    return tags === undefined || (Array.isArray(tags) && tags.length === 0)
      ? "pass"
      : { expected: "no tags", actual: JSON.stringify(tags) };
  });

/** By what a request was refused: the code or, where none can be read, the status. */
function refusalOf(observation: Observation | undefined): string | undefined {
  if (observation?.kind === "error") return observation.code;
  const status = observation?.exchange.response?.status ?? 0;
  return status >= 400 && status < 500 ? `the status ${status}` : undefined;
}

/** After a refusal (first) the key of that name is not found (second). */
export const nothingMade: Check = ({ seen: [refused, after] }) =>
  judgeEach(after === undefined ? [] : [after], (observation) => {
    const refusal = refusalOf(refused);
    if (refusal === undefined) return "not-applicable";
    const items = itemsOf(observation);
    if (items?.length === 0 || (observation.kind === "error" && observation.code === "InvalidKeyPair.NotFound"))
      return "pass";
    return {
      expected: `no key, after ${refusal}`,
      actual: items === undefined ? shown(observation) : `the key ${JSON.stringify(items[0]?.["KeyName"] ?? null)}`,
    };
  });

/** After a refusal (first) the name can still be used (second). */
export const nameStillFree: Check = ({ seen: [refused, second] }) =>
  judgeEach(second === undefined ? [] : [second], (observation) => {
    const refusal = refusalOf(refused);
    if (refusal === undefined) return "not-applicable";
    return observation.kind === "output"
      ? "pass"
      : { expected: `the name free, after ${refusal}`, actual: shown(observation) };
  });
