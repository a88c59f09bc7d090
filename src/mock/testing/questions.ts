import type { Question } from "./ask.ts";
import { ed25519, rsa, wire } from "./materials.ts";

const importing = (form: Readonly<Record<string, string>>): Question => ({
  form: { Action: "ImportKeyPair", KeyName: "k", PublicKeyMaterial: wire(rsa), ...form },
});

const tag = (key: string, value: string, index = 1) => ({
  "TagSpecification.1.ResourceType": "key-pair",
  [`TagSpecification.1.Tag.${index}.Key`]: key,
  [`TagSpecification.1.Tag.${index}.Value`]: value,
});

/** Questions that every door to the mock must answer alike. */
export const questions: readonly Question[] = [
  importing({}),
  importing({}),
  importing({
    KeyName: `a<b> & "c" 'd' +/=`,
    PublicKeyMaterial: wire(`${ed25519}\n`),
    ...tag("k\u{1F511}", " ü <&> "),
  }),
  { ...importing({ KeyName: "elsewhere" }), region: "eu-west-1" },
  { ...importing({ KeyName: "by GET" }), method: "GET" },
  { ...importing({ KeyName: "utf-8" }), contentType: "application/x-www-form-urlencoded; charset=utf-8" },
  importing({ KeyName: "ü" }),
  importing({ PublicKeyMaterial: wire("x".repeat(1_000_000)) }),
  importing({ DryRun: "true", KeyName: "dry" }),
  { form: { Action: "DescribeKeyPairs", IncludePublicKey: "true" } },
  { form: { Action: "DescribeKeyPairs", "Filter.1.Name": "key-name", "Filter.1.Value.1": "no*" } },
  { form: { Action: "DescribeKeyPairs", "KeyName.1": "<nope>" } },
  { form: { Action: "DeleteKeyPair", KeyName: "k" } },
  { form: { Action: "DeleteKeyPair", KeyName: "k" } },
  { form: { Action: "Nope" } },
  { form: "" },
  { form: "Action=DescribeKeyPairs&Version=2016-11-15&%zz=%&&=" },
  { form: "Action=ImportKeyPair&Version=2016-11-15&KeyName=%ff%fe&PublicKeyMaterial=%00" },
];
