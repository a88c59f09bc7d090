import type { Check } from "../../../judge/check.ts";
import { judgeEach, shown } from "../../../judge/view.ts";
import type { Digest, Expectation, Observation } from "../../../model.ts";
import { fingerprint } from "../keys/fingerprint.ts";
import { type AwsVector, readAwsVectors } from "../read-fixtures.ts";
import { describedItem, keyOf, textOf } from "./read-answers.ts";

/** The fingerprint is the digest that the layer wants, recomputed here from the key that was sent. */
export const fingerprintDigest: Check = ({ seen, expect }) =>
  judgeEach(seen, (observation) => {
    const wanted = wantedDigests(observation, expect);
    if (wanted.length === 0) return "not-applicable";
    const actual = textOf(observation, "KeyFingerprint");
    if (wanted.some(({ value }) => value === actual)) return "pass";
    const expected = wanted.map(({ digest, value }) => `${value} (${digest})`).join(" or ");
    return { expected, actual: actual ?? "no keyFingerprint" };
  });

/** A key of `fixtures/keys` gets the fingerprint that AWS gave it. */
export const fingerprintVector: Check = ({ seen }) =>
  judgeEach(seen, (observation) => {
    const vector = vectorOf(observation);
    const actual = textOf(observation, "KeyFingerprint");
    if (actual === vector.fingerprint) return "pass";
    return { expected: `${vector.fingerprint}, as AWS returned it`, actual: actual ?? shown(observation) };
  });

/** The digests that a layer wants of the key that was sent; none of what is no key. */
export function wantedDigests(
  observation: Observation,
  { digest = [] }: Expectation,
): readonly { readonly digest: Digest; readonly value: string }[] {
  const key = keyOf(observation);
  if (key === undefined) return [];
  return [digest]
    .flat()
    .filter((one) => (one === "sha256-ssh") === (key.kind === "ed25519"))
    .map((one) => ({ digest: one, value: fingerprint(key, one) }));
}

/** What AWS answered for the key that was sent. @throws {Error} where it is no key of the vectors. */
export function vectorOf({ sent }: Observation): AwsVector {
  const line = sent["PublicKeyMaterial"] instanceof Uint8Array ? Buffer.from(sent["PublicKeyMaterial"]).toString() : "";
  const blob = line.split(" ")[1] ?? "";
  const vector = Object.values(readAwsVectors()).find((known) => known.line.split(" ")[1] === blob);
  if (vector === undefined) throw new Error("the key is no vector");
  return vector;
}

/** How an RSA fingerprint is spelled. */
export const hexPairs = /^[0-9a-f]{2}(:[0-9a-f]{2}){15}$/;
/** How an ED25519 fingerprint is spelled. */
export const paddedBase64 = /^[A-Za-z0-9+/]{43}=$/;

/** The spelling of an RSA fingerprint. */
export const fingerprintFormRsa: Check = formOf(
  "rsa",
  hexPairs,
  "16 pairs of lower-case hex digits with colons between",
);

/** The spelling of an ED25519 fingerprint. */
export const fingerprintFormEd25519: Check = formOf(
  "ed25519",
  paddedBase64,
  '44 characters of standard base64, the last of them "="',
);

function formOf(kind: "rsa" | "ed25519", form: RegExp, words: string): Check {
  return ({ seen }) =>
    judgeEach(seen, (observation) => {
      if (keyOf(observation)?.kind !== kind) return "not-applicable";
      const actual = textOf(observation, "KeyFingerprint") ?? "";
      return form.test(actual) ? "pass" : { expected: words, actual: `"${actual}"` };
    });
}

/** Two imports of one key give one fingerprint. */
export const sameFingerprint: Check = ({ seen }) => {
  const [one, other] = seen;
  const wanted = textOf(one, "KeyFingerprint");
  return judgeEach(other === undefined ? [] : [other], (observation) => {
    const actual = textOf(observation, "KeyFingerprint");
    if (actual !== undefined && actual === wanted) return "pass";
    return {
      expected: `${wanted ?? "a fingerprint"}, as for the same key before`,
      actual: actual ?? shown(observation),
    };
  });
};

/** The description gives the fingerprint of the import. */
export const describedFingerprint: Check = ({ seen: [imported, described] }) => {
  const wanted = textOf(imported, "KeyFingerprint");
  return judgeEach(described === undefined ? [] : [described], (observation) => {
    const actual = describedItem(observation, imported)?.["KeyFingerprint"];
    if (actual !== undefined && actual === wanted) return "pass";
    return {
      expected: `${wanted ?? "a fingerprint"}, as in the import`,
      actual: typeof actual === "string" ? actual : shown(observation),
    };
  });
};
