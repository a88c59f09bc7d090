import { EC2Client, ImportKeyPairCommand } from "@aws-sdk/client-ec2";
import { handlers } from "ec2-contract/msw";
import { setupServer } from "msw/node";

// Your code talks to what it takes for AWS; an EC2 in memory answers as the contract says.
const server = setupServer(...handlers());
server.listen({ onUnhandledFrame: "error" });

const client = new EC2Client({ region: "us-east-1", credentials: { accessKeyId: "test", secretAccessKey: "test" } });
const line = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8g someone";
const key = { KeyName: "laptop", PublicKeyMaterial: Buffer.from(line) };

const { KeyFingerprint } = await client.send(new ImportKeyPairCommand(key));
console.log(`imported ${KeyFingerprint}`);

const again = await client.send(new ImportKeyPairCommand(key)).catch((error: Error) => error);
console.log(again instanceof Error ? `refused ${again.name}` : "accepted twice");

server.close();
