const main = `
import { conform } from "ec2-contract";
const report = await conform({ only: ["fingerprint"] });
console.log(report.score.must.fail + " failed");
`;

const nock = `
import nock from "nock";
import { scope } from "ec2-contract/nock";
nock.disableNetConnect();
scope();
import { EC2Client, ImportKeyPairCommand } from "@aws-sdk/client-ec2";
import { readFileSync } from "node:fs";
const credentials = { accessKeyId: "test", secretAccessKey: "test" };
const client = new EC2Client({ region: "us-east-1", credentials });
const PublicKeyMaterial = readFileSync("node_modules/ec2-contract/fixtures/keys/aws-r1.pub");
const { KeyFingerprint } = await client.send(new ImportKeyPairCommand({ KeyName: "k", PublicKeyMaterial }));
console.log(KeyFingerprint);
`;

const types = `
import { conform, loadContract, plan, type Report, type Transport } from "ec2-contract";
import { handlers } from "ec2-contract/msw";
import { scope } from "ec2-contract/nock";
import { conformanceSuite, type ConformanceSuiteOptions } from "ec2-contract/vitest";
import { setupServer } from "msw/node";

const target: Transport = async (request) => new Response(request.url);
const options: ConformanceSuiteOptions = { target, level: "should" };
export const report: Promise<Report> = conform({ target });
export const count: number = plan(loadContract()).length;
export const server = setupServer(...handlers());
export const persisted = scope({ region: "eu-west-1" }).isDone();
conformanceSuite(options);
// @ts-expect-error a target is no number: were the declarations not found, all would be any
conformanceSuite({ target: 1 });
// @ts-expect-error a Region is no number
scope({ region: 1 });
// @ts-expect-error an endpoint is no number
handlers({ endpoint: 1 });
`;

const tsconfig = JSON.stringify({
  compilerOptions: {
    strict: true,
    exactOptionalPropertyTypes: true,
    module: "nodenext",
    target: "es2024",
    types: ["node"],
  },
  files: ["types.ts", "suite.test.ts"],
});

/** What a user of the installed package may write, as text: it has to resolve there and not here. */
export const programs = { main, nock, types, tsconfig } as const;
