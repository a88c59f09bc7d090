import type { Assertion, Assertions, Finding } from "../../../emit/assertion.ts";
import type { Language } from "../../../emit/language.ts";
import { each } from "../../../emit/protocol-assertions.ts";
import type { Observation } from "../../../model.ts";
import { allowance, isoUtc } from "../checks/create-time.ts";
import { describedItem, itemsOf, parsedMaterial } from "../checks/read-answers.ts";
import { tagsAre, withoutExtras } from "./answer-assertions.ts";

/** What is checked of descriptions; the import comes first, and what describes it after it. */
export const descriptionAssertions = {
  finds: ofImport((described, { t, name }) => [t.has(t.names(described), name)]),
  "finds-only": findsExactly,
  "finds-all": findsExactly,
  "finds-nothing": each((answer, _, { t }) => [
    t.has(t.paths(answer), t.text("DescribeKeyPairsResponse/keySet")),
    t.areJust(t.names(answer), []),
  ]),
  "finds-fingerprint": ofImport((described, { t, name, imported }) => [
    t.has(t.names(described), name),
    t.areJust(t.fingerprints(described), [t.member(imported, "keyFingerprint")]),
  ]),
  "described-as-imported": ofImport((described, { t, name, imported, untagged }) => {
    const item = t.item(described, name);
    return [
      ...["keyPairId", "keyFingerprint"].map((member) => t.is(t.member(item, member), t.member(imported, member))),
      ...(untagged ? [t.areJust(t.tags(item), [])] : []),
    ];
  }),
  "described-id": ofImport((described, { t, name, imported }) => [
    t.is(t.member(t.item(described, name), "keyPairId"), t.member(imported, "keyPairId")),
  ]),
  "described-fingerprint": ofImport((described, { t, name, imported }) => [
    t.is(t.member(t.item(described, name), "keyFingerprint"), t.member(imported, "keyFingerprint")),
  ]),
  "tags-described": ofImport((described, { t, name, first }) => [tagsAre(t.item(described, name), first, { t })]),
  "described-members": ofImport((described, { t, second }) => withoutExtras(described, second, { t })),
  "described-key-type": ofImport((described, { t, name, first }) => {
    const parsed = parsedMaterial(first);
    return parsed.kind === "key"
      ? [t.is(t.member(t.item(described, name), "keyType"), t.text(parsed.key.kind))]
      : undefined;
  }),
  "public-key-returned": ofImport((described, { t, name, first }) => {
    const parsed = parsedMaterial(first);
    if (parsed.kind !== "key") return undefined;
    const label = parsed.key.kind === "rsa" ? "ssh-rsa" : "ssh-ed25519";
    const wanted = `${label} ${Buffer.from(parsed.blob).toString("base64")}`;
    return [t.is(t.keyWords(t.member(t.item(described, name), "publicKey"), "key"), t.text(wanted))];
  }),
  "public-key-comment": ofImport((described, { t, name }) => [
    t.is(t.keyWords(t.member(t.item(described, name), "publicKey"), "comment"), name),
  ]),
  "public-key-absent": ofImport((described, { t, name }) => [
    t.hasNot(t.membersOf(t.item(described, name)), t.text("publicKey")),
  ]),
  "create-time-form": ofImport((described, { t, name }) => [
    t.matches(t.member(t.item(described, name), "createTime"), isoUtc),
  ]),
  "create-time": ({ seen: [, imported, described], t }) => {
    if (imported === undefined || described === undefined) return undefined;
    const time = Date.parse(String(describedItem(described, imported)?.["CreateTime"]));
    // By whose clock it is wrong can't be told by a test; that it is far from now can.
    if (Math.abs(time - Date.parse(imported.exchange.sentAt ?? "")) < allowance) return undefined;
    const item = t.item(t.answer(described.step), t.text(String(imported.sent["KeyName"])));
    return [t.isBelow(t.distanceToNow(t.member(item, "createTime")), allowance)];
  },
  "same-create-time": ({ seen: [imported, described, again], t }) => {
    if (imported === undefined || described === undefined || again === undefined) return undefined;
    const [first = "", second = ""] = [described, again].map(({ step }) =>
      t.member(t.item(t.answer(step), t.text(String(imported.sent["KeyName"]))), "createTime"),
    );
    return [t.is(second, first)];
  },
} as const satisfies Assertions;

/** Those of the imports (all but the last observation) are described (by the last), and no others. */
function findsExactly({ seen, all, t }: Finding): readonly string[] | undefined {
  const described = seen.at(-1);
  const wanted = seen.slice(0, -1).map(({ sent }) => String(sent["KeyName"]));
  if (described === undefined) return undefined;
  // A test runs alone: keys of other cases that were found beside this one's will not be there.
  const own = new Set([...all.values()].map(({ sent }) => sent["KeyName"]));
  const found = (itemsOf(described) ?? []).flatMap(({ KeyName: name }) =>
    own.has(String(name)) ? [String(name)] : [],
  );
  if (found.toSorted().join() === wanted.toSorted().join()) return undefined;
  return [t.areJust(t.names(t.answer(described.step)), wanted.map(t.text))];
}

interface Described {
  /** The import's name as an expression, and the variable of its answer. */
  readonly name: string;
  readonly imported: string;
  readonly untagged: boolean;
  readonly first: Observation;
  readonly second: Observation;
  readonly t: Language;
}

function ofImport(make: (described: string, of: Described) => readonly string[] | undefined): Assertion {
  return ({ seen: [first, second], t }) => {
    const name = first?.sent["KeyName"];
    if (first === undefined || second === undefined || typeof name !== "string") return undefined;
    const untagged = first.sent["TagSpecifications"] === undefined;
    return make(t.answer(second.step), {
      name: t.text(name),
      imported: t.answer(first.step),
      untagged,
      first,
      second,
      t,
    });
  };
}
