import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test, vi } from "vitest";
import { commandWrapper } from "./command-wrapper.ts";
import { CommandFailed } from "./outcome.ts";

const input = { keyName: "k", publicKey: "ssh-rsa AAAA" };
const target = {
  endpoint: "http://127.0.0.1:9/",
  region: "us-east-1",
  credentials: { accessKeyId: "a", secretAccessKey: "s" },
};
const print = [process.execPath, "-e", "console.log(JSON.stringify(process.env))"];

test.for([
  { given: {}, want: "127.0.0.1" },
  { given: { NO_PROXY: "a.test" }, want: "a.test,127.0.0.1" },
  { given: { no_proxy: "b.test", NO_PROXY: "a.test" }, want: "b.test,127.0.0.1" },
  { given: { NO_PROXY: "*" }, want: "*" },
])("no proxy of the caller's stands before the scenarios: $given", async ({ given, want }) => {
  onTestFinished(() => void vi.unstubAllEnvs());
  for (const [name, value] of Object.entries({ NO_PROXY: "", no_proxy: "", ...given })) vi.stubEnv(name, value);
  vi.stubEnv("AWS_PROFILE", "somebody");
  const told = (await commandWrapper(print)(input, target, new AbortController().signal)) as NodeJS.ProcessEnv;
  expect([told["NO_PROXY"], told["no_proxy"], told["AWS_PROFILE"]]).toEqual([want, want, undefined]);
});

test("a command that is stopped before it begins is not started", async () => {
  const stopped = commandWrapper(["sh", "-c", "sleep 600"])(input, target, AbortSignal.abort());
  await expect(stopped).rejects.toThrow(CommandFailed);
});

test("when who runs it is killed, the command ends with all that it started, and its folder is gone", async () => {
  const here = mkdtempSync(join(tmpdir(), "ec2-contract-killed-"));
  onTestFinished(() => rmSync(here, { recursive: true }));
  const told = join(here, "told");
  const command = [
    "sh",
    "-c",
    `sleep 600 & echo $$ $! $EC2_CONTRACT_PUBLIC_KEY_FILE > ${told}.new; mv ${told}.new ${told}; wait`,
  ];
  const module = new URL("./command-wrapper.ts", import.meta.url).href;
  const source = `import { commandWrapper } from ${JSON.stringify(module)};
await commandWrapper(${JSON.stringify(command)})(${JSON.stringify(input)}, ${JSON.stringify(target)}, new AbortController().signal);`;
  const child = spawn(process.execPath, ["--input-type=module-typescript", "-e", source], { stdio: "ignore" });
  onTestFinished(() => void child.kill());
  await until(() => existsSync(told));
  const [shell = "", grandchild = "", file = ""] = readFileSync(told, "utf8").trim().split(" ");
  expect([shell, grandchild].map(isAlive)).toEqual([true, true]);
  child.kill("SIGKILL");
  await once(child, "exit");
  await until(() => !isAlive(shell) && !isAlive(grandchild) && !existsSync(dirname(file)));
  expect(dirname(file)).toContain("ec2-contract-wrapper-");
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(20);
}

/** A zombie is dead: its parent only has not been told. */
function isAlive(pid: string): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false; // no such process
  }
}
