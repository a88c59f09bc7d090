import { existsSync } from "node:fs";
import { join } from "node:path";
import { emulators, knownOf } from "./emulators.ts";
import { runEmulator } from "./run-emulator.ts";

// `npm run test:emulators -- [NAME…] [OPTIONS…]`: the suite against real emulators. Each must deviate exactly as its
// known deviations say. Options go to `ec2-contract test`; with --update-known the files are made or updated.

const root = join(import.meta.dirname, "..");
const args = process.argv.slice(2);
const firstOption = args.findIndex((argument) => argument.startsWith("-"));
const names = firstOption < 0 ? args : args.slice(0, firstOption);
const options = firstOption < 0 ? [] : args.slice(firstOption);

function test(name: string): number | null {
  const known = knownOf(name);
  if (!existsSync(join(root, known)) && !options.includes("--update-known")) {
    throw new Error(
      `Failed to test ${name}: there is no ${known}. Make it with "npm run test:emulators -- ${name} --update-known", and write the reasons.`,
    );
  }
  return runEmulator(name, options);
}

const unknown = names.find((name) => !emulators.includes(name));
if (unknown === undefined) {
  for (const name of names.length === 0 ? emulators : names) {
    try {
      const code = test(name);
      process.stderr.write(`${name}: ${code === 0 ? "as known" : `not as known, exit code ${code}`}\n`);
      if (code !== 0) process.exitCode = 1;
    } catch (cause) {
      process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
      process.exitCode = 1;
    }
  }
} else {
  process.stderr.write(
    `Failed to find the emulator ${unknown}: CI does not know it. Choose from ${emulators.join(", ")}.\n`,
  );
  process.exitCode = 2;
}
