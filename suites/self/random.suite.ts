import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { faultyTarget, runOptions } from "../../scripts/measure-kills.ts";
import { faults } from "../../src/actions/import-key-pair/faults/faults.ts";
import type { KeyPairFault } from "../../src/actions/import-key-pair/faults/key-pair-fault.ts";
import { importKeyPair } from "../../src/actions/import-key-pair/import-key-pair.ts";
import type { Behaviour } from "../../src/actions/import-key-pair/reference/behaviour.ts";
import { propertiesOf } from "../../src/explore/properties-of.ts";
import { randomFindings } from "../../src/report/random-results.ts";
import type { Report } from "../../src/report/report.ts";
import { runConformance } from "../../src/run.ts";
import type { Contract } from "../../src/spec/contract.ts";
import { changedContract } from "./changed-contract.ts";
import { contract } from "./contract.ts";

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

/** A fault that is too rare for the cases of the plan. */
const rare = (behaviour: Partial<Behaviour>): KeyPairFault => ({
  id: "rare",
  summary: "Rare.",
  area: "robustness",
  clause: "",
  kind: "behaviour",
  behaviour,
});
const named = (wanted: string): readonly KeyPairFault[] => faults.filter(({ id }) => id === wanted);

/** Keeps the tags of a key for the next key of its name. */
function keepingTags(): Partial<Behaviour> {
  const before = new Map<string, Parameters<Behaviour["keptTags"]>[0]>();
  let place = "";
  return {
    handled(handle, { name = "", call }) {
      place = `${call.region} ${name}`;
      return handle();
    },
    keptTags(tags) {
      const kept = tags.length > 0 ? tags : (before.get(place) ?? []);
      before.set(place, kept);
      return kept;
    },
  };
}

describe("a rare fault is found, and told by its smallest example", () => {
  test.for<Wish & { readonly given: string; readonly title: RegExp }>([
    {
      given: "two hyphens of a name are kept as one",
      runs: 60,
      property: "names",
      faults: [rare({ keptName: (name) => name.replaceAll(/--+/g, "-") })],
      title: /: KeyName two hyphens in a row/,
    },
    {
      given: "long names are kept in lower case",
      runs: 60,
      property: "names",
      faults: [rare({ keptName: (name) => (name.length > 100 ? name.toLowerCase() : name) })],
      title: /: KeyName of \d+ characters, .*a capital letter/,
    },
    {
      given: "the 33rd tag is lost",
      runs: 60,
      property: "tags",
      faults: [rare({ keptTags: (tags) => tags.toSpliced(32, 1) })],
      title: /: 33 tags$/,
    },
    {
      given: "tags are kept from one key to the next",
      runs: 150,
      property: "lives",
      faults: [rare(keepingTags())],
      title: /: import (.) with \S+ and a tag.*; delete \1 by .*; import \1 with \S+/,
    },
    {
      given: "two imports of one name are accepted at once",
      runs: 20,
      property: "races",
      faults: named("race-looks-before"),
      title: /: 2 imports of one KeyName at the same time$/,
    },
  ])("$given", async ({ title, ...wish }) => {
    const [found] = randomFindings(await explored(wish));
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
