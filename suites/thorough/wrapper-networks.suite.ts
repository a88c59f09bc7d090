import { expect, test } from "vitest";
import { conformWrapper } from "../../src/index.ts";
import { exitCodeOf } from "../../src/report/exit-code.ts";
import type { WrapperInput } from "../../src/wrapper/draw-scenario.ts";
import type { WrapperTarget } from "../../src/wrapper/run-scenario.ts";
import { blamed, goodWrappers } from "../../src/wrapper/testing/good-wrappers.ts";

const names = Object.keys(goodWrappers) as (keyof typeof goodWrappers)[];

test.for(names.flatMap((name) => (["http", "msw", "nock"] as const).map((network) => ({ name, network }))))(
  "$name over $network is blamed for nothing",
  async ({ name, network }) => {
    // Below msw and nock there is one network for the whole process.
    const concurrency = network === "http" ? 8 : 1;
    const report = await conformWrapper({ name, network, importKeyPair: goodWrappers[name], concurrency });
    expect(blamed(report)).toEqual([]);
    expect(exitCodeOf(report)).toBe(0);
    expect(report.cases.length).toBeGreaterThan(30);
  },
);

test.for(["http", "msw", "nock"] as const)("a retry storm over %s ends, and is named", async (network) => {
  const storm = async (input: WrapperInput, target: WrapperTarget): Promise<unknown> => {
    for (;;) {
      const reply = await goodWrappers["the SDK's client"](input, { ...target, maxAttempts: 1 } as WrapperTarget).catch(
        () => undefined,
      );
      if (reply !== undefined) return reply;
    }
  };
  const report = await conformWrapper({
    network,
    importKeyPair: storm,
    only: ["throttled-always", "unauthorized", "plain"],
  });
  expect(blamed(report).map((line) => line.split(":")[0])).toEqual([
    "unauthorized Q5NR",
    "unauthorized B7ND",
    "throttled-always B7ND",
  ]);
});
