import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Report } from "../src/report/report.ts";
import { commandOf, policyOf, publicWrappers } from "./wrappers.ts";
import { wrappersPage } from "./wrappers-page.ts";

// `npm run measure:wrappers`: runs every public wrapper, and writes docs/wrappers.md.

const root = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "ec2-contract-wrappers-"));

try {
  const measured = publicWrappers.map((wrapper) => {
    const file = join(folder, `${wrapper.name}.json`);
    const how = ["--policy", policyOf(wrapper.name), "--timeout", "30000", "--reporter", `json=${file}`];
    const command = ["bin/ec2-contract.js", "wrapper", ...how, "--", ...commandOf(root, wrapper)];
    const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
    if (status !== 0 && status !== 1) throw new Error(`Failed to measure ${wrapper.name}: exit code ${status}.`);
    return { wrapper, report: JSON.parse(readFileSync(file, "utf8")) as Report };
  });
  writeFileSync(join(root, "docs/wrappers.md"), wrappersPage(measured));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
