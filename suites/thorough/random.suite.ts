import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { faultyTarget, runOptions } from "../../scripts/measure-kills.ts";
import { rareFaults } from "../../scripts/rare-faults.ts";
import type { KeyPairFault } from "../../src/actions/import-key-pair/faults/key-pair-fault.ts";
import { importKeyPair } from "../../src/actions/import-key-pair/import-key-pair.ts";
import { propertiesOf } from "../../src/explore/random-case.ts";
import { randomFindings } from "../../src/report/random-results.ts";
import type { Report } from "../../src/report/report.ts";
import { runConformance } from "../../src/run.ts";
import type { Contract } from "../../src/spec/contract.ts";
import { changedContract } from "../self/changed-contract.ts";
import { contract } from "../self/contract.ts";

interface Wish {
  readonly runs: number;
  readonly property: string;
  /** How the reference disobeys. */
  readonly faults?: readonly KeyPairFault[];
}

function explored({ runs, property, faults: some = [] }: Wish): Promise<Report> {
  return runConformance({
    ...runOptions(contract, faultyTarget(contract, some), { drives: ["raw", "sdk"] }),
    selection: { only: [`random-${property}`], skip: [] },
    random: { kind: "runs", from: 1, to: runs, shrinkRequests: 200 },
  });
}

test("the reference passes whatever is tried", async () => {
  const report = await explored({ runs: 40, property: "*" });
  const notPassed = report.cases.flatMap(({ id, verdicts }) =>
    verdicts.filter(({ verdict }) => verdict !== "pass" && verdict !== "open").map((one) => ({ id, ...one })),
  );
  expect(notPassed).toEqual([]);
  const properties = await propertiesOf(contract, importKeyPair);
  expect(report.cases.map(({ id }) => id)).toEqual(properties.map(({ id }) => `random-${id}`).toSorted());
});

/** The rare fault of this summary, planted. */
function planted(summary: string): readonly KeyPairFault[] {
  const fault = rareFaults.find((one) => one.summary === summary);
  if (fault === undefined) throw new Error(`no rare fault of the summary "${summary}"`);
  return [fault.make()];
}

describe("a rare fault is found, and told by its smallest example", () => {
  test.for<Wish & { readonly given: string; readonly title: RegExp }>([
    {
      given: "two hyphens of a name are kept as one",
      runs: 60,
      property: "names",
      title: /: KeyName two hyphens in a row/,
    },
    {
      given: "names of more than 100 characters are kept in lower case",
      runs: 60,
      property: "names",
      title: /: KeyName of \d+ characters, .*a capital letter/,
    },
    {
      given: "the 33rd tag is lost",
      runs: 60,
      property: "tags",
      title: /: 33 tags$/,
    },
    {
      given: "the tags of a deleted key come back with the next one of its name",
      runs: 150,
      property: "lives",
      title: /: import (.) with \S+ and a tag.*; delete \1 by .*; import \1 with \S+/,
    },
    {
      given: "An import looks whether its name is free before it waits, and not again: the last of several wins too.",
      runs: 20,
      property: "races",
      title: /: 2 imports of one KeyName at the same time$/,
    },
  ])("$given", async ({ given, title, ...wish }) => {
    const [found] = randomFindings(await explored({ ...wish, faults: planted(given) }));
    expect(found?.title).toMatch(title);
    expect(found?.random).toMatchObject({ property: wish.property });
    expect(found?.exchanges.length).toBeLessThan(25);
  });
});

describe("the spaces follow the model", () => {
  const titles = async (given: Contract, id: string): Promise<readonly string[]> => {
    const found = (await propertiesOf(given, importKeyPair)).find((property) => property.id === id);
    return found === undefined ? [] : fc.sample(found.trials, { numRuns: 300, seed: 1 }).map(({ title }) => title);
  };
  const lengths = (all: readonly string[]): readonly number[] =>
    all.flatMap((title) => [...title.matchAll(/KeyName of (\d+) characters/g)].map(([, length]) => Number(length)));

  test("with the length of a name", async () => {
    const shorter = changedContract("import-key-pair.openapi.yaml", "maxLength: 255", "maxLength: 200");
    expect(Math.max(...lengths(await titles(contract, "names")))).toBe(255);
    expect(Math.max(...lengths(await titles(shorter, "names")))).toBe(200);
    const least = async (given: Contract): Promise<number> =>
      Math.min(...lengths(await titles(given, "broken-constraints")));
    expect(await least(contract)).toBeGreaterThan(255);
    expect(await least(shorter)).toBeGreaterThan(200);
    expect(await least(shorter)).toBeLessThanOrEqual(255);
  });

  test("with the number of tags", async () => {
    const fewer = changedContract("import-key-pair.openapi.yaml", "maxItems: 50", "maxItems: 20");
    const counts = (all: readonly string[]): readonly number[] =>
      all.flatMap((title) => [...title.matchAll(/^(\d+) tags/g)].map(([, count]) => Number(count)));
    expect(Math.max(...counts(await titles(contract, "tags")))).toBe(50);
    expect(Math.max(...counts(await titles(fewer, "tags")))).toBe(20);
  });

  test("with the pattern of a name", async () => {
    const given = await titles(contract, "names");
    expect(given.filter((title) => /[^ -~…]/.test(title))).toEqual([]);
    expect(given.some((title) => title.includes("hyphens in a row"))).toBe(true);
  });
});
