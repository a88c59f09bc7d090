import type { Transport } from "../../model.ts";
import { ask, type Question } from "./ask.ts";
import { ed25519, rsa, wire } from "./materials.ts";

/**
 * What a transport answers to these questions, one after the other. Whatever is drawn is numbered in the order of its
 * appearance, so that two runs compare equal, and an id that changes, or does not, still shows.
 */
export const transcript = async (
  transport: Transport,
  questions: readonly Question[],
  endpoint?: string,
): Promise<readonly string[]> => {
  const drawn = new Map<string, string>();
  const number = (value: string): string => {
    const found = drawn.get(value) ?? `#${drawn.size}`;
    drawn.set(value, found);
    return found;
  };
  const lines: string[] = [];
  for (const question of questions) {
    const { status, headers, body } = await ask(transport, question, endpoint);
    const head = `${status} ${headers.get("content-type")} ${headers.get("x-amzn-requestid")}`;
    lines.push(`${head}\n${body}`.replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|key-0[0-9a-f]{16}/g, number));
  }
  return lines;
};

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
