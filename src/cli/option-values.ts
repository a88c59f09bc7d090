import { UsageError } from "../errors.ts";
import type { Shard } from "../plan/select.ts";
import { oneLine } from "../report/escape.ts";
import { replayOption } from "../report/random-results.ts";
import { readReport } from "../report/read-report.ts";
import { defaultRegions } from "../run.ts";

/** The name of a Region, which is a label of host names. */
export const regionName = /^[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?$/;

/** The two Regions of `--region A[,B]`. @throws {UsageError} for what names no two different ones. */
export function regionsOf(text: string): readonly [string, string] {
  const [first = "", second = defaultRegions.find((name) => name !== first) ?? "", ...more] = text.split(",");
  if (regionName.test(first) && regionName.test(second) && more.length === 0 && first !== second)
    return [first, second];
  throw new UsageError(
    `Failed to use --region ${oneLine(text, 80)}: it names no one or two different Regions. Write it as us-east-1 or us-east-1,us-west-2.`,
  );
}

/** The headers of `--header NAME=VALUE`. @throws {UsageError} for what is no header. */
export function headersOf(texts: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    texts.map((text) => {
      const [name = "", ...value] = text.split("=");
      if (!/^[\w-]+$/.test(name) || value.length === 0) {
        throw new UsageError(`Failed to use --header ${name}: it is no header. Write it as NAME=VALUE.`);
      }
      return [name.toLowerCase(), value.join("=")];
    }),
  );
}

/** The ids of the planned cases that were red in a JSON report. @throws {UsageError} when it is none, or none was red. */
export function failedCases(file: string): readonly string[] {
  const { cases } = readReport(file);
  const red = cases.filter(({ verdicts }) => verdicts.some(({ verdict }) => verdict === "fail" || verdict === "error"));
  const planned = red.filter(({ random }) => random === undefined);
  if (planned.length === 0 && red.length > 0) {
    const again = red.flatMap((reported) => replayOption(reported) ?? []);
    throw new UsageError(
      `Failed to select from ${file}: only random cases were red in it. Run each again: ${again.join(" or ")}.`,
    );
  }
  if (planned.length === 0)
    throw new UsageError(`Failed to select from ${file}: no case was red in it. Leave --failed out.`);
  return planned.map(({ id }) => id);
}

/** Whether a target is NAME@VERSION, which has a virtual environment of its own. */
export function namesVersion(target: string): boolean {
  return /^[a-z0-9-]+@/.test(target);
}

/** The virtual environment that emulators are looked for in: the option's, else the environment's. */
export function venvOf(option: string | undefined): string | undefined {
  return option ?? (process.env["EC2_CONTRACT_VENV"] || undefined);
}

/** The part of a plan that `--shard I/N` names. @throws {UsageError} for what names none. */
export function shardOf(text: string): Shard {
  const [, index, of] = (text.match(/^([1-9]\d{0,5})\/([1-9]\d{0,5})$/) ?? []).map(Number);
  if (index !== undefined && of !== undefined && index <= of) return { index, of };
  throw new UsageError(`Failed to use --shard ${text}: it names no part of a whole. Write it as 1/3, 2/3 or 3/3.`);
}
