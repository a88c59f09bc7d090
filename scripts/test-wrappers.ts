import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { commandOf, knownOfWrapper, policyOf, publicWrappers } from "./wrappers.ts";

// `npm run test:wrappers -- [NAME…] [OPTIONS…]`: public wrappers through the scenarios. Each must deviate exactly as its
// known deviations say. Options go to `ec2-contract wrapper`; with --update-known the files are made or updated.

const root = join(import.meta.dirname, "..");
const args = process.argv.slice(2);
const firstOption = args.findIndex((argument) => argument.startsWith("-"));
const names = firstOption < 0 ? args : args.slice(0, firstOption);
const options = firstOption < 0 ? [] : args.slice(firstOption);

const unknown = names.find((name) => !publicWrappers.some((wrapper) => wrapper.name === name));
if (unknown !== undefined) {
  const all = publicWrappers.map(({ name }) => name).join(", ");
  process.stderr.write(`Failed to find the wrapper ${unknown}: CI does not know it. Choose from ${all}.\n`);
  process.exitCode = 2;
} else {
  for (const wrapper of publicWrappers.filter(({ name }) => names.length === 0 || names.includes(name))) {
    const { name } = wrapper;
    const known = knownOfWrapper(name);
    const listed = existsSync(join(root, known)) || options.includes("--update-known") ? ["--known", known] : [];
    const command = ["bin/ec2-contract.js", "wrapper", "--policy", policyOf(name), ...listed, "--timeout", "30000"];
    try {
      const { status } = spawnSync(process.execPath, [...command, ...options, "--", ...commandOf(root, wrapper)], {
        cwd: root,
        stdio: ["ignore", "inherit", "inherit"],
      });
      process.stderr.write(`${name}: ${status === 0 ? "as known" : `not as known, exit code ${status}`}\n`);
      if (status !== 0) process.exitCode = 1;
    } catch (cause) {
      process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
      process.exitCode = 1;
    }
  }
}
