import type { Assertion, Assertions, Finding } from "../../../emit/assertion.ts";
import { each } from "../../../emit/protocol-assertions.ts";
import { quoted } from "../../../emit/say.ts";
import type { Observation } from "../../../model.ts";
import { allowance, isoUtc } from "../checks/create-time.ts";
import { describedItem, itemsOf } from "../checks/described-item.ts";
import { parsedMaterial } from "../checks/key-of.ts";
import { tagsAre, withoutExtras } from "./answer-assertions.ts";

/** What is checked of descriptions; the import comes first, and what describes it after it. */
export const descriptionAssertions = {
  finds: ofImport((described, { name }) => [`expect(names(${described})).toContain(${name});`]),
  "finds-only": findsExactly,
  "finds-all": findsExactly,
  "finds-nothing": each((answer) => [
    `expect(paths(${answer})).toContain("DescribeKeyPairsResponse/keySet");`,
    `expect(names(${answer})).toEqual([]);`,
  ]),
  "finds-fingerprint": ofImport((described, { name, imported }) => [
    `expect(names(${described})).toContain(${name});`,
    `const prints = items(${described}).map((item) => text(item, "keyFingerprint"));`,
    `expect(new Set(prints)).toEqual(new Set([text(${imported}, "keyFingerprint")]));`,
  ]),
  "described-as-imported": ofImport((described, { name, imported, untagged }) => [
    `const described = itemOf(${described}, ${name});`,
    ...["keyPairId", "keyFingerprint"].map((member) => same("described", imported, member)),
    ...(untagged ? ["expect(tags(described)).toEqual([]);"] : []),
  ]),
  "described-id": ofImport((described, { name, imported }) => [
    same(`itemOf(${described}, ${name})`, imported, "keyPairId"),
  ]),
  "described-fingerprint": ofImport((described, { name, imported }) => [
    same(`itemOf(${described}, ${name})`, imported, "keyFingerprint"),
  ]),
  "tags-described": ofImport((described, { name, first, say }) => [
    tagsAre(`itemOf(${described}, ${name})`, first, { say }),
  ]),
  "described-members": ofImport((described, { second }) => withoutExtras(described, second)),
  "described-key-type": ofImport((described, { name, first }) => {
    const parsed = parsedMaterial(first);
    return parsed.kind === "key"
      ? [`expect(text(itemOf(${described}, ${name}), "keyType")).toBe("${parsed.key.kind}");`]
      : undefined;
  }),
  "public-key-returned": ofImport((described, { name, first }) => {
    const parsed = parsedMaterial(first);
    if (parsed.kind !== "key") return undefined;
    const label = parsed.key.kind === "rsa" ? "ssh-rsa" : "ssh-ed25519";
    const wanted = `${label} ${Buffer.from(parsed.blob).toString("base64")}`;
    const key = `text(itemOf(${described}, ${name}), "publicKey")`;
    return [`expect(${key}.trim().split(/\\s+/).slice(0, 2).join(" ")).toBe(${quoted(wanted)});`];
  }),
  "public-key-comment": ofImport((described, { name }) => {
    const key = `text(itemOf(${described}, ${name}), "publicKey")`;
    return [`expect(${key}.trim().split(/\\s+/).slice(2).join(" ")).toBe(${name});`];
  }),
  "public-key-absent": ofImport((described, { name }) => [
    `expect(itemOf(${described}, ${name}).children.map((member) => member.name)).not.toContain("publicKey");`,
  ]),
  "create-time-form": ofImport((described, { name }) => [
    `expect(text(itemOf(${described}, ${name}), "createTime")).toMatch(${isoUtc});`,
  ]),
  "create-time": ({ seen: [, imported, described], answer, say }) => {
    if (imported === undefined || described === undefined) return undefined;
    const time = Date.parse(String(describedItem(described, imported)?.["CreateTime"]));
    // By whose clock it is wrong can't be told by a test; that it is far from now can.
    if (Math.abs(time - Date.parse(imported.exchange.sentAt ?? "")) < allowance) return undefined;
    const item = `itemOf(${answer(described.step)}, ${say(String(imported.sent["KeyName"]))})`;
    return [`expect(Math.abs(Date.parse(text(${item}, "createTime")) - Date.now())).toBeLessThan(${allowance});`];
  },
  "same-create-time": ({ seen: [imported, described, again], answer, say }) => {
    if (imported === undefined || described === undefined || again === undefined) return undefined;
    const [first, second] = [described, again].map(
      ({ step }) => `text(itemOf(${answer(step)}, ${say(String(imported.sent["KeyName"]))}), "createTime")`,
    );
    return [`expect(${second}).toBe(${first});`];
  },
} as const satisfies Assertions;

/** Those of the imports (all but the last observation) are described (by the last), and no others. */
function findsExactly({ seen, all, answer, say }: Finding): readonly string[] | undefined {
  const described = seen.at(-1);
  const wanted = seen.slice(0, -1).map(({ sent }) => String(sent["KeyName"]));
  if (described === undefined) return undefined;
  // A test runs alone: keys of other cases that were found beside this one's will not be there.
  const own = new Set([...all.values()].map(({ sent }) => sent["KeyName"]));
  const found = (itemsOf(described) ?? []).flatMap(({ KeyName: name }) =>
    own.has(String(name)) ? [String(name)] : [],
  );
  if (found.toSorted().join() === wanted.toSorted().join()) return undefined;
  return [`expect(names(${answer(described.step)}).sort()).toEqual([${wanted.map(say).join(", ")}].sort());`];
}

interface Described {
  /** The import's name as an expression, and the variable of its answer. */
  readonly name: string;
  readonly imported: string;
  readonly untagged: boolean;
  readonly first: Observation;
  readonly second: Observation;
  readonly say: Finding["say"];
}

function ofImport(make: (described: string, of: Described) => readonly string[] | undefined): Assertion {
  return ({ seen: [first, second], answer, say }) => {
    const name = first?.sent["KeyName"];
    if (first === undefined || second === undefined || typeof name !== "string") return undefined;
    const untagged = first.sent["TagSpecifications"] === undefined;
    return make(answer(second.step), { name: say(name), imported: answer(first.step), untagged, first, second, say });
  };
}

function same(item: string, imported: string, member: string): string {
  return `expect(text(${item}, "${member}")).toBe(text(${imported}, "${member}"));`;
}
