import { expect, test } from "vitest";
import { conformWrapper } from "../../src/index.ts";
import { exitCodeOf } from "../../src/report/exit-code.ts";
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
