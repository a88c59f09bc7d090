import {
  DeleteKeyPairCommand,
  DescribeKeyPairsCommand,
  EC2Client,
  type EC2ServiceException,
  ImportKeyPairCommand,
} from "@aws-sdk/client-ec2";
import { expect, test } from "vitest";
import { createMock } from "./create-mock.ts";
import { serveMock } from "./http-server.ts";
import { ed25519 } from "./testing/materials.ts";
import { questions, transcript } from "./testing/transcript.ts";

const now = () => new Date("2026-11-24T10:00:00.123Z");

test("answers over HTTP as it does directly", async () => {
  const server = await serveMock(createMock({ now }));
  try {
    const served = await transcript(fetch, questions, server.url);
    expect(served).toEqual(await transcript(createMock({ now }), questions));
  } finally {
    await server.close();
  }
});

test("serves the AWS SDK, signatures and all", async () => {
  const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" };
  const server = await serveMock(createMock({ principals: [{ ...credentials, allowed: true }] }));
  const client = new EC2Client({ endpoint: server.url, region: "eu-west-1", credentials, maxAttempts: 1 });
  try {
    const KeyName = `a<b> & "c"`;
    const tags = [{ Key: "k", Value: " ü\u{1F511} " }];
    const imported = await client.send(
      new ImportKeyPairCommand({
        KeyName,
        PublicKeyMaterial: Buffer.from(`${ed25519} me@home\n`),
        TagSpecifications: [{ ResourceType: "key-pair", Tags: tags }],
      }),
    );
    expect(imported).toMatchObject({
      KeyName,
      Tags: tags,
      KeyFingerprint: "4LmcYnyBOqlloHZ5TKAxfa8BgMK2wL6WeOOTvXVdhmw=",
    });

    const { KeyPairs } = await client.send(
      new DescribeKeyPairsCommand({ KeyNames: [KeyName], IncludePublicKey: true }),
    );
    expect(KeyPairs).toMatchObject([
      { KeyName, KeyPairId: imported.KeyPairId, KeyType: "ed25519", Tags: tags, PublicKey: `${ed25519} ${KeyName}` },
    ]);
    expect(await client.send(new DeleteKeyPairCommand({ KeyName }))).toMatchObject({
      Return: true,
      KeyPairId: imported.KeyPairId,
    });
    const gone: EC2ServiceException = await client
      .send(new DescribeKeyPairsCommand({ KeyNames: [KeyName] }))
      .then(() => expect.fail("still there"))
      .catch((error) => error);
    expect(gone.name).toBe("InvalidKeyPair.NotFound");
    expect(gone.message).toBe(`The key pair '${KeyName}' does not exist`);
    expect(gone.$metadata.httpStatusCode).toBe(400);
  } finally {
    client.destroy();
    await server.close();
  }
});

test("hangs up where the mock does not answer", async () => {
  const server = await serveMock(() => Promise.reject(new Error("no")));
  try {
    await expect(fetch(server.url)).rejects.toThrow("fetch failed");
  } finally {
    await server.close();
  }
});
