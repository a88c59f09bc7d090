import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Emulator, requirementsOf } from "./emulators.ts";
import { pythonEnvironment } from "./python-environment.ts";

/**
 * Installs an emulator, starts it on a free port of 127.0.0.1 and stops it when `use` is done, whatever came of it.
 * @throws when it can't be installed, or does not answer in time, with the end of its log.
 */
export async function withEmulator<T>(
  root: string,
  emulator: Emulator,
  use: (endpoint: string) => Promise<T>,
): Promise<T> {
  const bin = pythonEnvironment(root, emulator.name, requirementsOf(emulator));
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const [program, ...args] = emulator.command(port);
  const folder = mkdtempSync(join(tmpdir(), `ec2-contract-${emulator.name}-`));
  const log = join(folder, "log");
  const output = openSync(log, "w");
  const server = spawn(join(bin, program), args, {
    cwd: folder,
    env: { ...process.env, ...emulator.env(port) },
    stdio: ["ignore", output, output],
  });
  const ended = once(server, "exit").catch(() => undefined);
  const dead = () => server.pid === undefined || server.exitCode !== null || server.signalCode !== null;
  try {
    if (!(await answers(endpoint + emulator.ready, emulator.patience, dead))) {
      const end = readFileSync(log, "utf8").trim().split("\n").slice(-20).join("\n");
      throw new Error(
        `Failed to start ${emulator.name}: ${dead() ? "it ended" : `no answer in ${emulator.patience} s`}. Its log ends:\n${end}`,
      );
    }
    return await use(endpoint);
  } finally {
    server.kill("SIGTERM");
    const killing = setTimeout(() => server.kill("SIGKILL"), 5_000);
    if (!dead()) await ended;
    clearTimeout(killing);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function answers(url: string, seconds: number, dead: () => boolean): Promise<boolean> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end && !dead(); await sleep(100)) {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
    await response?.body?.cancel();
    if (response?.ok) return true;
  }
  return false;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("a TCP server has an address with a port");
  return address.port;
}
