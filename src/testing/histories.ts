import type { Verdicts } from "../history/version-changes.ts";
import { scoreOf } from "../report/score.ts";
import type { History, MeasuredRun } from "../site/history.ts";
import type { SiteInput } from "../site/site-input.ts";
import { contract } from "./observations.ts";
import { clauseWith } from "./reports.ts";

/** A release that was run, made by hand. */
export function runWith(version: string, verdicts: Verdicts, parts: Partial<MeasuredRun> = {}): MeasuredRun {
  const known = Object.entries(verdicts).filter(([id]) => contract.clauses.has(id));
  const { clauses, open, judged, coverage, divergence, must, should, may } = scoreOf(
    known.map(([id, verdict]) => clauseWith(id, verdict)),
  );
  return {
    kind: "measured",
    version,
    tried: "2026-11-29",
    contract: contract.sha256.slice(0, 12),
    score: {
      clauses,
      open,
      judged,
      coverage,
      divergence,
      failed: { must: must.fail, should: should.fail, may: may.fail },
    },
    causes: [],
    verdicts,
    ...parts,
  };
}

/** What a site is made from, of these histories. */
export function siteOf(histories: readonly History[], parts: Partial<SiteInput> = {}): SiteInput {
  return {
    contract,
    histories,
    about: new Map(),
    faults: new Map(),
    upstream: new Set(),
    source: "https://example.test/blob/main/",
    ...parts,
  };
}
