import { globSync } from "node:fs";
import { join } from "node:path";
import { defaultAction } from "../src/actions/actions.ts";
import { diagnostics } from "../src/actions/import-key-pair/diagnostics.ts";
import type { SiteInput } from "../src/site/site-input.ts";
import { measuredRuns } from "../src/site/timeline.ts";
import { loadContract } from "../src/spec/load-contract.ts";
import { namedProfile, profileNames } from "../src/target/profile.ts";
import { loadHistories } from "./history-files.ts";

const root = join(import.meta.dirname, "..");

/**
 * What the site is made from: what is committed. Who is nearest to AWS today comes first.
 * @param source the address in front of the paths of the repository's files; the checkout by default.
 */
export function siteInput(source = "../../"): SiteInput {
  const profiles = profileNames().map(namedProfile);
  const reports = globSync("*/*.md", { cwd: join(root, "docs/upstream") });
  return {
    contract: loadContract(defaultAction().files),
    histories: loadHistories().toSorted((a, b) => today(a) - today(b)),
    about: new Map(profiles.map(({ name, about }) => [name, about ?? ""])),
    faults: new Map(diagnostics().faults.map((fault) => [fault.id, fault])),
    upstream: new Set(reports.map((file) => file.replaceAll("\\", "/").replace(/\.md$/, ""))),
    source: source.endsWith("/") ? source : `${source}/`,
  };
}

function today(history: Parameters<typeof measuredRuns>[0]): number {
  return measuredRuns(history).at(-1)?.score.divergence ?? 1;
}
