import { CommanderError } from "commander";
import { exitCodes } from "../report/exit-code.ts";

/** Several values of one option, also separated by commas. */
export const list = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  ...value.split(",").filter(Boolean),
];

export const repeated = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/** A whole number. @throws {CommanderError} that names what it should be. */
export function whole(least: number): (value: string) => number {
  return number(`it is no whole number of at least ${least}`, (read) => Number.isSafeInteger(read) && read >= least);
}

/** A number of more than nothing. @throws {CommanderError} that names what it should be. */
export const positive = number("it is no number above 0", (read) => Number.isFinite(read) && read > 0);

function number(otherwise: string, fits: (read: number) => boolean): (value: string) => number {
  return (value) => {
    const read = Number(value);
    if (value.trim() !== "" && fits(read)) return read;
    throw new CommanderError(
      exitCodes.usage,
      "ec2-contract.number",
      `Failed to read "${value}": ${otherwise}. Give one.`,
    );
  };
}

/** `N`, or `FROM-TO`. */
export function runsOf(value: string): number | readonly [number, number] {
  const [, from, to] = /^(\d+)-(\d+)$/.exec(value) ?? [];
  return from === undefined || to === undefined ? whole(0)(value) : [whole(1)(from), whole(Number(from))(to)];
}
