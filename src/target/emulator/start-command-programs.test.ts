import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { UsageError } from "../../errors.ts";
import { startEmulator } from "./start-emulator.ts";
import type { CommandRecipe } from "./start-recipe.ts";

const folder = mkdtempSync(join(tmpdir(), "ec2-contract-command-"));
afterAll(() => rmSync(folder, { recursive: true }));

const { signal } = new AbortController();
const node = process.execPath;
/** A server that answers with what it was started with; nothing but `/health` with 200. */
const server = join(folder, "server.mjs");
writeFileSync(
  server,
  `import { createServer } from "node:http";
const [host, port] = process.argv.slice(2);
const told = JSON.stringify({ pid: process.pid, folder: process.cwd(), args: process.argv.slice(2), setting: process.env.SETTING });
createServer((request, response) => response.writeHead(request.url === "/health" ? 200 : 404).end(told)).listen(port, host);
`,
);
writeFileSync(join(folder, "not-executable"), "");
const start = (command: CommandRecipe["command"], more: Omit<CommandRecipe, "command"> = {}, venv?: string) =>
  startEmulator({ name: "any", start: { command, folder, ...more } }, venv, signal);

interface Told {
  readonly pid: number;
  readonly folder: string;
  readonly args: readonly string[];
  readonly setting?: string;
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false; // no such process
  }
};

test("any command is started in its folder, told where to listen, and stopped", async () => {
  const environment = { SETTING: "http://{host}:{port}/" };
  const started = await start([node, "server.mjs", "{host}", "{port}", "a b"], { environment, ready: "/health" });
  const { port, href } = started.url;
  const told = (await (await fetch(href)).json()) as Told;
  expect(told).toEqual({ pid: started.pid, folder, args: ["127.0.0.1", port, "a b"], setting: href });
  expect(started.version).toBeUndefined();
  await started.stop();
  expect(isAlive(started.pid)).toBe(false);
});

test("without a path that tells it is ready, any answer does", async () => {
  const started = await start([node, server, "{host}", "{port}"]);
  expect((await fetch(started.url)).status).toBe(404);
  await started.stop();
});

test("what the command has started itself is ended, too", async () => {
  const started = await start(["sh", "-c", `'${node}' server.mjs {host} {port} & wait`]);
  const { pid } = (await (await fetch(started.url)).json()) as Told;
  expect(pid).not.toBe(started.pid);
  await started.stop();
  // It is a process of nobody's now, whose end the system is told of a moment later.
  while (isAlive(pid)) await sleep(20);
});

test("programs of a virtual environment come first", async () => {
  const venv = join(folder, "venv");
  await expect(start(["own-server", "{port}"], {}, venv)).rejects.toThrow("no program own-server in the PATH");
});

test.for([
  {
    given: "a program that there is not",
    command: ["no-such-program", "{port}"],
    want: "Failed to start any: there is no program no-such-program in the PATH. Install it, or correct start/command.",
  },
  {
    given: "a path that there is not",
    command: ["./gradlew", "{port}"],
    want: `Failed to start any: there is no program ./gradlew in ${folder}. Install it, or correct start/command.`,
  },
  {
    given: "a file that is no program",
    command: ["./not-executable", "{port}"],
    want: "Failed to start any: the program ./not-executable may not be run. Make it executable, or correct start/command.",
  },
  {
    given: "a program that ends at once",
    command: [node, "-e", "console.error('no licence for {port}'); process.exit(7)"],
    want: /^Failed to start any: it ended with 7\. Its last words: no licence for \d+$/,
  },
  {
    given: "a program that is killed",
    command: [node, "-e", "process.kill(process.pid, 'SIGKILL')"],
    want: "Failed to start any: it ended with SIGKILL. Its last words: (none)",
  },
  {
    given: "a program that never answers",
    command: [node, "-e", "console.log('warming up'); setInterval(() => 0, 1000)"],
    want: /^Failed to start any: it did not answer within 2 s, on port \d+\. See that it listens on \{port\}, or raise start\/readyWithin in the profile\. Its last words: warming up$/,
  },
] as const)("$given: a clear error", async ({ command, want }) => {
  const [program, ...words] = command;
  const failed: unknown = await start([program, ...words], { readyWithin: 2 }).catch((cause: unknown) => cause);
  expect(failed).toBeInstanceOf(UsageError);
  const { message } = failed as UsageError;
  if (typeof want === "string") expect(message).toBe(want);
  else expect(message).toMatch(want);
});

test("a path that has to answer with 200 is waited for", async () => {
  const never = start([node, server, "{host}", "{port}"], { ready: "/absent", readyWithin: 2 });
  await expect(never).rejects.toThrow("it did not answer with 200 at /absent within 2 s");
});
