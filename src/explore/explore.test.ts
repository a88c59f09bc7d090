import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UsageError } from "../errors.ts";
import type { Case, CaseResult, CaseRunner, Drive, Exchange, Verdict } from "../model.ts";
import { allOf } from "../testing/all-of.ts";
import { explore } from "./explore.ts";
import { property } from "./property.ts";
import { readReplay } from "./replay.ts";

/** Lists of numbers, said one a step; what a made-up target makes of them is said by the tests. */
const lists = property({
  id: "lists",
  about: "lists of numbers",
  area: "tags",
  space: fc.array(fc.nat(100), { maxLength: 12 }),
  toTrial: (numbers) => ({
    title: numbers.join(" "),
    steps: numbers.map((number, index) => ({ id: `s${index}`, action: "Say", input: { number } })),
    judgements: [{ clause: "OWN1", check: "any", steps: numbers.map((_, index) => `s${index}`) }],
  }),
});

const numbersOf = ({ steps }: Case): readonly number[] => steps.map(({ input }) => Number(input["number"]));
type Target = Readonly<Record<string, (numbers: readonly number[]) => boolean>>;

/** Runs cases on a target that passes each of its clauses by a predicate; one exchange a step. */
function runnerOf(target: Target, seen: Case[] = []): CaseRunner {
  const both: readonly Drive[] = ["raw", "sdk"];
  return async (planned, { drives = both } = {}) => {
    seen.push(planned);
    const verdicts = drives.flatMap((drive) =>
      Object.entries(target).map(([clause, holds]): Verdict => {
        return holds(numbersOf(planned))
          ? { clause, drive, verdict: "pass" }
          : { clause, drive, verdict: "fail", expected: "it holds", actual: "not" };
      }),
    );
    const exchanges = planned.steps.map(({ id }) => ({ step: id }) as Exchange);
    return { case: planned, verdicts, exchanges, disagreements: [] };
  };
}

interface Wish {
  readonly runs?: readonly [number, number];
  readonly seed?: number;
  readonly shrinkRequests?: number;
  readonly signal?: AbortSignal;
  readonly seen?: Case[];
}

const explored = (
  target: Target,
  { runs: [from, to] = [1, 40], seed = 1, shrinkRequests = 5000, signal, seen }: Wish = {},
): Promise<CaseResult[]> =>
  allOf(
    explore(
      { wish: { kind: "runs", from, to, shrinkRequests }, properties: [lists], seed },
      { drives: ["raw", "sdk"], signal: signal ?? new AbortController().signal, runCase: runnerOf(target, seen) },
      4,
    ),
  );

const small = (numbers: readonly number[]): boolean => numbers.every((number) => number < 50);
const few = (numbers: readonly number[]): boolean => numbers.length < 5;

describe("what fails", () => {
  test("is found once for each clause, in its smallest form, under a permanent id", async () => {
    const [found, summary, ...more] = await explored({ OWN1: small, SURE: () => true });
    expect(found).toMatchObject({
      case: { id: "OWN1-random-lists", title: expect.stringMatching(/^found by run \d+: 50$/), area: "tags" },
      random: { property: "lists", replay: expect.stringMatching(/^1:lists\/\d+\/[\d:]+$/) },
    });
    expect(found?.verdicts.map(({ clause, drive }) => `${clause} ${drive}`)).toEqual(["OWN1 raw", "OWN1 sdk"]);
    expect(found?.exchanges).toHaveLength(1);
    expect(summary?.case).toMatchObject({ id: "random-lists", title: "40 random cases: lists of numbers" });
    expect(summary?.verdicts.every(({ clause, verdict }) => clause === "SURE" && verdict === "pass")).toBe(true);
    expect(summary).toMatchObject({ exchanges: [], random: { property: "lists", runs: 40 } });
    expect(more).toEqual([]);
  });

  test("and follows from a rarer failure beside it, is no finding of its own", async () => {
    const results = await explored({ OWN1: small, ALSO: small });
    expect(results.map(({ case: { id } }) => id)).toEqual(["OWN1-random-lists", "random-lists"]);
  });

  test("beside a clause that always fails is found all the same", async () => {
    const results = await explored({ OWN1: small, EVER: () => false });
    expect(results.map(({ case: { id } }) => id).sort()).toEqual([
      "EVER-random-lists",
      "OWN1-random-lists",
      "random-lists",
    ]);
  });

  test("for another reason, in other cases, is another finding", async () => {
    const results = await explored({ OWN1: small, LONG: few }, { runs: [1, 200] });
    const found = results.filter(({ random }) => random?.replay !== undefined);
    expect(found.map(({ case: { id } }) => id).sort()).toEqual(["LONG-random-lists", "OWN1-random-lists"]);
    expect(
      found
        .map((one) => numbersOf(one.case))
        .map(({ length }) => length)
        .sort(),
    ).toEqual([1, 5]);
  });

  test("is made smaller with no more requests than allowed, give or take one case", async () => {
    const [found] = await explored({ OWN1: small }, { shrinkRequests: 6 });
    expect(found?.random?.shrinkRequests).toBeLessThanOrEqual(6 + 12);
    const [whole] = await explored({ OWN1: small }, { shrinkRequests: 0 });
    expect(whole?.random?.shrinkRequests).toBe(0);
    expect(whole?.random?.replay).toMatch(/\/0$/);
  });
});

describe("the same seed", () => {
  test("tries and finds the same; another one tries other values", async () => {
    const [one, two, other]: Case[][] = [[], [], []];
    const results = await explored({ OWN1: few }, { ...(one && { seen: one }) });
    expect(await explored({ OWN1: few }, { ...(two && { seen: two }) })).toEqual(results);
    expect(two).toEqual(one);
    await explored({ OWN1: few }, { seed: 2, ...(other && { seen: other }) });
    expect(other?.map(numbersOf)).not.toEqual(one?.map(numbersOf));
  });

  test("finds the same in parts as in one go", async () => {
    const [first, second, whole]: Case[][] = [[], [], []];
    await explored({ OWN1: () => true }, { runs: [1, 7], ...(first && { seen: first }) });
    await explored({ OWN1: () => true }, { runs: [8, 20], ...(second && { seen: second }) });
    await explored({ OWN1: () => true }, { runs: [1, 20], ...(whole && { seen: whole }) });
    expect([...(first ?? []), ...(second ?? [])]).toEqual(whole);
  });
});

describe("a replay", () => {
  const again = (replay: string, target: Target): Promise<CaseResult[]> =>
    allOf(
      explore(
        { wish: { kind: "replay", replay: readReplay(replay) }, properties: [lists], seed: 1 },
        { drives: ["raw", "sdk"], signal: new AbortController().signal, runCase: runnerOf(target) },
        4,
      ),
    );

  test("runs the smallest form again, and nothing else", async () => {
    const [found] = await explored({ OWN1: few });
    const replay = found?.random?.replay ?? "";
    const results = await again(replay, { OWN1: few });
    expect(results).toMatchObject([{ case: { id: "OWN1-random-lists" }, random: { property: "lists", replay } }]);
    expect(results[0] && numbersOf(results[0].case)).toEqual(found && numbersOf(found.case));
  });

  test("of what is mended passes", async () => {
    const [found] = await explored({ OWN1: few });
    const [result] = await again(found?.random?.replay ?? "", { OWN1: () => true });
    expect(result?.case.id).toBe("random-lists");
    expect(result?.verdicts.map(({ verdict }) => verdict)).toEqual(["pass", "pass"]);
  });

  test.for(["1:nobody/1/0", "1:lists/1/0:99999"])("of %s is a usage error", async (replay) => {
    await expect(again(replay, { OWN1: few })).rejects.toThrow(UsageError);
  });
});

describe("many runs", () => {
  test("leave counts only: the summary is as small after 3,000 as after 30", async () => {
    const summed = async (runs: number) => JSON.stringify(await explored({ OWN1: () => true }, { runs: [1, runs] }));
    expect((await summed(3000)).replaceAll("3000", "30")).toBe(await summed(30));
  });

  test("end where no request is left to be sent", async () => {
    let count = 0;
    const spent: CaseRunner = async (planned) => {
      count++;
      const verdict = count > 5 ? "not-run" : "pass";
      return { case: planned, verdicts: [{ clause: "OWN1", drive: "raw", verdict }], exchanges: [], disagreements: [] };
    };
    const wish = { kind: "runs", from: 1, to: 1_000_000, shrinkRequests: 10 } as const;
    const means = { drives: ["raw"], signal: new AbortController().signal, runCase: spent } as const;
    const [summary] = await allOf(explore({ wish, properties: [lists], seed: 1 }, means, 1));
    expect(summary?.verdicts.map(({ verdict }) => verdict)).toEqual(["pass"]);
    expect(count).toBe(6);
  });

  test("are stopped between two of them, and the summary says how many were made", async () => {
    const stop = new AbortController();
    let count = 0;
    const target = {
      OWN1() {
        count++;
        if (count === 12) stop.abort();
        return true;
      },
    };
    const results = await explored(target, { runs: [1, 1_000_000], signal: stop.signal });
    expect(results).toHaveLength(1);
    expect(results[0]?.random?.runs).toBeLessThanOrEqual(12);
  });
});
