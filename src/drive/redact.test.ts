import { expect, test } from "vitest";
import { dummyCredentials } from "../target/target.ts";
import { callersSecrets, redactHeaders, redactText, redactValue, secretsOf } from "./redact.ts";

const signature = "0123456789abcdef".repeat(4);
const authorization = `AWS4-HMAC-SHA256 Credential=${dummyCredentials.accessKeyId}/20261124/us-east-1/ec2/aws4_request, SignedHeaders=host, Signature=${signature}`;
const secrets = secretsOf(dummyCredentials, authorization);

test("the secrets of a signed request are its secret key, its access key and its signature", () => {
  expect([...secrets].sort()).toEqual(
    [signature, dummyCredentials.accessKeyId, dummyCredentials.secretAccessKey].sort(),
  );
  expect(secretsOf(undefined, "")).toEqual([]);
  expect(secretsOf(dummyCredentials, "")).not.toContain(signature);
});

test.for([
  { given: "nothing to hide", want: "nothing to hide" },
  { given: `${signature} and ${signature}`, want: "*** and ***" },
  { given: dummyCredentials.secretAccessKey, want: "***" },
  { given: encodeURIComponent(dummyCredentials.secretAccessKey), want: "***" },
  {
    given: authorization,
    want: "AWS4-HMAC-SHA256 Credential=***/20261124/us-east-1/ec2/aws4_request, SignedHeaders=host, Signature=***",
  },
  {
    given: `of another: Credential=AKIAOTHER/x, Signature=${"ab".repeat(32)}`,
    want: "of another: Credential=***/x, Signature=***",
  },
  { given: `Signature%3D${"ab".repeat(32)}%2C`, want: "Signature%3D***%2C" },
])("$given", ({ given, want }) => {
  expect(redactText(given, secrets)).toBe(want);
});

test("headers that carry credentials lose their value, others what is secret in it", () => {
  const given = {
    Authorization: authorization,
    "x-amz-security-token": "t",
    Cookie: "c",
    "set-cookie": "s",
    "proxy-authorization": "p",
    "x-echo": `a ${signature}`,
    host: "h",
  };
  expect(redactHeaders(given, secrets)).toEqual({
    Authorization: "***",
    "x-amz-security-token": "***",
    Cookie: "***",
    "set-cookie": "***",
    "proxy-authorization": "***",
    "x-echo": "a ***",
    host: "h",
  });
});

test("a value loses what is secret in any of its texts", () => {
  const given = {
    kind: "output",
    output: { KeyName: signature, [signature]: [1, true, null, { a: `x${signature}` }] },
  };
  expect(redactValue(given, secrets)).toEqual({
    kind: "output",
    output: { KeyName: "***", "***": [1, true, null, { a: "x***" }] },
  });
});

const token = "p&ss <w>/o'r\"d+é?";
const bytewise = (spell: (hex: string) => string): string => Buffer.from(token).toString("hex").replace(/../g, spell);
const charwise = (spell: (code: number) => string): string =>
  [...token].map((char) => spell(char.charCodeAt(0))).join("");

test.for<{ given: string; text: string }>([
  { given: "in plain", text: token },
  { given: "percent-encoded", text: encodeURIComponent(token) },
  {
    given: "percent-encoded in lower case",
    text: encodeURIComponent(token).replace(/%../g, (hex) => hex.toLowerCase()),
  },
  { given: "as a form has it", text: encodeURIComponent(token).replaceAll("%20", "+") },
  { given: "escaped for XML", text: "p&amp;ss &lt;w&gt;/o&apos;r&quot;d+é?" },
  { given: "escaped for HTML", text: "p&amp;ss &lt;w&gt;/o&#39;r&#34;d+é?" },
  { given: "escaped for XML text", text: "p&amp;ss &lt;w&gt;/o'r\"d+é?" },
  { given: "escaped for JSON", text: JSON.stringify(token) },
  { given: "escaped for JSON, slashes too", text: JSON.stringify(token).replaceAll("/", "\\/") },
  { given: "as hexadecimal", text: Buffer.from(token).toString("hex") },
  {
    given: "as hexadecimal in pairs",
    text: Buffer.from(token)
      .toString("hex")
      .replace(/..(?!$)/g, "$&:"),
  },
  { given: "percent-encoded twice", text: encodeURIComponent(encodeURIComponent(token)) },
  {
    given: "percent-encoded to the last character, in mixed case",
    text: bytewise((hex) => `%${hex[0]}${hex[1]?.toUpperCase()}`),
  },
  { given: "escaped by numbers", text: charwise((code) => `&#${code};`) },
  { given: "escaped by hexadecimal numbers", text: charwise((code) => `&#X0${code.toString(16)};`) },
  { given: "escaped for XML twice", text: "p&amp;amp;ss &amp;lt;w&amp;gt;/o&amp;#39;r&amp;quot;d+é?" },
  { given: "escaped for JSON to the last character", text: charwise((code) => `\\u00${code.toString(16)}`) },
  { given: "as the bytes of a program", text: bytewise((hex) => `\\x${hex}`) },
  { given: "as octal numbers", text: bytewise((hex) => `\\${Number.parseInt(hex, 16).toString(8).padStart(3, "0")}`) },
  { given: "as a mixture", text: charwise((code) => (code % 2 ? `%${code.toString(16)}` : `&#${code};`)) },
  { given: "in UTF-16", text: [...token].join("\0") },
  { given: "in UTF-8 that is read as Latin-1", text: Buffer.from(token).toString("latin1") },
  { given: "as base64 of UTF-16", text: Buffer.from(token, "utf16le").toString("base64") },
  {
    given: "as base64 in lines",
    text: Buffer.from(`${"x".repeat(50)}${token} and more`)
      .toString("base64")
      .replace(/.{64}/g, "$&\n"),
  },
  {
    given: "as base64 with its slashes escaped",
    text: Buffer.from(`?????${token}`).toString("base64").replaceAll("/", "\\/"),
  },
  { given: "as base64, percent-encoded", text: encodeURIComponent(Buffer.from(`?????${token}`).toString("base64")) },
  ...["", "x", "xy", "Basic user:"].map((before) => ({
    given: `as base64 behind ${before.length} characters`,
    text: Buffer.from(`${before}${token} and more`).toString("base64"),
  })),
  { given: "as base64 for URLs", text: Buffer.from(`x${token} and more`).toString("base64url") },
])("a secret is hidden $given", ({ text }) => {
  const clean = redactText(`before ${text} after`, [token]);
  expect(clean).toMatch(/^before .*\*\*\*.* after$/s);
  const decoded = [...clean.matchAll(/[\w+/-]{8,}/g)].map(([part]) => Buffer.from(part, "base64").toString());
  for (const shown of [clean, ...decoded]) expect(shown).not.toMatch(/ss <w>|ss%20|o'r|27r/);
});

test("what escapes nothing secret stays to the letter", () => {
  const text = `a %41 b &#65; c \\u0041 d ${Buffer.from("an honest key, and no more than that").toString("base64")} \0`;
  expect(redactText(text, [token, "A secret"])).toBe(text);
});

test("of a text that is longer than any, nothing is shown behind where its escapes were read", () => {
  const spelled = charwise((code) => `&#${code};`);
  const long = `${spelled} ${"x".repeat(300_000)} ${spelled}`;
  expect(redactText(long, [token])).toMatch(/^\*\*\* x+\*\*\*$/);
  expect(redactText("x".repeat(300_000), [token])).toHaveLength(300_000);
});

test("what is short is no secret of a request, either", () => {
  expect(secretsOf({ accessKeyId: "test", secretAccessKey: "test" }, "")).toEqual([]);
});

test("what the caller gave is secret whole and word by word, and what is short is a word like others", () => {
  const headers = { authorization: "Bearer abcdef123456", cookie: "session=s3cr3t-1; theme=dark", "x-debug": "true" };
  const environment = {
    AWS_SECRET_ACCESS_KEY: "env-secret",
    AWS_SESSION_TOKEN: "env-token",
    AWS_ACCESS_KEY_ID: "test",
    AWS_REGION: "us-east-1",
    HOME: "/home/somebody",
  };
  const keys = { accessKeyId: "profile-id", secretAccessKey: "profile-secret" };
  expect(callersSecrets(headers, [keys], environment)).toEqual([
    "Bearer abcdef123456",
    "Bearer",
    "abcdef123456",
    "session=s3cr3t-1; theme=dark",
    "session",
    "s3cr3t-1",
    "env-secret",
    "env-token",
    "profile-id",
    "profile-secret",
  ]);
});
