import { wrapperSuite } from "ec2-contract/vitest";
import { type CreateEvent, type CustomResourceResult, handler } from "./custom-resource.ts";

// A handler that throws nothing says by its output whether it failed, and has no dry run.
wrapperSuite({
  name: "custom-resource.ts",
  network: "nock",
  lacks: { "dry-run": "CloudFormation knows none" },
  importKeyPair: ({ keyName, publicKey, tags = {} }, target) => {
    const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
    const event: CreateEvent = {
      RequestType: "Create",
      ResourceProperties: { KeyName: keyName, PublicKey: publicKey, Tags },
    };
    return handler(event, target);
  },
  failed: (output) => (output as CustomResourceResult).Status === "FAILED",
  read: (output) => {
    const result = output as CustomResourceResult;
    if (result.Status === "FAILED") return {};
    const { KeyName, KeyPairId, Fingerprint } = result.Data;
    return { keyName: KeyName, keyPairId: KeyPairId, fingerprint: Fingerprint };
  },
  policy: {
    onDuplicate: "return-existing",
    retries: { throttling: true, server: true, connection: true },
    lostAnswer: "look",
  },
});
