import { element } from "../../../../mock/element.ts";
import { change, drop, onAction, retext } from "../edit-answer.ts";
import type { KeyPairFault } from "../key-pair-fault.ts";

const inDescription = (edit: Parameters<typeof onAction>[1]) => onAction("DescribeKeyPairs", edit);

/** What a description says of a key. */
export const describedMemberFaults: readonly KeyPairFault[] = [
  {
    id: "describe-name-missing",
    summary: "A description has no keyName.",
    area: "lifecycle",
    clause: "E9KF",
    kind: "reply",
    tree: inDescription(drop("keyName")),
  },
  {
    id: "describe-id-missing",
    summary: "A description has no keyPairId.",
    area: "response",
    clause: "P3FC",
    kind: "reply",
    tree: inDescription(drop("keyPairId")),
  },
  {
    id: "describe-fingerprint-missing",
    summary: "A description has no keyFingerprint.",
    area: "fingerprint",
    clause: "Q9DX",
    kind: "reply",
    tree: inDescription(drop("keyFingerprint")),
  },
  {
    id: "key-type-missing",
    summary: "A description has no keyType.",
    area: "lifecycle",
    clause: "C4UE",
    bug: { emulator: "ministack" },
    kind: "reply",
    tree: inDescription(drop("keyType")),
  },
  {
    id: "key-type-always-rsa",
    summary: "Every key is described as an RSA key.",
    area: "lifecycle",
    clause: "C4UE",
    bug: { emulator: "fakecloud" },
    kind: "reply",
    tree: inDescription(retext("keyType", () => "rsa")),
  },
  {
    id: "key-type-upper-case",
    summary: "keyType is in upper case.",
    area: "lifecycle",
    clause: "C4UE",
    kind: "reply",
    tree: inDescription(retext("keyType", (type) => type.toUpperCase())),
  },
  {
    id: "key-type-is-ssh-label",
    summary: "keyType is the label of the OpenSSH line.",
    area: "lifecycle",
    clause: "C4UE",
    kind: "reply",
    tree: inDescription(retext("keyType", (type) => `ssh-${type}`)),
  },
  {
    id: "create-time-missing",
    summary: "A description has no createTime.",
    area: "lifecycle",
    clause: "C6FH",
    bug: { emulator: "moto", link: "https://github.com/getmoto/moto/pull/6341" },
    kind: "reply",
    tree: inDescription(drop("createTime")),
  },
  {
    id: "create-time-epoch",
    summary: "Every key was made in 1970.",
    area: "lifecycle",
    clause: "J8XB",
    kind: "reply",
    tree: inDescription(retext("createTime", () => "1970-01-01T00:00:00.000Z")),
  },
  {
    id: "create-time-in-local-time",
    summary: "createTime is hours off, as local time called UTC is.",
    area: "lifecycle",
    clause: "J8XB",
    kind: "reply",
    tree: inDescription(retext("createTime", (time) => new Date(Date.parse(time) + 7_200_000).toISOString())),
  },
  {
    id: "create-time-not-iso",
    summary: "createTime is a number of seconds.",
    area: "lifecycle",
    clause: "C6FH",
    kind: "reply",
    tree: inDescription(retext("createTime", (time) => `${Date.parse(time) / 1000}`)),
  },
  {
    id: "describe-shows-private-key",
    summary: "A description has a private key.",
    area: "lifecycle",
    clause: "R7CN",
    bug: { emulator: "moto", link: "https://github.com/getmoto/moto/pull/7732" },
    kind: "reply",
    tree: inDescription(
      change("keyType", (type) => [type, element("keyMaterial", "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n")]),
    ),
  },
];
