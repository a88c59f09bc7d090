import { failure } from "../../../../mock/answer.ts";
import { change, onAction, rename } from "../edit-answer.ts";
import type { KeyPairFault } from "../key-pair-fault.ts";

const inDescription = (edit: Parameters<typeof onAction>[1]) => onAction("DescribeKeyPairs", edit);

/** Which keys a description lists. */
export const describeFaults: readonly KeyPairFault[] = [
  {
    id: "describe-missing-name-ignored",
    summary: "Describing a key that does not exist gives an empty list.",
    area: "lifecycle",
    clause: "X7FK",
    bug: { emulator: "floci", link: "https://github.com/floci-io/floci/issues/1911" },
    kind: "skip",
    refusals: ["describe-missing-name"],
  },
  {
    id: "describe-missing-name-404",
    summary: "Describing a key that does not exist gives status 404.",
    area: "errors",
    clause: "T9QW",
    bug: { emulator: "spinifex" },
    kind: "recode",
    refusals: ["describe-missing-name"],
    as: { status: 404 },
  },
  {
    id: "describe-missing-name-wrong-code",
    summary: "Describing a key that does not exist gives a code that EC2 does not have.",
    area: "lifecycle",
    clause: "X7FK",
    kind: "recode",
    refusals: ["describe-missing-name"],
    as: { code: "KeyPairNotFound" },
  },
  {
    id: "describe-missing-name-wrong-message",
    summary: "The message for a key that does not exist leaks how the emulator is made.",
    area: "errors",
    clause: "R7ZN",
    bug: { emulator: "moto" },
    kind: "recode",
    refusals: ["describe-missing-name"],
    as: { message: "The keypair '{'nope'}' does not exist." },
  },
  {
    id: "describe-missing-id-ignored",
    summary: "Describing an id that does not exist gives an empty list.",
    area: "lifecycle",
    clause: "X6U6",
    kind: "skip",
    refusals: ["describe-missing-id"],
  },
  {
    id: "import-forgotten",
    summary: "An imported key is in no list.",
    area: "lifecycle",
    clause: "E9KF",
    kind: "behaviour",
    behaviour: { describes: () => false },
  },
  {
    id: "listing-empty",
    summary: "Without names and ids nothing is listed.",
    area: "lifecycle",
    clause: "B9ZG",
    kind: "behaviour",
    behaviour: {
      describes: ({ id, name }, names, ids) => names.includes(name) || ids.includes(id),
    },
  },
  {
    id: "describe-first-name-only",
    summary: "Of several names only the first is described.",
    area: "lifecycle",
    clause: "V7PU",
    kind: "behaviour",
    behaviour: {
      describes: ({ id, name }, names, ids) =>
        (names.length === 0 || names[0] === name) && (ids.length === 0 || ids.includes(id)),
    },
  },
  {
    id: "describe-by-name-lists-all",
    summary: "A description by name lists every key.",
    area: "lifecycle",
    clause: "E9KF",
    bug: { emulator: "moto", link: "https://github.com/getmoto/moto/pull/1140" },
    kind: "behaviour",
    behaviour: { describes: ({ id }, _, ids) => ids.length === 0 || ids.includes(id) },
  },
  {
    id: "describe-by-id-lists-all",
    summary: "A description by id lists every key.",
    area: "lifecycle",
    clause: "M9TY",
    kind: "behaviour",
    behaviour: { describes: ({ name }, names) => names.length === 0 || names.includes(name) },
  },
  {
    id: "describe-by-id-finds-nothing",
    summary: "A description by id finds no key.",
    area: "lifecycle",
    clause: "M9TY",
    kind: "reply",
    tree: inDescription((answer, { call }) => {
      const id = call.parameters.get("KeyPairId.1");
      if (!id) return answer;
      const message = `The key pair ID '${id}' does not exist`;
      return failure(call.requestId, { status: 400, code: "InvalidKeyPair.NotFound", message });
    }),
  },
  {
    id: "describe-without-key-set",
    summary: "An empty description has no keySet.",
    area: "lifecycle",
    clause: "M2CK",
    bug: { emulator: "spinifex", link: "https://github.com/mulgadc/spinifex/pull/636" },
    kind: "reply",
    tree: inDescription(change("keySet", (set) => (set.content.length === 0 ? [] : [set]))),
  },
  {
    id: "describe-items-misnamed",
    summary: "The keys in keySet are called member instead of item.",
    area: "protocol",
    clause: "L6ME",
    kind: "reply",
    tree: inDescription(rename("item", "member")),
  },
];
