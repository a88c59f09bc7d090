import { expect, test } from "vitest";
import { defaultAction } from "../../src/actions/actions.ts";
import { loadContract } from "../../src/spec/load-contract.ts";
import { runWrapper } from "../../src/wrapper/conform-wrapper.ts";
import { loadScenarios } from "../../src/wrapper/load-scenarios.ts";
import type { WrapperPolicy } from "../../src/wrapper/policy.ts";
import { createFetchWrapper, type Hooks } from "../../src/wrapper/testing/fetch-wrapper.ts";
import { plantedBugs } from "../../src/wrapper/testing/planted-bugs.ts";

const action = defaultAction();
const contract = loadScenarios(loadContract(action.files));

/** Everything is declared, so that everything is judged. */
const policy: WrapperPolicy = {
  onDuplicate: "return-existing",
  retries: { throttling: true, server: true, connection: true },
  lostAnswer: "look",
  onDryRun: "throw",
  timeout: true,
  errorCode: (error) => (error as { readonly code?: unknown }).code,
};

async function redScenarios(hooks: Partial<Hooks>, skip: readonly string[] = []): Promise<readonly string[]> {
  const options = { importKeyPair: createFetchWrapper(hooks), policy, timeout: 5_000, skip };
  const report = await runWrapper(options, action, contract);
  return report.cases.flatMap(({ id, verdicts }) =>
    verdicts.some(({ verdict }) => verdict === "fail" || verdict === "error") ? [id] : [],
  );
}

test("a careful wrapper is blamed for nothing", async () => {
  expect(await redScenarios({})).toEqual([]);
});

test.for(Object.entries(plantedBugs))("the bug of %s turns that scenario red, and no other", async ([id, bug]) => {
  // The one scenario that takes its time is left to the bug that is about it.
  expect(await redScenarios(bug(), id === "silence" ? [] : ["silence"])).toEqual([id]);
});

test("every scenario that can fail has its bug", () => {
  const judged = contract.scenarios.filter(({ judges }) => !("V8MT" in judges)).map(({ id }) => id);
  expect(Object.keys(plantedBugs)).toEqual(judged);
});
