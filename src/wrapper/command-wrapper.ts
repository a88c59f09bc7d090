import { type ChildProcess, spawn } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { messageOf, UsageError } from "../errors.ts";
import { supervise } from "../target/emulator/supervise.ts";
import type { WrapperInput } from "./draw-scenario.ts";
import { CommandFailed } from "./outcome.ts";
import type { Wrapper, WrapperTarget } from "./run-scenario.ts";

/** More output than this of one run is not kept. */
const mostOutput = 1024 * 1024;

/** Settings of the caller's own AWS account, which must not reach the command. */
const foreign = /^AWS_/;

/** @throws {UsageError} for a program that is not there, or may not be run: that is no failure of a wrapper. */
export function mustBeProgram(program: string): void {
  const folders = program.includes("/") ? [""] : (process.env["PATH"] ?? "").split(delimiter);
  const there = folders.map((folder) => (folder === "" ? program : join(folder, program))).filter(isFile);
  if (there.some(mayBeRun)) return;
  const why = there.length === 0 ? "there is no such program" : "it may not be run";
  throw new UsageError(`Failed to run ${program}: ${why}. Put a command behind "--" as a shell would find it.`);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function mayBeRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // not executable, by this user
  }
}

/**
 * A command in any language as a wrapper: run once per scenario, told by its environment. Exit status 0 is a success; a
 * JSON object on standard output, if there is one, is the output. Its whole process group ends with the scenario.
 */
export function commandWrapper(command: readonly string[]): Wrapper {
  return async (input, target, signal) => {
    const folder = await mkdtemp(join(tmpdir(), "ec2-contract-wrapper-"));
    const keyFile = join(folder, "key.pub");
    await writeFile(keyFile, input.publicKey);
    try {
      return await run(command, environmentOf(input, target, keyFile), folder, signal);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
}

function environmentOf(input: WrapperInput, target: WrapperTarget, keyFile: string): NodeJS.ProcessEnv {
  const { endpoint, region, credentials } = target;
  const { hostname, port } = new URL(endpoint);
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
  return {
    ...own,
    ...withoutProxy(process.env, hostname),
    AWS_ENDPOINT_URL: endpoint,
    AWS_ENDPOINT_URL_EC2: endpoint,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_EC2_METADATA_DISABLED: "true",
    // No file of the caller's account; one that does not exist is as good as an empty one.
    AWS_CONFIG_FILE: join(keyFile, "none"),
    AWS_SHARED_CREDENTIALS_FILE: join(keyFile, "none"),
    EC2_CONTRACT_ENDPOINT: endpoint,
    EC2_CONTRACT_ENDPOINT_HOST: hostname,
    EC2_CONTRACT_ENDPOINT_PORT: port,
    EC2_CONTRACT_KEY_NAME: input.keyName,
    EC2_CONTRACT_PUBLIC_KEY_FILE: keyFile,
    EC2_CONTRACT_TAGS: JSON.stringify(input.tags ?? {}),
    EC2_CONTRACT_DRY_RUN: String(input.dryRun ?? false),
  };
}

/** A proxy of the caller's is for other places; the network of the scenarios is here. */
function withoutProxy({ NO_PROXY, no_proxy: lower }: NodeJS.ProcessEnv, host: string): NodeJS.ProcessEnv {
  const already = lower || NO_PROXY || "";
  // One that stands for everything must stand alone.
  const none = already.trim() === "*" ? already : [already, host].filter(Boolean).join(",");
  return { NO_PROXY: none, no_proxy: none };
}

async function run(
  command: readonly string[],
  env: NodeJS.ProcessEnv,
  folder: string,
  signal: AbortSignal,
): Promise<unknown> {
  // It may have been over while the folder was made: then nobody would end what is started now.
  if (signal.aborted) throw new CommandFailed(null, "it was stopped before it began");
  const [program = "", ...args] = command;
  // A group of its own, so that what it starts ends with it.
  const child = spawn(program, args, { env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  // Where this process is killed, it takes along what it had run.
  const release = child.pid === undefined ? () => undefined : supervise(child.pid, folder);
  const out = collect(child.stdout);
  const err = collect(child.stderr);
  const end = (): void => endGroup(child);
  signal.addEventListener("abort", end, { once: true });
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", resolve);
    });
    if (code !== 0) throw new CommandFailed(code, `${out()}${err()}`);
    return parsed(out());
  } catch (cause) {
    if (cause instanceof CommandFailed) throw cause;
    throw new CommandFailed(null, `it can't be started: ${messageOf(cause)}`);
  } finally {
    signal.removeEventListener("abort", end);
    end();
    release();
  }
}

function collect(stream: NodeJS.ReadableStream | null): () => string {
  let text = "";
  stream?.setEncoding("utf8");
  stream?.on("data", (chunk: string) => {
    if (text.length < mostOutput) text += chunk;
  });
  return () => text;
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // The whole group has ended already.
  }
}

/** The JSON object that a command printed, whatever it printed around it; else what it printed. */
function parsed(text: string): unknown {
  const trimmed = text.trim();
  const lines = trimmed.split("\n");
  for (const candidate of [trimmed, lines.at(-1) ?? ""]) {
    try {
      const value: unknown = JSON.parse(candidate);
      if (typeof value === "object" && value !== null) return value;
    } catch {
      // Not this text.
    }
  }
  return trimmed === "" ? undefined : trimmed;
}
