import { existsSync, type FSWatcher, watch as watchFolder } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { messageOf, UsageError } from "../../errors.ts";
import { exitCodes } from "../../report/exit-code.ts";
import type { Report } from "../../report/report.ts";
import { statusAt } from "../../target/status-at.ts";
import { onInterrupt } from "../on-interrupt.ts";
import { type TestOptions, testCommand } from "./test-command.ts";

export interface WatchOptions extends TestOptions {
  /** A folder whose changes are waited for, too. */
  readonly watch: true | string;
}

/** What is red: a clause in a case. */
type Red = ReadonlyMap<string, readonly string[]>;

/** How often it is looked whether the target is there, and how long a folder has to be quiet: milliseconds. */
const beat = 250;

/**
 * `test --watch`: after a run, what was red is run again whenever the target was away and has come back, or a file of the
 * folder has changed, and it is said what turned green. Until Ctrl-C.
 * @returns the exit code. @throws {UsageError} as {@link testCommand}, and for what can't be watched.
 */
export async function watchCommand(target: string, options: WatchOptions): Promise<number> {
  const { watch, ...plain } = options;
  mustBeWatchable(target, watch, options);
  let seen: { readonly report: Report } | undefined;
  const run = (more: Partial<TestOptions>) =>
    testCommand(target, { ...plain, ...more }, async (report) => {
      seen = { report };
      return report;
    });
  let code = await run({});
  if (seen === undefined) return code;
  const { endpoint } = seen.report.target;
  let red = redIn(seen.report);
  while (code !== exitCodes.interrupted) {
    const what = watch === true ? "" : `, or for a change in ${watch}`;
    process.stdout.write(
      `${count(red.size, "red clause")}. Waiting for ${endpoint} to come back${what}; Ctrl-C ends.\n`,
    );
    if (!(await untilWorthwhile(endpoint, watch === true ? undefined : watch))) return exitCodes.interrupted;
    const cases = [...new Set([...red.values()].flat())];
    // Once nothing is red, all of it is asked again.
    code = await run(cases.length === 0 ? { reporter: [] } : { reporter: [], only: cases });
    const now = merged(red, seen.report, cases);
    process.stdout.write(difference(red, now));
    red = now;
  }
  return code;
}

function mustBeWatchable(target: string, watch: true | string, options: TestOptions): void {
  const isReached = /^https?:/i.test(target) || !/^(mock|aws|replay:.*|.*@.*)$/.test(target);
  if (!isReached || options.start)
    throw new UsageError(
      `Failed to watch ${target}: only an emulator that you start yourself can go away and come back. Start it, and name its URL.`,
    );
  if (watch !== true && !existsSync(watch))
    throw new UsageError(
      `Failed to watch ${watch}: there is no such folder. Name the folder of the emulator's sources.`,
    );
}

function redIn({ cases }: Report): Red {
  const pairs = cases.flatMap(({ id, random, verdicts }) =>
    verdicts.flatMap(({ clause, verdict }) => (verdict === "fail" && random === undefined ? [{ clause, id }] : [])),
  );
  const byClause = Map.groupBy(pairs, ({ clause }) => clause);
  return new Map([...byClause].map(([clause, found]) => [clause, [...new Set(found.map(({ id }) => id))]]));
}

/** What is red now: as it was seen again, and as it was where it was not. */
function merged(before: Red, report: Report, cases: readonly string[]): Red {
  if (cases.length === 0) return redIn(report);
  const now = redIn(report);
  const again = new Set(report.cases.flatMap(({ id, verdicts }) => verdicts.map(({ clause }) => `${clause} ${id}`)));
  const clauses = new Set([...before.keys(), ...now.keys()]);
  const left = [...clauses].map((clause) => {
    const old = (before.get(clause) ?? []).filter((id) => !again.has(`${clause} ${id}`));
    return [clause, [...new Set([...old, ...(now.get(clause) ?? [])])]] as const;
  });
  return new Map(left.filter(([, ids]) => ids.length > 0));
}

function difference(before: Red, after: Red): string {
  const green = [...before.keys()].filter((clause) => !after.has(clause));
  const fresh = [...after.keys()].filter((clause) => !before.has(clause));
  return [
    `${count(green.length, "clause")} turned green${green.length === 0 ? "" : `: ${green.join(" ")}`}\n`,
    ...(fresh.length === 0 ? [] : [`${count(fresh.length, "clause")} turned red: ${fresh.join(" ")}\n`]),
  ].join("");
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** Resolves once the target was away and is back, or a file has changed and the target is there. @returns false at Ctrl-C. */
async function untilWorthwhile(endpoint: string, folder: string | undefined): Promise<boolean> {
  let changed = 0;
  let lost: unknown;
  const watcher = folder === undefined ? undefined : openWatcher(folder);
  watcher?.on("change", () => {
    changed = Date.now();
  });
  watcher?.on("error", (cause) => {
    lost = cause;
  });
  const interrupt = onInterrupt();
  try {
    for (let away = false; !interrupt.signal.aborted; await sleep(beat)) {
      if (lost !== undefined) throw unwatchable(folder ?? "", lost);
      const isThere = (await statusAt(new URL(endpoint))) !== undefined;
      if (isThere && (away || (changed > 0 && Date.now() - changed >= beat))) return true;
      if (!isThere && !away) process.stdout.write("It is away.\n");
      away ||= !isThere;
    }
    return false;
  } finally {
    watcher?.close();
    interrupt.dispose();
  }
}

function openWatcher(folder: string): FSWatcher {
  try {
    return watchFolder(folder, { recursive: true });
  } catch (cause) {
    throw unwatchable(folder, cause);
  }
}

function unwatchable(folder: string, cause: unknown): UsageError {
  return new UsageError(`Failed to watch ${folder}: ${messageOf(cause)}. Name a folder that stays.`, { cause });
}
