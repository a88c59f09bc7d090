import { rmSync } from "node:fs";
import { defaultAction } from "../../actions/actions.ts";
import { UsageError } from "../../errors.ts";
import { journalFolder, readJournals } from "../../live/journal.ts";
import { type Leftover, sweepAccount } from "../../live/sweep-account.ts";
import { oneLine } from "../../report/escape.ts";
import { exitCodes } from "../../report/exit-code.ts";
import { loadContract } from "../../spec/load-contract.ts";
import { type AwsCommandOptions, openAws } from "../open-aws.ts";

interface SweepCommandOptions extends AwsCommandOptions {
  readonly age: string;
  readonly yes?: boolean;
  readonly rate?: number;
}

/** Regions of a sweep: an account may have more than a run names. */
const mostRegions = 40;

/**
 * `ec2-contract sweep aws`: lists what runs have left, and deletes it with `--yes`.
 * @returns 0, or 3 when a Region could not be looked at, or something is still there.
 * @throws {UsageError} for another target, an age that is none, and what does not pass the guard.
 */
export async function sweepCommand(wanted: string, options: SweepCommandOptions): Promise<number> {
  if (wanted !== "aws")
    throw new UsageError(
      `Failed to sweep ${wanted}: runs clean up after themselves there. Only aws can be swept: ec2-contract sweep aws.`,
    );
  const age = ageOf(options.age);
  const action = defaultAction();
  const contract = loadContract(action.files);
  const target = await openAws(options, {}, mostRegions);
  try {
    const { rate, timeout } = options;
    const now = new Date();
    const journals = readJournals(journalFolder()).filter(({ account }) => target.account?.id.endsWith(account));
    const sweep = await sweepAccount({
      action,
      contract,
      target,
      timeout,
      age,
      now,
      journals,
      ...(rate !== undefined && { rate }),
    });
    for (const why of sweep.blind) process.stderr.write(`Not looked at: ${oneLine(why)}.\n`);
    process.stdout.write(listing(sweep.found, now, options.yes === true));
    if (options.yes !== true || sweep.found.length === 0)
      return sweep.blind.length > 0 ? exitCodes.unobserved : exitCodes.conforms;
    const { left, refusals } = await sweep.delete();
    for (const { code, missing } of refusals) process.stderr.write(`Not deleted: ${code}: ${missing}.\n`);
    process.stdout.write(
      left.length === 0
        ? `Deleted ${sweep.found.length}; a second look found none of them.\n`
        : `Still there:\n${left.map((key) => line(key, now)).join("")}`,
    );
    if (left.length > 0 || sweep.blind.length > 0) return exitCodes.unobserved;
    if (age === 0) for (const { file, pid } of journals) if (!runs(pid)) rmSync(file, { force: true });
    return exitCodes.conforms;
  } finally {
    await target.close();
  }
}

const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** Milliseconds of `24h`, `30m`, `0`. @throws {UsageError} for what is no age. */
function ageOf(text: string): number {
  const [, count, unit = ""] = /^(\d{1,6})([smhd]?)$/.exec(text) ?? [];
  const seconds = units[unit];
  if (count === "0") return 0;
  if (count !== undefined && seconds !== undefined) return Number(count) * seconds * 1000;
  throw new UsageError(`Failed to read --age ${text}: it is no age. Write it as 30m, 24h or 7d; 0 stands for all.`);
}

function listing(found: readonly Leftover[], now: Date, deletes: boolean): string {
  if (found.length === 0) return "Nothing of ours is there.\n";
  const tail = deletes ? "" : "Nothing was deleted. Add --yes to delete these.\n";
  return `${found.length} left by earlier runs:\n${found.map((key) => line(key, now)).join("")}${tail}`;
}

function line({ region, name, id, at }: Leftover, now: Date): string {
  const hours = ((now.getTime() - at.getTime()) / 3_600_000).toFixed(1);
  return `  ${region}  ${id ?? "(no id)"}  ${hours} h  ${name === undefined ? "(no name)" : oneLine(name)}\n`;
}

function runs(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === "EPERM";
  }
}
