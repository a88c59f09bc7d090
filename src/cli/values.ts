import { CommanderError } from "commander";
import { longestTimeout, mostAtATime, slowestRate } from "../drive/limits.ts";
import { exitCodes } from "../report/exit-code.ts";

/** Several values of one option, also separated by commas. @throws {CommanderError} for none: it must not mean all. */
export const list = (value: string, before: readonly string[] = []): readonly string[] => {
  const named = value.split(",").filter(Boolean);
  if (named.length === 0) throw unread(value, "it names nothing. Name something, or leave the option out");
  return [...before, ...named];
};

export const repeated = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/** A whole number. @throws {CommanderError} that names what it should be. */
export function whole(least: number, most = Number.MAX_SAFE_INTEGER): (value: string) => number {
  const limit = most === Number.MAX_SAFE_INTEGER ? "" : `, and at most ${most}`;
  return number(
    `it is no whole number of at least ${least}${limit}`,
    (read) => Number.isSafeInteger(read) && read >= least && read <= most,
  );
}

/** Milliseconds that a clock can count. */
export const milliseconds = whole(1, longestTimeout);

/** So many at a time. */
export const atATime = whole(1, mostAtATime);

/** Calls a second. */
export const rate = number(
  `it is no number of at least ${slowestRate}`,
  (read) => read >= slowestRate && Number.isFinite(read),
);

/** A number of more than nothing. @throws {CommanderError} that names what it should be. */
export const positive = number("it is no number above 0", (read) => Number.isFinite(read) && read > 0);

function number(otherwise: string, fits: (read: number) => boolean): (value: string) => number {
  return (value) => {
    const read = Number(value);
    if (value.trim() !== "" && fits(read)) return read;
    throw unread(value, `${otherwise}. Give one`);
  };
}

function unread(value: string, why: string): CommanderError {
  return new CommanderError(exitCodes.usage, "ec2-contract.number", `Failed to read "${value.slice(0, 80)}": ${why}.`);
}

/** `N`, or `FROM-TO`. */
export function runsOf(value: string): number | readonly [number, number] {
  const [, from, to] = /^(\d+)-(\d+)$/.exec(value) ?? [];
  return from === undefined || to === undefined ? whole(0)(value) : [whole(1)(from), whole(Number(from))(to)];
}
