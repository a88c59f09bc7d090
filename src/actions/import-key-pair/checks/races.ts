import type { Check } from "../../../judge/check.ts";
import { shown } from "../../../judge/view.ts";
import type { Judged, Observation } from "../../../model.ts";
import { returnsTrue } from "./deletions.ts";
import { describedItem, itemsOf, textOf } from "./read-answers.ts";

/**
 * Of imports of one name at the same time (all but the last observation) one is accepted, the others are refused as the
 * clause expects, and what is described (the last) is what was accepted. An answer that never came may have been the
 * winner's.
 */
export const oneImportWins: Check = ({ seen, expect }) => {
  const [imports, described] = [seen.slice(0, -1), seen.at(-1)];
  const silent = unanswered(seen);
  if (silent !== undefined || described === undefined) return silent ?? { kind: "not-applicable" };
  const codes = expect.refused?.codes ?? [];
  const [winner, ...others] = imports.filter(({ kind }) => kind === "output");
  const losers = imports.filter((one) => one.kind === "error" && codes.includes(one.code));
  if (winner === undefined || others.length > 0 || losers.length < imports.length - 1)
    return {
      kind: "fail",
      expected: `1 accepted, ${imports.length - 1} refused with ${codes.join(" or ")}`,
      actual: outcomesOf(imports),
    };
  return describes(described, winner);
};

/**
 * After a deletion (first) and an import (second) of one name at the same time, the import's key is described (third),
 * whole, where the import was accepted, and none where it was refused.
 */
export const noHalfKey: Check = ({ seen }) => {
  const [deletion, imported, described] = seen;
  const silent = unanswered(seen);
  if (deletion === undefined || imported === undefined || described === undefined) return { kind: "not-applicable" };
  if (silent !== undefined) return silent;
  if (imported.kind === "output") return describes(described, imported);
  if (!returnsTrue(deletion)) return { kind: "not-applicable" };
  const isGone =
    itemsOf(described)?.length === 0 || (described.kind === "error" && described.code === "InvalidKeyPair.NotFound");
  return isGone
    ? { kind: "pass" }
    : { kind: "fail", expected: "no key: it was deleted, and the import refused", actual: told(described) };
};

function unanswered(seen: readonly Observation[]): Judged | undefined {
  const silent = seen.find(({ kind }) => kind === "unanswered");
  return silent && { kind: "indeterminate", why: shown(silent) };
}

/** Exactly one key of the import's name is described, with the id and the fingerprint that the import answered. */
function describes(described: Observation, imported: Observation): Judged {
  const [id, print] = [textOf(imported, "KeyPairId"), textOf(imported, "KeyFingerprint")];
  const item = describedItem(described, imported);
  const isIt = item?.["KeyPairId"] === id && item?.["KeyFingerprint"] === print;
  return isIt && itemsOf(described)?.length === 1
    ? { kind: "pass" }
    : { kind: "fail", expected: `the accepted key, ${id} ${print}`, actual: told(described) };
}

function told(described: Observation): string {
  const items = itemsOf(described)?.map((item) => `${item["KeyPairId"]} ${item["KeyFingerprint"]}`);
  return items === undefined ? shown(described) : items.join(", ") || "no key";
}

/** `2 accepted, 6 400 InvalidKeyPair.Duplicate`, the most frequent first. */
function outcomesOf(imports: readonly Observation[]): string {
  const words = imports.map((one) => (one.kind === "output" ? "accepted" : shown(one)));
  const byWord = [...Map.groupBy(words, (word) => word)].map(([word, all]) => ({ word, count: all.length }));
  return byWord
    .toSorted((one, other) => Number(other.word === "accepted") - Number(one.word === "accepted"))
    .map(({ word, count }) => (word === "accepted" ? `${count} accepted` : `${count} times ${word}`))
    .join(", ");
}
