import { CommanderError } from "commander";
import { exitCodes } from "../report/exit-code.ts";

/** Several values of one option, also separated by commas. */
export const list = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  ...value.split(",").filter(Boolean),
];
/** Several values of one option, each as it is. */
export const repeated = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/** A whole number of at least so much. @throws {CommanderError} for anything else. */
export function whole(least: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (value.trim() !== "" && Number.isSafeInteger(number) && number >= least) return number;
    throw new CommanderError(
      exitCodes.usage,
      "ec2-contract.number",
      `Failed to read "${value}": it is no whole number of at least ${least}. Give one.`,
    );
  };
}

/** `N`, or `FROM-TO`. */
export function runsOf(value: string): number | readonly [number, number] {
  const [, from, to] = /^(\d+)-(\d+)$/.exec(value) ?? [];
  return from === undefined || to === undefined ? whole(0)(value) : [whole(1)(from), whole(Number(from))(to)];
}
