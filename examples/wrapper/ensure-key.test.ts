import { EC2Client } from "@aws-sdk/client-ec2";
import { wrapperSuite } from "ec2-contract/vitest";
import { ensureKey } from "./ensure-key.ts";

// One test for each scenario. The code under test is unchanged; only its client is led to another endpoint.
wrapperSuite({
  name: "ensure-key.ts",
  importKeyPair: (input, target) => ensureKey({ ...input, client: new EC2Client(target) }),
  policy: {
    onDuplicate: "return-existing",
    retries: { throttling: true, server: true, connection: true },
    lostAnswer: "look",
    onDryRun: "throw",
    errorCode: (error) => (error as Error).name,
  },
});
