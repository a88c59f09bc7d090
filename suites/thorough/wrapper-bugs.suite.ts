import { expect, test } from "vitest";
import { defaultAction } from "../../src/actions/actions.ts";
import { loadContract } from "../../src/spec/load-contract.ts";
import { loadScenarios } from "../../src/wrapper/load-scenarios.ts";
import { prepareWrapper, selectScenarios } from "../../src/wrapper/options.ts";
import type { WrapperPolicy } from "../../src/wrapper/policy.ts";
import { runScenario } from "../../src/wrapper/run-scenario.ts";
import { createDirectNetwork } from "../../src/wrapper/testing/direct-network.ts";
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
  const { network, fetch } = createDirectNetwork();
  const options = { importKeyPair: createFetchWrapper({ fetch, ...hooks }), policy, timeout: 5_000, skip };
  const runner = { ...(await prepareWrapper(options, action, contract)), network };
  const red: string[] = [];
  for (const scenario of selectScenarios(options, contract)) {
    const { verdicts } = await runScenario(runner, scenario);
    if (verdicts.some(({ verdict }) => verdict === "fail" || verdict === "error")) red.push(scenario.id);
  }
  return red;
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
