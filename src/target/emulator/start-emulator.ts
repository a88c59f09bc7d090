import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { devNull, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { messageOf, UsageError } from "../../errors.ts";
import type { Profile } from "../profile.ts";
import { statusAt } from "../status-at.ts";
import { findProgram, type Program, whyNotRun } from "./find-program.ts";
import type { StartRecipe } from "./start-recipe.ts";
import { supervise } from "./supervise.ts";

/** An emulator that this process started. */
export interface StartedEmulator {
  readonly url: URL;
  /** Undefined for what any command starts: the running one may tell it. */
  readonly version?: string;
  /** Its process id, which is also that of its group. */
  readonly pid: number;
  stop(): Promise<void>;
}

const host = "127.0.0.1";
/** Seconds. LocalStack takes some on a slow machine; nothing that works takes a minute, unless its profile says so. */
const patience = 60;
/** How long a polite end may take. */
const grace = 5_000;
const kept = 4_000;

/**
 * Starts the emulator of a profile on a free loopback port and waits until it can be used.
 * @throws {UsageError} when it is not installed, with the command that installs it, when its program is missing, and when it
 * does not start.
 */
export async function startEmulator(
  profile: Profile,
  venv: string | undefined,
  signal: AbortSignal,
): Promise<StartedEmulator> {
  const { start, name } = profile;
  if (start === undefined)
    throw new UsageError(`Failed to start ${name}: its profile does not say how. Start it yourself, and name its URL.`);
  const program = await findProgram(name, start, venv);
  const port = await freePort();
  const fill = (text: string): string => text.replaceAll("{port}", String(port)).replaceAll("{host}", host);
  const environment = Object.entries(start.environment ?? {}).map(([key, value]) => [key, fill(value)]);
  const folder = mkdtempSync(join(tmpdir(), "ec2-contract-emulator-"));
  const { version } = program;
  const failed = (cause: unknown, words: string): UsageError => {
    const what = version === undefined ? name : `${name} ${version}`;
    return new UsageError(`Failed to start ${what}: ${messageOf(cause)}.${words}`, { cause });
  };
  const child = await launch(program, program.arguments.map(fill), {
    ...withoutAws(process.env),
    ...program.environment,
    TMPDIR: folder,
    ...Object.fromEntries(environment),
  }).catch((cause: unknown) => {
    rmSync(folder, removal);
    throw failed(cause, "");
  });
  const output = keepOutput(child);
  const stop = stopper(child, folder);
  const url = new URL(`http://${host}:${port}/`);
  try {
    await untilReady(url, start, child, signal);
  } catch (cause) {
    await stop();
    throw failed(cause, ` Its last words: ${output() || "(none)"}`);
  }
  return { url, pid: child.pid ?? 0, stop, ...(version !== undefined && { version }) };
}

/** @throws {Error} where the system does not run it, with why. */
async function launch(program: Program, words: readonly string[], env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  try {
    const child = spawn(program.path, words, {
      env,
      stdio: ["ignore", "pipe", "pipe"],
      // A group of its own: Ctrl-C in the terminal does not reach it before our cleanup does.
      detached: true,
      ...(program.folder !== undefined && { cwd: program.folder }),
    });
    await once(child, "spawn");
    return child;
  } catch (cause) {
    throw new Error(whyNotRun(program, cause), { cause });
  }
}

async function untilReady(
  url: URL,
  { ready, readyWithin = patience }: StartRecipe,
  child: ChildProcess,
  signal: AbortSignal,
): Promise<void> {
  const where = new URL(ready ?? "/", url);
  const deadline = Date.now() + readyWithin * 1000;
  while (Date.now() < deadline) {
    if (signal.aborted) throw new Error("it was stopped");
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`it ended with ${child.exitCode ?? child.signalCode}`);
    if (await isReady(where, ready === undefined)) return;
    await sleep(100);
  }
  const wanted = ready === undefined ? "answer" : `answer with 200 at ${where.pathname}`;
  throw new Error(
    `it did not ${wanted} within ${readyWithin} s, on port ${url.port}. See that it listens on {port}, or raise start/readyWithin in the profile`,
  );
}

async function isReady(url: URL, whatever: boolean): Promise<boolean> {
  const status = await statusAt(url, whatever ? "manual" : "follow");
  return whatever ? status !== undefined : status === 200;
}

/** The environment without the caller's AWS settings and credentials: none of them is meant for an emulator. */
function withoutAws(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = Object.entries(environment).filter(([name]) => !/^(AWS|_X_AMZN)_/i.test(name));
  return {
    ...Object.fromEntries(own),
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: "true",
  };
}

/** Ends the whole group, politely first, and removes its folder; also when this process ends without having been asked to. */
function stopper(child: ChildProcess, folder: string): () => Promise<void> {
  const signalGroup = (signal: NodeJS.Signals): void => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, signal);
    } catch {
      // the group is gone already, which is what was wanted
    }
  };
  const release = child.pid === undefined ? () => undefined : supervise(child.pid, folder);
  const atExit = (): void => {
    signalGroup("SIGKILL");
    rmSync(folder, removal);
  };
  process.once("exit", atExit);
  return async () => {
    const ended = child.exitCode === null && child.signalCode === null ? once(child, "exit") : Promise.resolve();
    signalGroup("SIGTERM");
    await Promise.race([ended, sleep(grace, undefined, { ref: false })]);
    signalGroup("SIGKILL");
    await ended;
    process.off("exit", atExit);
    rmSync(folder, removal);
    release();
  };
}

/** What was killed a moment ago may still write. */
const removal = { recursive: true, force: true, maxRetries: 5 } as const;

/** The end of what it prints, for when it does not start. */
function keepOutput(child: ChildProcess): () => string {
  let text = "";
  const keep = (chunk: Buffer): void => {
    text = (text + chunk.toString()).slice(-kept);
  };
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  return () => text.trim().split("\n").slice(-5).join("\n");
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("the system gave no port");
  return address.port;
}
