import { driftLines } from "./drift.ts";
import { oneLine } from "./escape.ts";
import type { InventoryProof, Report } from "./report.ts";

/** What a run says of itself beside its scores: what drifted, and what it did in somebody's account. A sentence a line. Pure. */
export function runLines(report: Report): readonly string[] {
  return [...driftLines(report), ...accountLines(report)];
}

/** Calls, proof, lateness, refusals. */
function accountLines({ run: { account }, clauses }: Report): readonly string[] {
  if (account === undefined) return [];
  const { tier, planned, sent, swept, inventory, settling, refusals } = account;
  const notRun = new Set(
    clauses.flatMap(({ verdict, why }) => (verdict === "not-run" && why?.includes("--max-requests") ? why : [])),
  );
  return [
    `tier ${tier} · sent ${sent.mutating} mutating calls of ${planned.mutating} planned, ${sent.reading} reading ones of ${planned.reading}, at most ${planned.bound} in all`,
    ...(swept > 0 ? [`deleted ${keys(swept)} that earlier runs had left`] : []),
    ...inventory.map(inventoryLine),
    ...(settling.repeated > 0
      ? [
          `settled late: ${settling.repeated} answers were asked for again, the slowest took ${(settling.longest / 1000).toFixed(1)} s`,
        ]
      : []),
    ...refusals.map(
      ({ code, action, missing, times }) => `refused ${times} times: ${action}: ${oneLine(code)}: ${oneLine(missing)}`,
    ),
    ...[...notRun].map((why) => `not all was run: ${oneLine(why)}`),
  ];
}

/** Nothing of ours, and nothing of others touched: in one sentence. */
function inventoryLine({ region, before, after, appeared, vanished, changed, left }: InventoryProof): string {
  const ours = left === 0 ? "nothing of ours is left" : `${keys(left)} of ours left`;
  if (appeared + vanished + changed === 0) return `${region}: ${ours}; ${keys(before)} of others, as before`;
  return `${region}: ${ours}; keys of others: ${before} before, ${after} after, ${appeared} came, ${vanished} went, ${changed} changed meanwhile`;
}

function keys(count: number): string {
  return `${count} key${count === 1 ? "" : "s"}`;
}
