import type { Assertions, Finding } from "../../../emit/assertion.ts";
import { each } from "../../../emit/protocol-assertions.ts";
import { quoted } from "../../../emit/say.ts";
import type { Observation } from "../../../model.ts";
import { resolvePointer } from "../../../spec/pointer.ts";
import { hexPairs, paddedBase64, vectorOf, wantedDigests } from "../checks/fingerprints.ts";
import { parsedMaterial } from "../checks/key-of.ts";
import { sentTags } from "../checks/tags.ts";

/** What is checked of the answers to imports and deletions. */
export const answerAssertions = {
  answered: each((answer, { flaw, kind }) =>
    // What is not well-formed takes a strict parser to see.
    flaw !== undefined && (kind === "output" || kind === "error")
      ? undefined
      : [`expect(${answer}.status).toBeLessThan(500);`, `expect(outcome(${answer})).not.toMatch(/^HTTP /);`],
  ),
  "still-lives": ({ seen: [, after], answer }) => after && [`expect(outcome(${answer(after.step)})).toBe("accepted");`],
  "members-present": each((answer) =>
    ["keyName", "keyFingerprint", "keyPairId"].map((member) => `expect(text(${answer}, "${member}")).not.toBe("");`),
  ),
  "no-extra-elements": each(withoutExtras),
  "key-name-echoed": each(nameEchoed),
  echoed: each((answer, seen, finding) => [...nameEchoed(answer, seen, finding), ...tagsEchoed(answer, seen, finding)]),
  "tags-echoed": each(tagsEchoed),
  "untagged-is-empty": each((answer) => [`expect(tags(${answer})).toEqual([]);`]),
  "key-pair-id-form": each((answer, _, { clause, contract }) => {
    const root = { components: { schemas: contract.schemas } };
    const pattern = String(resolvePointer(root, clause.constraints?.[0] ?? ""));
    return [`expect(text(${answer}, "keyPairId")).toMatch(new RegExp(${quoted(pattern)}, "u"));`];
  }),
  "different-ids": ({ seen: [one, other], answer }) =>
    one && other
      ? [
          `expect(outcome(${answer(other.step)})).toBe("accepted");`,
          `expect(text(${answer(other.step)}, "keyPairId")).not.toBe(text(${answer(one.step)}, "keyPairId"));`,
        ]
      : undefined,
  "no-key-material": each((answer, seen, { say }) => {
    const parsed = parsedMaterial(seen);
    const name = seen.sent["KeyName"];
    const rest = typeof name === "string" ? `${answer}.body.replaceAll(${say(name)}, "")` : `${answer}.body`;
    return [
      ...(parsed.kind === "key"
        ? [`expect(${answer}.body).not.toContain(${quoted(Buffer.from(parsed.blob).toString("base64"))});`]
        : []),
      `expect(${rest}).not.toMatch(/PRIVATE KEY|<(keyMaterial|privateKey|publicKeyMaterial|publicKey)\\b/i);`,
    ];
  }),
  "fingerprint-digest": each((answer, seen, { expect }) => {
    const wanted = wantedDigests(seen, expect).map(({ value }) => quoted(value));
    return [`expect([${wanted.join(", ")}]).toContain(text(${answer}, "keyFingerprint"));`];
  }),
  "fingerprint-vector": each((answer, seen) => [
    `expect(text(${answer}, "keyFingerprint")).toBe(${quoted(vectorOf(seen).fingerprint)});`,
  ]),
  "fingerprint-form-rsa": each((answer) => [`expect(text(${answer}, "keyFingerprint")).toMatch(${hexPairs});`]),
  "fingerprint-form-ed25519": each((answer) => [`expect(text(${answer}, "keyFingerprint")).toMatch(${paddedBase64});`]),
  "same-fingerprint": ({ seen: [one, other], answer }) =>
    one && other
      ? [`expect(text(${answer(other.step)}, "keyFingerprint")).toBe(text(${answer(one.step)}, "keyFingerprint"));`]
      : undefined,
  "nothing-made": ({ seen: [, after], answer }) =>
    after && [
      `expect(["accepted", "InvalidKeyPair.NotFound"]).toContain(outcome(${answer(after.step)}));`,
      `expect(names(${answer(after.step)})).toEqual([]);`,
    ],
  "name-still-free": ({ seen: [, second], answer }) =>
    second && [`expect(outcome(${answer(second.step)})).toBe("accepted");`],
  deleted: ({ seen: [deletion, after], answer }) =>
    deletion && after
      ? [
          `expect(text(${answer(deletion.step)}, "return")).toBe("true");`,
          `expect(names(${answer(after.step)})).toEqual([]);`,
        ]
      : undefined,
  "deletion-accepted": each((answer) => [
    `expect(outcome(${answer})).toBe("accepted");`,
    `expect(text(${answer}, "return")).toBe("true");`,
  ]),
  "deleted-id": ({ seen: [imported, deletion], answer }) =>
    imported && deletion
      ? [`expect(text(${answer(deletion.step)}, "keyPairId")).toBe(text(${answer(imported.step)}, "keyPairId"));`]
      : undefined,
  "no-deleted-id": each((answer) => [`expect(paths(${answer})).not.toContain("DeleteKeyPairResponse/keyPairId");`]),
} as const satisfies Assertions;

/** No element that the model does not have. What was found to be wrong otherwise than by its path can't be told so. */
export function withoutExtras(answer: string, seen: Observation): readonly string[] | undefined {
  const extras = seen.kind === "output" ? seen.extras : [];
  if (extras.some((extra) => extra.includes(" "))) return undefined;
  return extras.map((extra) => `expect(paths(${answer})).not.toContain(${quoted(extra)});`);
}

function nameEchoed(answer: string, { sent }: Observation, { say }: Finding): readonly string[] {
  const name = sent["KeyName"];
  return typeof name === "string" ? [`expect(text(${answer}, "keyName")).toBe(${say(name)});`] : [];
}

function tagsEchoed(answer: string, seen: Observation, finding: Finding): readonly string[] {
  return sentTags(seen).length === 0 ? [] : [tagsAre(answer, seen, finding)];
}

/** The tags of an import, in any order. */
export function tagsAre(from: string, imported: Observation, { say }: Pick<Finding, "say">): string {
  const wanted = sentTags(imported).map((tag) => say(`${String(tag["Key"] ?? "")}=${String(tag["Value"] ?? "")}`));
  return `expect(tags(${from})).toEqual([${wanted.join(", ")}].sort());`;
}
