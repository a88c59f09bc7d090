import { createHash } from "node:crypto";
import { success } from "../../../../mock/answer.ts";
import { element } from "../../../../mock/element.ts";
import type { KeyPairStore, Tag } from "../../reference/key-pair-store.ts";
import { add, change, drop, onAction, refuse, retext } from "../edit-answer.ts";
import type { KeyPairFault } from "../key-pair-fault.ts";

const inDeletion = (edit: Parameters<typeof onAction>[1]) => onAction("DeleteKeyPair", edit);

/** Of answers that name no key as deleted. */
const ofNothing = (edit: Parameters<typeof onAction>[1]) =>
  inDeletion((answer, exchange) =>
    JSON.stringify(answer.root).includes('"keyPairId"') ? answer : edit(answer, exchange),
  );

const everHeld = new WeakMap<KeyPairStore, Set<string>>();
const tagsByName = new WeakMap<KeyPairStore, Map<string, readonly Tag[]>>();

/** What a delete does, and what it does not. */
export const deleteFaults: readonly KeyPairFault[] = [
  {
    id: "delete-does-nothing",
    summary: "A delete succeeds and deletes nothing.",
    area: "lifecycle",
    clause: "F7ZG",
    bug: { emulator: "floci", link: "https://github.com/floci-io/floci/pull/2187" },
    kind: "behaviour",
    behaviour: { remove: () => {} },
  },
  {
    id: "delete-by-id-does-nothing",
    summary: "A delete by id succeeds and deletes nothing.",
    area: "lifecycle",
    clause: "E3C6",
    kind: "behaviour",
    behaviour: { deletedById: () => undefined },
  },
  {
    id: "delete-missing-refused",
    summary: "Deleting a key that does not exist is refused.",
    area: "lifecycle",
    clause: "T6BA",
    kind: "reply",
    tree: ofNothing(refuse(() => true, 400, "InvalidKeyPair.NotFound", "The key pair does not exist")),
  },
  {
    id: "delete-missing-404",
    summary: "Deleting a key that does not exist gives status 404.",
    area: "lifecycle",
    clause: "T6BA",
    kind: "reply",
    tree: ofNothing((answer) => ({ ...answer, status: 404 })),
  },
  {
    id: "delete-missing-invents-id",
    summary: "Deleting a key that does not exist names an id that it is said to have had.",
    area: "lifecycle",
    clause: "A7YG",
    kind: "reply",
    tree: ofNothing(add("DeleteKeyPairResponse", element("keyPairId", "key-0123456789abcdef0"))),
  },
  {
    id: "deleted-described-as-empty",
    summary: "Describing a key that is deleted gives an empty list.",
    area: "lifecycle",
    clause: "P4EY",
    kind: "reply",
    tree: (answer, { call, memory }) => {
      const id = "deleted-described-as-empty";
      const name = (parameter: string) => `${id} ${call.region} ${call.parameters.get(parameter)}`;
      if (answer.root.name === "DeleteKeyPairResponse") memory.set(name("KeyName"), "deleted");
      return call.action === "DescribeKeyPairs" && answer.root.name === "Response" && memory.has(name("KeyName.1"))
        ? success("DescribeKeyPairs", call.requestId, [element("keySet", [])])
        : answer;
    },
  },
  {
    id: "delete-returns-false",
    summary: "A delete returns false.",
    area: "lifecycle",
    clause: "F7ZG",
    kind: "reply",
    tree: inDeletion(retext("return", () => "false")),
  },
  {
    id: "delete-without-return",
    summary: "A delete has no return.",
    area: "lifecycle",
    clause: "F7ZG",
    kind: "reply",
    tree: inDeletion(drop("return")),
  },
  {
    id: "delete-without-id",
    summary: "A delete does not say which id it deleted.",
    area: "lifecycle",
    clause: "T4H8",
    bug: { emulator: "floci", link: "https://github.com/floci-io/floci/pull/3727" },
    kind: "reply",
    tree: inDeletion(drop("keyPairId")),
  },
  {
    id: "delete-deletes-all",
    summary: "A delete deletes every key.",
    area: "lifecycle",
    clause: "J6C7",
    kind: "behaviour",
    behaviour: {
      remove: (_, store) => {
        for (const pair of store.all()) store.remove(pair);
      },
    },
  },
  {
    id: "delete-in-every-region",
    summary: "A delete in one Region deletes in the others too.",
    area: "lifecycle",
    clause: "Y8J4",
    kind: "behaviour",
    behaviour: { deletesIn: (region, regions) => [...new Set([region, ...regions])] },
  },
  {
    id: "regions-shared",
    summary: "All Regions share their keys.",
    area: "lifecycle",
    clause: "A4TZ",
    bug: { emulator: "fakecloud" },
    kind: "behaviour",
    behaviour: { keptIn: () => "everywhere" },
  },
  {
    id: "deleted-name-stays-taken",
    summary: "The name of a deleted key cannot be used again.",
    area: "lifecycle",
    clause: "G8B3",
    kind: "behaviour",
    behaviour: {
      taken: ({ call, name = "" }, { store }) =>
        store(call.region).byName(name) !== undefined || (everHeld.get(store(call.region))?.has(name) ?? false),
      remove: (pair, store) => {
        store.remove(pair);
        everHeld.set(store, (everHeld.get(store) ?? new Set()).add(pair.name));
      },
    },
  },
  {
    id: "tags-survive-delete",
    summary: "A delete forgets the tags, which come back with the next untagged key of that name.",
    area: "lifecycle",
    clause: "S5LF",
    bug: { emulator: "gopherstack", link: "https://github.com/BlackbirdWorks/gopherstack" },
    kind: "behaviour",
    behaviour: {
      keptTags: (tags, { call, name = "" }, { store }) => {
        const kept = tagsByName.get(store(call.region)) ?? new Map<string, readonly Tag[]>();
        if (tags.length > 0) tagsByName.set(store(call.region), kept.set(name, tags));
        return kept.get(name) ?? [];
      },
    },
  },
  {
    id: "delete-nothing-accepted",
    summary: "A delete that names no key succeeds.",
    area: "lifecycle",
    clause: "W7E9",
    kind: "skip",
    refusals: ["delete-nothing-named"],
  },
  {
    id: "id-reused-after-delete",
    summary: "A key that is imported again gets its old id back.",
    area: "lifecycle",
    clause: "Q3JG",
    kind: "behaviour",
    behaviour: {
      keyPairId: ({ name = "" }) => `key-0${createHash("sha256").update(name).digest("hex").slice(0, 16)}`,
    },
  },
  {
    id: "delete-id-wrong",
    summary: "A delete says an id that no key had.",
    area: "lifecycle",
    clause: "T4H8",
    kind: "reply",
    tree: inDeletion(change("keyPairId", (id) => [{ ...id, content: "key-0123456789abcdef0" }])),
  },
];
