import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";

const bin = fileURLToPath(new URL("../../bin/ec2-contract.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "ec2-contract-live-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Who answers in the place of AWS, and whose credentials a run has. */
export interface Reach {
  readonly url: string;
  readonly cacert?: string;
  readonly credentials: Readonly<Record<string, string>>;
}

/** Starts the program as a user does, against what stands in for AWS. @param state where its journals are; new ones by default. */
export function startAgainst(aws: Reach, args: readonly string[], state = mkdtempSync(join(folder, "state-"))) {
  // What works on files reaches nobody.
  const where =
    args[0] === "verify" ? [] : ["--endpoint", aws.url, ...(aws.cacert === undefined ? [] : ["--cacert", aws.cacert])];
  const env = {
    PATH: process.env["PATH"],
    HOME: state,
    EC2_CONTRACT_STATE: state,
    AWS_EC2_METADATA_DISABLED: "true",
    ...aws.credentials,
  };
  return spawn(process.execPath, [bin, ...args, ...where], { env, stdio: ["ignore", "pipe", "pipe"] });
}

/** The same, to its end. */
export async function commandAgainst(aws: Reach, args: readonly string[], state?: string) {
  const child = startAgainst(aws, args, state);
  const [out, err] = [[], []] as [Buffer[], Buffer[]];
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
  const [code] = await once(child, "close");
  return { code: code as number, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() };
}
