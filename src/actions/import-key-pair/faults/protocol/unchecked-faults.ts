import type { KeyPairFault } from "../key-pair-fault.ts";

const ofName = ["name-missing", "name-empty", "name-too-long", "name-not-ascii", "name-untrimmed"] as const;
const ofTagParts = [
  "tag-key-empty",
  "tag-key-too-long",
  "tag-value-too-long",
  "tag-key-reserved",
  "tag-key-duplicate",
] as const;

/** Rules that are not checked because nothing is: one cause, whatever the number of rules. */
export const uncheckedFaults: readonly KeyPairFault[] = [
  {
    id: "input-taken-as-it-is",
    summary: "Name, material and tags are taken as they are, and what else is sent or missing is not looked at.",
    area: "name",
    clause: "B2MR",
    wide: "Presence, length and characters of three fields, and unknown parameters, are clauses of their own.",
    remedy:
      "Check a request before it is carried out: the presence, length and characters of KeyName, the length and " +
      "characters of PublicKeyMaterial, keys and values of tags, and the names of parameters.",
    bug: { emulator: "moto" },
    kind: "skip",
    refusals: [
      ...ofName,
      "material-too-long",
      "material-not-ascii",
      ...ofTagParts,
      "parameter-unknown",
      "describe-empty-list",
      "delete-nothing-named",
    ],
  },
  {
    id: "name-never-checked",
    summary: "The name is never looked at: none, an empty one, any length, any characters.",
    area: "name",
    clause: "B2MR",
    remedy: "Check KeyName before the key is made: that it is there, its length, its characters, blanks around it.",
    kind: "skip",
    refusals: ofName,
  },
  {
    id: "name-only-required",
    summary: "A name has to be there, and may be anything.",
    area: "name",
    clause: "B2MR",
    remedy: "Check the length of KeyName, its characters, and blanks around it.",
    bug: { emulator: "ministack" },
    kind: "skip",
    refusals: ["name-too-long", "name-not-ascii", "name-untrimmed"],
  },
  {
    id: "tags-never-checked",
    summary: "Tags are never looked at: any resource type, any number, any keys and values.",
    area: "tags",
    clause: "B6JX",
    wide: "Each limit of a tag is a clause of its own.",
    remedy: "Check the resource type of each specification, and the number, keys and values of the tags.",
    bug: { emulator: "ministack" },
    kind: "skip",
    refusals: ["tag-resource-type-missing", "tag-resource-type", "tags-missing", "tags-too-many", ...ofTagParts],
  },
  {
    id: "tag-parts-never-checked",
    summary: "Keys and values of tags are never looked at.",
    area: "tags",
    clause: "Z7HX",
    remedy:
      "Check that the key of a tag is there, is not too long, not reserved and not given twice, and the value's length.",
    bug: { emulator: "moto" },
    kind: "skip",
    refusals: ofTagParts,
  },
  {
    id: "dry-run-never-read",
    summary: "DryRun is read by no action.",
    area: "dry-run",
    clause: "X4B6",
    remedy: "Answer a dry run of an import, a description and a deletion with DryRunOperation, and do nothing.",
    bug: { emulator: "ministack" },
    kind: "skip",
    refusals: ["dry-run", "describe-dry-run", "delete-dry-run"],
  },
  {
    id: "key-pair-id-never-read",
    summary: "KeyPairId is not read: a description by id lists every key, and a deletion by id deletes none.",
    area: "lifecycle",
    clause: "M9TY",
    remedy: "Read KeyPairId as KeyName is read, in descriptions and in deletions.",
    bug: { emulator: "moto" },
    kind: "behaviour",
    behaviour: { sentIds: () => [] },
  },
  {
    id: "filters-never-read",
    summary: "Filters are not read: every key is listed, whatever they say, unknown ones and an empty list too.",
    area: "lifecycle",
    clause: "Z2ZF",
    remedy:
      "Read the filters of DescribeKeyPairs: list what fits all of them, and refuse unknown ones and an empty list.",
    bug: { emulator: "ministack" },
    kind: "behaviour",
    behaviour: { sentFilters: () => new Map() },
  },
  {
    id: "material-one-wrong-code",
    summary: "All material that is empty or no key is refused with InvalidKeyPair.Format.",
    area: "material",
    clause: "T8BU",
    remedy: "Refuse what is no key with InvalidKey.Format, and empty material with MissingParameter.",
    bug: { emulator: "moto" },
    kind: "recode",
    refusals: ["material-empty", "material-not-base64", "material-not-ascii", "material-format"],
    as: { code: "InvalidKeyPair.Format", message: "Key is not in valid OpenSSH public key format" },
  },
];
