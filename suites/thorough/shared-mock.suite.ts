import { expect, test } from "vitest";
import { faultyTarget, runOptions } from "../../scripts/measure-kills.ts";
import { faults } from "../../src/actions/import-key-pair/faults/faults.ts";
import { importKeyPair } from "../../src/actions/import-key-pair/import-key-pair.ts";
import { ask } from "../../src/mock/testing/ask.ts";
import type { Drive } from "../../src/model.ts";
import { defaultRegions, runConformance } from "../../src/run.ts";
import { mockPrincipals } from "../../src/target/mock-target.ts";
import type { Target } from "../../src/target/target.ts";
import { contract } from "../self/contract.ts";

/** A run with keys of its own, as runs of different people have. */
const run = (target: Target, drives: readonly Drive[]) =>
  runConformance({ ...runOptions(contract, target, { drives }), action: importKeyPair });

/** The names of all keys that a target holds, Region by Region. */
async function namesIn(target: Target): Promise<readonly string[]> {
  const form = { Action: "DescribeKeyPairs" };
  const pages = defaultRegions.map((region) => ask(target.transport, { form, region, as: mockPrincipals[0] }));
  return (await Promise.all(pages)).flatMap(({ body }) =>
    [...body.matchAll(/<keyName>(.*?)<\/keyName>/g)].map(([, name = ""]) => name),
  );
}

test("two runs share a target without disturbing each other", async () => {
  const target = faultyTarget(contract, []);
  const reports = await Promise.all([run(target, ["raw", "sdk"]), run(target, ["raw", "sdk"])]);
  for (const { clauses } of reports) {
    expect(
      clauses
        .filter(({ verdict }) => verdict !== "pass" && verdict !== "open")
        .map(({ id, verdict }) => `${id} ${verdict}`),
    ).toEqual([]);
  }
  expect(await namesIn(target)).toEqual([]);
});

// Faults that make keys where the suite expects none, or under other names.
const untidy = [
  "refused-name-leaves-key",
  "refused-material-leaves-key",
  "refused-tag-leaves-key",
  "name-missing-accepted",
  "name-empty-accepted",
  "name-blanks-accepted",
  "name-leading-blank-trimmed",
  "name-inner-blanks-collapsed",
  "name-truncated",
  "name-length-unlimited",
  "name-duplicate-replaces",
  "material-never-read",
  "dry-run-imports",
];

test.for(faults.filter(({ id }) => untidy.includes(id)))(
  "nothing is left in the target after the cases of $area met $id",
  async (fault) => {
    const target = faultyTarget(contract, [fault]);
    const { run: facts } = await runConformance(runOptions(contract, target, { only: [fault.area] }));
    expect(await namesIn(target)).toEqual([]);
    expect(facts.leftovers).toEqual([]);
  },
);
