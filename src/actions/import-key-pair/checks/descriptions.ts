import type { Check } from "../../../judge/check.ts";
import { judgeEach, shown } from "../../../judge/view.ts";
import type { Finding, Observation } from "../../../model.ts";
import { describedItem, type Item, itemsOf, parsedMaterial, textOf } from "./read-answers.ts";

type Look = (item: Item, imported: Observation, described: Observation) => Finding | "pass" | "not-applicable";

/** A check of the import (first) and the item that describes it (second); no such item fails. */
function ofItem(look: Look, by: "name" | "name-or-id" = "name-or-id"): Check {
  return ({ seen: [imported, described] }) =>
    judgeEach(described === undefined ? [] : [described], (observation) => {
      const item = describedItem(observation, imported);
      const isOther = by === "name" && item?.["KeyName"] !== imported?.sent["KeyName"];
      if (item === undefined || imported === undefined || isOther)
        return { expected: "the imported key pair in the description", actual: listing(observation) };
      return look(item, imported, observation);
    });
}

function listing(observation: Observation): string {
  const items = itemsOf(observation);
  return items === undefined ? shown(observation) : `${items.length} key pairs: ${names(items)}`;
}

function names(items: readonly Item[]): string {
  const shownNames = items.slice(0, 5).map((item) => JSON.stringify(item["KeyName"] ?? null));
  return `${shownNames.join(", ")}${items.length > 5 ? ", …" : ""}` || "none";
}

/** The imported key is in the answer. */
export const finds: Check = ofItem(() => "pass", "name");

/** All keys of the imports (all but the last observation) are in the answer (the last), and no others. */
export const findsAll: Check = ({ seen }) => {
  const described = seen.at(-1);
  const wanted = seen
    .slice(0, -1)
    .map(({ sent }) => JSON.stringify(sent["KeyName"]))
    .sort();
  return judgeEach(described === undefined ? [] : [described], (observation) => {
    const found = (itemsOf(observation) ?? []).map((item) => JSON.stringify(item["KeyName"] ?? null)).sort();
    return found.join() === wanted.join()
      ? "pass"
      : { expected: `exactly ${wanted.join(", ")}`, actual: listing(observation) };
  });
};

/** The imported key is in the answer, and no other. */
export const findsOnly: Check = ofItem((_, imported, described) => {
  const items = itemsOf(described) ?? [];
  return items.length === 1 && items[0]?.["KeyName"] === imported.sent["KeyName"]
    ? "pass"
    : { expected: `only ${JSON.stringify(imported.sent["KeyName"])}`, actual: listing(described) };
});

/** The answer has a list, and nothing in it. */
export const findsNothing: Check = ({ seen }) =>
  judgeEach(seen, (observation) => {
    const listed = observation.kind === "output" ? observation.output["KeyPairs"] : undefined;
    if (Array.isArray(listed) && listed.length === 0) return "pass";
    return {
      expected: "200 with an empty keySet",
      actual: listed === undefined && observation.kind === "output" ? "no keySet" : listing(observation),
    };
  });

/** The imported key is in the answer, and only keys of its fingerprint are: another run may have imported it too. */
export const findsFingerprint: Check = ofItem((_, imported, described) => {
  const wanted = textOf(imported, "KeyFingerprint");
  const others = (itemsOf(described) ?? []).filter((item) => item["KeyFingerprint"] !== wanted);
  return others.length === 0 ? "pass" : { expected: `only keys of the fingerprint ${wanted}`, actual: names(others) };
});

/** Id, fingerprint and tags are those of the import. */
export const describedAsImported: Check = ofItem((item, imported) => {
  for (const member of ["KeyPairId", "KeyFingerprint"] as const) {
    const wanted = textOf(imported, member);
    if (item[member] !== wanted)
      return {
        expected: `${member} ${wanted}, as before`,
        actual: `${member} ${JSON.stringify(item[member] ?? null)}`,
      };
  }
  const tags = item["Tags"];
  const untagged = imported.sent["TagSpecifications"] === undefined;
  if (untagged && Array.isArray(tags) && tags.length > 0)
    return { expected: "no tags, as before", actual: JSON.stringify(tags) };
  return "pass";
});

/** The id is that of the import. */
export const describedId: Check = ofItem((item, imported) => {
  const wanted = textOf(imported, "KeyPairId");
  const actual = item["KeyPairId"];
  return wanted !== undefined && actual === wanted
    ? "pass"
    : { expected: `keyPairId ${wanted ?? "of the import"}`, actual: `keyPairId ${JSON.stringify(actual ?? null)}` };
});

/** No elements but those of the model. */
export const describedMembers: Check = ofItem((_, __, described) => {
  const extras = described.kind === "output" ? described.extras : [];
  return extras.length === 0 ? "pass" : { expected: "no other elements", actual: extras.slice(0, 5).join(", ") };
});

/** `rsa` or `ed25519`, by the key that was sent. */
export const describedKeyType: Check = ofItem((item, imported) => {
  const parsed = parsedMaterial(imported);
  if (parsed.kind !== "key") return "not-applicable";
  const wanted = parsed.key.kind;
  return item["KeyType"] === wanted
    ? "pass"
    : { expected: `keyType ${wanted}`, actual: `keyType ${JSON.stringify(item["KeyType"] ?? null)}` };
});

/** Type and blob of the key that was sent. */
export const publicKeyReturned: Check = ofItem((item, imported) => {
  const parsed = parsedMaterial(imported);
  if (parsed.kind !== "key") return "not-applicable";
  const blob = Buffer.from(parsed.blob).toString("base64");
  const label = parsed.key.kind === "rsa" ? "ssh-rsa" : "ssh-ed25519";
  const actual = item["PublicKey"];
  const [actualLabel, actualBlob] = typeof actual === "string" ? actual.trim().split(/\s+/) : [];
  if (actualLabel === label && actualBlob === blob) return "pass";
  return { expected: `publicKey ${label} ${blob}`, actual: `publicKey ${JSON.stringify(actual ?? null)}` };
});

/** The comment is the name of the key pair. */
export const publicKeyComment: Check = ofItem((item, imported) => {
  const actual = item["PublicKey"];
  if (typeof actual !== "string") return "not-applicable";
  const comment = actual.trim().split(/\s+/).slice(2).join(" ");
  const wanted = String(imported.sent["KeyName"]);
  return comment === wanted
    ? "pass"
    : { expected: `the comment ${wanted}`, actual: comment === "" ? "no comment" : `the comment ${comment}` };
});

/** No publicKey that nobody asked for. */
export const publicKeyAbsent: Check = ofItem((item) =>
  item["PublicKey"] === undefined
    ? "pass"
    : { expected: "no publicKey", actual: `publicKey ${JSON.stringify(item["PublicKey"])}` },
);
