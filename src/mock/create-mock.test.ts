import { expect, test } from "vitest";
import { createMock } from "./create-mock.ts";
import { ask } from "./testing/ask.ts";
import { ed25519, rsa, wire } from "./testing/materials.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const importing = { Action: "ImportKeyPair", KeyName: "k", PublicKeyMaterial: wire(rsa) };

test("writes a success as EC2 does", async () => {
  const mock = createMock({ now: () => new Date("2026-11-24T10:00:00.123Z") });
  const { status, headers, body } = await ask(mock, { form: importing });
  const id = headers.get("x-amzn-requestid") ?? "";
  expect(id).toMatch(uuid);
  expect(status).toBe(200);
  expect(headers.get("content-type")).toBe("text/xml;charset=UTF-8");
  expect(headers.get("date")).toBe("Tue, 24 Nov 2026 10:00:00 GMT");
  expect(body.replace(/key-0[0-9a-f]{16}/, "ID")).toBe(
    `<?xml version="1.0" encoding="UTF-8"?>\n<ImportKeyPairResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>${id}</requestId><keyName>k</keyName><keyPairId>ID</keyPairId><keyFingerprint>ad:57:77:5e:13:5f:87:5d:e8:95:46:cb:3c:92:a1:be</keyFingerprint></ImportKeyPairResponse>`,
  );
});

test("writes an error as EC2 does", async () => {
  const { status, headers, body } = await ask(createMock(), { form: { Action: "Nope&<x>" } });
  expect(status).toBe(400);
  expect(body).toBe(
    `<?xml version="1.0" encoding="UTF-8"?>\n<Response><Errors><Error><Code>InvalidAction</Code><Message>The action Nope&amp;&lt;x&gt; is not valid for this web service.</Message></Error></Errors><RequestID>${headers.get("x-amzn-requestid")}</RequestID></Response>`,
  );
});

test.for([
  { given: { Action: "Nope" }, want: "InvalidAction" },
  { given: { Action: "" }, want: "MissingAction" },
  { given: { ...importing, Version: "" }, want: "NoSuchVersion" },
  { given: { ...importing, Nope: "1" }, want: "UnknownParameter" },
  { given: { ...importing, "TagSpecifications.1.ResourceType": "key-pair" }, want: "UnknownParameter" },
  { given: "Action=DescribeKeyPairs&Version=2016-11-15&DryRun=true&DryRun=true", want: "InvalidParameterValue" },
])("refuses $given with $want", async ({ given, want }) => {
  const { status, code } = await ask(createMock(), { form: given });
  expect({ status, code }).toEqual({ status: 400, code: want });
});

test("takes the Region from the credential scope, then from the host", async () => {
  const mock = createMock();
  const form = { Action: "DescribeKeyPairs", "KeyName.1": "k" };
  await ask(mock, { form: importing, region: "eu-west-1" });
  expect((await ask(mock, { form, region: "us-east-1" })).code).toBe("InvalidKeyPair.NotFound");
  expect((await ask(mock, { form, region: "eu-west-1" })).status).toBe(200);

  const query = "Action=DescribeKeyPairs&Version=2016-11-15&KeyName.1=k";
  const unsigned = (host: string) => mock(new Request(`https://${host}/?${query}`));
  expect((await unsigned("ec2.eu-west-1.amazonaws.com")).status).toBe(200);
  expect((await unsigned("ec2.us-west-2.amazonaws.com")).status).toBe(400);
  expect((await unsigned("localhost")).status).toBe(400);
});

const [good, poor, stranger] = ["GOOD", "POOR", "STRANGER"].map((accessKeyId) => ({
  accessKeyId,
  secretAccessKey: "s",
}));
const principals = [
  { accessKeyId: "GOOD", secretAccessKey: "s", allowed: true },
  { accessKeyId: "POOR", secretAccessKey: "s", allowed: false },
];

test.for([
  { who: "a made-up signature", question: {}, want: { status: 401, code: "AuthFailure" } },
  { who: "an unknown key", question: { as: stranger }, want: { status: 401, code: "AuthFailure" } },
  {
    who: "a wrong secret",
    question: { as: { accessKeyId: "GOOD", secretAccessKey: "x" } },
    want: { status: 401, code: "AuthFailure" },
  },
  {
    who: "a tampered body",
    question: { as: good, tampered: "Action=DescribeKeyPairs&Version=2016-11-15" },
    want: { status: 401, code: "AuthFailure" },
  },
  { who: "no permission", question: { as: poor }, want: { status: 403, code: "UnauthorizedOperation" } },
  { who: "a good signature", question: { as: good }, want: { status: 200, code: undefined } },
])("with principals, answers $who", async ({ question, want }) => {
  const as = question.as ? { as: question.as } : {};
  const tampered = question.tampered ? { tampered: question.tampered } : {};
  const { status, code } = await ask(createMock({ principals }), { form: importing, ...as, ...tampered });
  expect({ status, code }).toEqual(want);
});

test("with principals, asks for a signature where there is none", async () => {
  const query = "Action=DescribeKeyPairs&Version=2016-11-15";
  const response = await createMock({ principals })(new Request(`https://ec2.us-east-1.amazonaws.com/?${query}`));
  expect(response.status).toBe(400);
  expect(await response.text()).toContain("<Message>The request must contain the parameter AWSAccessKeyId</Message>");
});

test("says so when it breaks itself", async () => {
  const now = () => {
    throw new Error("no clock");
  };
  const { status, code, message } = await ask(createMock({ now }), { form: importing });
  expect({ status, code }).toEqual({ status: 500, code: "InternalError" });
  expect(message).toContain("no clock");
});

const megabyte = "x".repeat(1_000_000);

test.for([
  {
    title: "a megabyte of material",
    form: { ...importing, PublicKeyMaterial: wire(megabyte) },
    want: "InvalidParameterValue",
  },
  {
    title: "a megabyte of blanks",
    form: { ...importing, PublicKeyMaterial: " ".repeat(1_000_000) },
    want: "InvalidParameterValue",
  },
  { title: "a megabyte of name", form: { ...importing, KeyName: megabyte }, want: "InvalidParameterValue" },
  { title: "a NUL in the name", form: { ...importing, KeyName: "a\0b" }, want: "InvalidParameterValue" },
  { title: "a NUL in the material", form: { ...importing, PublicKeyMaterial: wire("\0") }, want: "InvalidKey.Format" },
  {
    title: "thousands of parameters",
    form: { ...importing, ...Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`Filler.${at}`, "x"])) },
    want: "UnknownParameter",
  },
  {
    title: "thousands of tags",
    form: {
      ...importing,
      "TagSpecification.1.ResourceType": "key-pair",
      ...Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`TagSpecification.1.Tag.${at}.Key`, `${at}`])),
    },
    want: "TagLimitExceeded",
  },
  {
    title: "invalid UTF-8",
    form: `Action=ImportKeyPair&Version=2016-11-15&KeyName=%ff&PublicKeyMaterial=${wire(ed25519)}`,
    want: "InvalidParameterValue",
  },
  {
    title: "malformed escapes",
    form: "Action=ImportKeyPair&Version=2016-11-15&KeyName=%&PublicKeyMaterial=%zz",
    want: "InvalidKey.Format",
  },
  { title: "nothing", form: "", want: "MissingAction" },
])("answers $title, and lives on", async ({ form, want }) => {
  const mock = createMock();
  const { status, code } = await ask(mock, { form });
  expect({ status, code }).toEqual({ status: 400, code: want });
  expect((await ask(mock, { form: importing })).status).toBe(200);
});
