import { expect, test } from "vitest";
import { readFixtureKey } from "../read-fixtures.ts";
import { encodeMaterial } from "./encode-material.ts";

const rsa = readFixtureKey("aws-r1");
const ed25519 = readFixtureKey("aws-e1");
const long = "a comment that is much too long for a single line of an RFC 4716 file, so it goes on";

test("no line of RFC 4716 has more than 72 characters", () => {
  const lines = String(encodeMaterial(rsa, "rfc4716-headers", long)).split("\n");
  expect(lines.filter((line) => line.length > 72)).toEqual([]);
  expect(lines.filter((line) => line.endsWith("\\")).length).toBeGreaterThan(2);
});

test.each([
  { encoding: "verbatim", want: "a b key" },
  { encoding: "openssh", want: "a b c" },
  { encoding: "openssh-bare", want: "a b" },
  { encoding: "openssh-newline", want: "a b c\n" },
  { encoding: "openssh-crlf", want: "a b c\r\n" },
  { encoding: "openssh-tabs", want: "a\tb\tc" },
  { encoding: "openssh-two-blanks", want: "a  b c" },
  { encoding: "openssh-leading-blank", want: " a b c" },
  { encoding: "openssh-trailing-blank", want: "a b c " },
  { encoding: "openssh-blank-line-first", want: "\na b c\n" },
  { encoding: "openssh-comment-line-first", want: "# a comment\na b c\n" },
  { encoding: "blob-base64", want: "b" },
] as const)("$encoding writes the fields as $want", ({ encoding, want }) => {
  const [a = "", b = ""] = ed25519.split(" ");
  const spelt = want.replace(/^([^\w]*)a\b(?! comment)|\n(a)\b/, (match) => match.replace("a", a)).replace(/\bb\b/, b);
  expect(encodeMaterial(`${ed25519} key`, encoding, "c")).toBe(spelt);
});

test("its own comment stays where none is given", () => {
  expect(encodeMaterial(`${rsa} mine`, "openssh")).toBe(`${rsa} mine`);
});

test("RFC 4716 has the comment in quotes, and one of ours where there is none", () => {
  const commentOf = (...given: Parameters<typeof encodeMaterial>) =>
    /^Comment: (.*)$/m.exec(String(encodeMaterial(...given)))?.[1];
  expect(commentOf(`${rsa} mine`, "rfc4716-comment")).toBe('"mine"');
  expect(commentOf(rsa, "rfc4716-comment")).toBe('"ec2-contract"');
  expect(commentOf(rsa, "rfc4716-headers", "other")).toBe('"other"');
  expect(commentOf(`${rsa} mine`, "rfc4716")).toBeUndefined();
});

test("the blob is the bytes of the line", () => {
  expect(encodeMaterial(rsa, "blob")).toEqual(Buffer.from(rsa.split(" ")[1] ?? "", "base64"));
});

test("a key without DER says so", () => {
  expect(() => encodeMaterial(readFixtureKey("dsa"), "spki-der")).toThrow("Failed to encode a key of type ssh-dss");
});
