import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Emulator, emulators, knownOf } from "./emulators.ts";
import { withEmulator } from "./with-emulator.ts";

// `npm run test:emulators -- [NAME…] [OPTIONS…]`: the suite against real emulators. Each must deviate exactly as its
// known deviations say. Options go to `ec2-contract test`; with --update-known the files are made or updated.

const root = join(import.meta.dirname, "..");
const args = process.argv.slice(2);
const isOption = (argument: string): boolean => argument.startsWith("-");
const firstOption = args.findIndex(isOption);
const names = firstOption < 0 ? args : args.slice(0, firstOption);
const options = firstOption < 0 ? [] : args.slice(firstOption);

async function test(emulator: Emulator): Promise<number | null> {
  const known = knownOf(emulator);
  if (!existsSync(join(root, known)) && !options.includes("--update-known")) {
    throw new Error(
      `Failed to test ${emulator.name}: there is no ${known}. Make it with "npm run test:emulators -- ${emulator.name} --update-known", and write the reasons.`,
    );
  }
  return withEmulator(root, emulator, async (endpoint) => {
    const command = ["bin/ec2-contract.js", "test", endpoint, "--known", known, ...options];
    const [code] = await once(
      spawn(process.execPath, command, { cwd: root, stdio: ["ignore", "inherit", "inherit"] }),
      "exit",
    );
    return code;
  });
}

const unknown = names.filter((name) => !emulators.some((emulator) => emulator.name === name));
if (unknown.length > 0) {
  const known = emulators.map(({ name }) => name).join(", ");
  process.stderr.write(
    `Failed to find the emulator ${unknown[0]}: it is not in scripts/emulators.ts. Choose from ${known}.\n`,
  );
  process.exitCode = 2;
} else {
  for (const emulator of emulators.filter(({ name }) => names.length === 0 || names.includes(name))) {
    const code = await test(emulator).catch((cause: unknown) => {
      process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
      return 3;
    });
    process.stderr.write(`${emulator.name}: ${code === 0 ? "as known" : `not as known, exit code ${code}`}\n`);
    if (code !== 0) process.exitCode = 1;
  }
}
