import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import manifest from "../../package.json" with { type: "json" };
import { type Ran, runCommand } from "./run-command.ts";

/** A stranger's project in an empty folder. */
export interface Consumer extends Disposable {
  readonly write: (file: string, text: string) => void;
  readonly run: (command: string, ...args: readonly string[]) => Ran;
  readonly path: (file: string) => string;
  /** Installs packages: a tarball, or the name of one that we test with, in our own range. */
  readonly install: (...packages: readonly string[]) => void;
}

const ranges: Readonly<Record<string, string>> = manifest.devDependencies;

export function createConsumer(): Consumer {
  const folder = mkdtempSync(join(tmpdir(), "ec2-contract-consumer-"));
  const path = (file: string): string => join(folder, file);
  const run: Consumer["run"] = (command, ...args) => runCommand(folder, command, ...args);
  const write: Consumer["write"] = (file, text) => writeFileSync(path(file), text);
  write("package.json", JSON.stringify({ name: "consumer", private: true, type: "module" }));
  return {
    path,
    run,
    write,
    install(...packages) {
      const wanted = packages.map((name) => (ranges[name] === undefined ? name : `${name}@${ranges[name]}`));
      const flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"];
      const { code, stdout, stderr } = run("npm", "install", ...flags, ...wanted);
      if (code !== 0) throw new Error(`Failed to install ${wanted.join(", ")}: npm said:\n${stdout}${stderr}`);
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}
