import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runCommand } from "./run-command.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A packed package, and the copy of the project that it was packed from. */
export interface Packed extends Disposable {
  readonly project: string;
  readonly tarball: string;
  /** Its files, below `package/`. */
  readonly files: readonly string[];
}

/** `npm pack` in a copy, so that the build does not pull the working tree's `dist/` from under somebody's feet. */
export function pack(): Packed {
  const folder = mkdtempSync(join(tmpdir(), "ec2-contract-pack-"));
  const project = join(folder, "project");
  mkdirSync(project);
  for (const name of readdirSync(root).filter((name) => !/^(\.|node_modules$|dist$|coverage$)|\.tgz$/.test(name))) {
    cpSync(join(root, name), join(project, name), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(project, "node_modules"));
  const { code, stdout, stderr } = runCommand(project, "npm", "pack", "--silent", "--pack-destination", folder);
  const name = stdout.trim().split("\n").at(-1) ?? "";
  if (code !== 0) throw new Error(`Failed to pack: npm said:\n${stdout}${stderr}`);
  const tarball = join(folder, name);
  const files = runCommand(folder, "tar", "-tzf", tarball).stdout.trim().split("\n");
  return {
    project,
    tarball,
    files: files.map((file) => file.replace(/^package\//, "")).sort(),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}
