import type { CallPlan } from "../plan/call-plan.ts";
import type { Calls } from "../plan/calls.ts";

/** What `--plan` prints: every tier in a line, then the calls of the chosen one. Pure. */
export function planText(plans: readonly CallPlan[], chosen: CallPlan, rate: number): string {
  const { cases, calls, bound, judged, recorded } = chosen;
  const twins = chosen.cases.filter(({ planned }) => !chosen.own.has(planned.id)).length;
  return `${[
    "Nothing was called. On a target that answers as the contract says:",
    "",
    ...table(plans, chosen, rate),
    "",
    `${chosen.tier}: ${callsLine(calls)}.`,
    `Never more than ${bound} requests in all, whatever is throttled, lost or late, cleanup included.`,
    `Judged: ${judged.map(({ id }) => id).join(" ") || "nothing"}.`,
    ...(recorded.length > 0 ? [`Open, so only recorded: ${recorded.map(({ id }) => id).join(" ")}.`] : []),
    "",
    ...caseLines(cases, twins),
  ].join("\n")}\n`;
}

function table(plans: readonly CallPlan[], chosen: CallPlan, rate: number): readonly string[] {
  const head = ["", "tier", "cases", "judged", "must", "open", "mutating", "reading", "bound", `at ${rate}/s`];
  const rows = plans.map(({ tier, cases, judged, recorded, calls, bound, seconds }) => [
    tier === chosen.tier ? "*" : "",
    tier,
    cases.length,
    judged.length,
    judged.filter(({ level }) => level === "must").length,
    recorded.length,
    calls.mutating,
    calls.reading,
    bound,
    duration(seconds),
  ]);
  const cells = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells.map((row) =>
    row
      .map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
}

function callsLine({ mutating, reading, byAction }: Calls): string {
  const each = Object.entries(byAction).map(([action, count]) => `${count} ${action}`);
  return `${mutating} mutating calls and ${reading} reading ones (${each.join(", ")})`;
}

function caseLines(cases: CallPlan["cases"], twins: number): readonly string[] {
  const note = twins === 0 ? "" : `, ${twins} of them only as the accepted twin of others`;
  const width = Math.max(0, ...cases.map(({ planned }) => planned.id.length));
  return [
    `The ${cases.length} cases, in their order${note}:`,
    ...cases.map(({ planned, calls }) => `  ${planned.id.padEnd(width)}  ${shortCalls(calls)}  ${planned.title}`),
  ];
}

function shortCalls({ byAction }: Calls): string {
  return Object.entries(byAction)
    .map(([action, count]) => (count === 1 ? action : `${count} ${action}`))
    .join(" + ");
}

function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.ceil(seconds % 60)} s`;
}
