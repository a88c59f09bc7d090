import { expect, test } from "vitest";
import { dummyCredentials } from "../target/target.ts";
import { redactHeaders, redactText, redactValue, secretsOf } from "./redact.ts";

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
