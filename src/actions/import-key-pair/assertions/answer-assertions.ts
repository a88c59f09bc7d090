import type { Assertions, Finding } from "../../../emit/assertion.ts";
import { each } from "../../../emit/protocol-assertions.ts";
import type { Observation } from "../../../model.ts";
import { resolvePointer } from "../../../spec/pointer.ts";
import { hexPairs, paddedBase64, vectorOf, wantedDigests } from "../checks/fingerprints.ts";
import { parsedMaterial } from "../checks/read-answers.ts";
import { sentTags } from "../checks/tags.ts";

/** What is checked of the answers to imports and deletions. */
export const answerAssertions = {
  answered: each((answer, { flaw, kind }, { t }) =>
    // What is not well-formed takes a strict parser to see.
    flaw !== undefined && (kind === "output" || kind === "error")
      ? undefined
      : [t.isBelow(t.status(answer), 500), t.matchesNot(t.outcome(answer), /^HTTP /)],
  ),
  "still-lives": ({ seen: [, after], t }) => after && [t.is(t.outcome(t.answer(after.step)), t.text("accepted"))],
  "members-present": each((answer, _, { t }) =>
    ["keyName", "keyFingerprint", "keyPairId"].map((member) => t.isNot(t.member(answer, member), t.text(""))),
  ),
  "no-extra-elements": each(withoutExtras),
  "key-name-echoed": each(nameEchoed),
  echoed: each((answer, seen, finding) => [...nameEchoed(answer, seen, finding), ...tagsEchoed(answer, seen, finding)]),
  "tags-echoed": each(tagsEchoed),
  "untagged-is-empty": each((answer, _, { t }) => [t.areJust(t.tags(answer), [])]),
  "key-pair-id-form": each((answer, _, { t, clause, contract }) => {
    const root = { components: { schemas: contract.schemas } };
    const pattern = String(resolvePointer(root, clause.constraints?.[0] ?? ""));
    return [t.matches(t.member(answer, "keyPairId"), new RegExp(pattern, "u"))];
  }),
  "different-ids": ({ seen: [one, other], t }) =>
    one && other
      ? [
          t.is(t.outcome(t.answer(other.step)), t.text("accepted")),
          t.isNot(t.member(t.answer(other.step), "keyPairId"), t.member(t.answer(one.step), "keyPairId")),
        ]
      : undefined,
  "no-key-material": each((answer, seen, { t }) => {
    const parsed = parsedMaterial(seen);
    const name = seen.sent["KeyName"];
    const rest = typeof name === "string" ? t.bodyWithout(answer, t.text(name)) : t.body(answer);
    return [
      ...(parsed.kind === "key"
        ? [t.hasNotText(t.body(answer), t.text(Buffer.from(parsed.blob).toString("base64")))]
        : []),
      t.matchesNot(rest, /PRIVATE KEY|<(keyMaterial|privateKey|publicKeyMaterial|publicKey)\b/i),
    ];
  }),
  "fingerprint-digest": each((answer, seen, { t, expect }) => {
    const wanted = wantedDigests(seen, expect).map(({ value }) => t.text(value));
    return [t.isOneOf(t.member(answer, "keyFingerprint"), wanted)];
  }),
  "fingerprint-vector": each((answer, seen, { t }) => [
    t.is(t.member(answer, "keyFingerprint"), t.text(vectorOf(seen).fingerprint)),
  ]),
  "fingerprint-form-rsa": each((answer, _, { t }) => [t.matches(t.member(answer, "keyFingerprint"), hexPairs)]),
  "fingerprint-form-ed25519": each((answer, _, { t }) => [t.matches(t.member(answer, "keyFingerprint"), paddedBase64)]),
  "same-fingerprint": ({ seen: [one, other], t }) =>
    one && other
      ? [t.is(t.member(t.answer(other.step), "keyFingerprint"), t.member(t.answer(one.step), "keyFingerprint"))]
      : undefined,
  "nothing-made": ({ seen: [, after], t }) =>
    after && [
      t.isOneOf(t.outcome(t.answer(after.step)), [t.text("accepted"), t.text("InvalidKeyPair.NotFound")]),
      t.areJust(t.names(t.answer(after.step)), []),
    ],
  "name-still-free": ({ seen: [, second], t }) =>
    second && [t.is(t.outcome(t.answer(second.step)), t.text("accepted"))],
  deleted: ({ seen: [deletion, after], t }) =>
    deletion && after
      ? [
          t.is(t.member(t.answer(deletion.step), "return"), t.text("true")),
          t.areJust(t.names(t.answer(after.step)), []),
        ]
      : undefined,
  "deletion-accepted": each((answer, _, { t }) => [
    t.is(t.outcome(answer), t.text("accepted")),
    t.is(t.member(answer, "return"), t.text("true")),
  ]),
  "deleted-id": ({ seen: [imported, deletion], t }) =>
    imported && deletion
      ? [t.is(t.member(t.answer(deletion.step), "keyPairId"), t.member(t.answer(imported.step), "keyPairId"))]
      : undefined,
  "no-deleted-id": each((answer, _, { t }) => [t.hasNot(t.paths(answer), t.text("DeleteKeyPairResponse/keyPairId"))]),
} as const satisfies Assertions;

/** No element that the model does not have. What was found to be wrong otherwise than by its path can't be told so. */
export function withoutExtras(
  answer: string,
  seen: Observation,
  { t }: Pick<Finding, "t">,
): readonly string[] | undefined {
  const extras = seen.kind === "output" ? seen.extras : [];
  if (extras.some((extra) => extra.includes(" "))) return undefined;
  return extras.map((extra) => t.hasNot(t.paths(answer), t.text(extra)));
}

function nameEchoed(answer: string, { sent }: Observation, { t }: Finding): readonly string[] {
  const name = sent["KeyName"];
  return typeof name === "string" ? [t.is(t.member(answer, "keyName"), t.text(name))] : [];
}

function tagsEchoed(answer: string, seen: Observation, finding: Finding): readonly string[] {
  return sentTags(seen).length === 0 ? [] : [tagsAre(answer, seen, finding)];
}

/** The tags of an import, in any order. */
export function tagsAre(from: string, imported: Observation, { t }: Pick<Finding, "t">): string {
  const wanted = sentTags(imported).map((tag) => t.text(`${String(tag["Key"] ?? "")}=${String(tag["Value"] ?? "")}`));
  return t.areJust(t.tags(from), wanted);
}
