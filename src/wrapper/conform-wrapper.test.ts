import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { UsageError } from "../errors.ts";
import { conformWrapper } from "../index.ts";
import { exitCodeOf } from "../report/exit-code.ts";
import type { WrapperInput } from "./draw-scenario.ts";
import type { WrapperTarget } from "./run-scenario.ts";
import { createFetchWrapper } from "./testing/fetch-wrapper.ts";
import { blamed, goodWrappers } from "./testing/good-wrappers.ts";

// The other wrappers are put over all networks in suites/thorough.
test.for(["http", "msw", "nock"] as const)("plain fetch over %s is blamed for nothing", async (network) => {
  const report = await conformWrapper({ network, importKeyPair: createFetchWrapper() });
  expect(blamed(report)).toEqual([]);
  expect(exitCodeOf(report)).toBe(0);
  expect(report.cases.length).toBeGreaterThan(30);
});

test.for([
  { network: "msw", skipped: ["reset-before", "reset-after", "answer-cut"] },
  { network: "nock", skipped: ["answer-cut"] },
] as const)("what $network can't produce is skipped with its reason", async ({ network, skipped }) => {
  const report = await conformWrapper({
    network,
    importKeyPair: createFetchWrapper(),
    only: ["reset-*", "answer-cut"],
  });
  const skips = report.cases.filter(({ verdicts }) => verdicts.some(({ verdict, why }) => verdict === "skip" && why));
  expect(skips.map(({ id }) => id)).toEqual(skipped);
});

test("what it lacks is skipped with its reason", async () => {
  const report = await conformWrapper({
    importKeyPair: createFetchWrapper(),
    lacks: { tags: "it has none" },
    only: ["tags-50"],
  });
  expect(report.cases[0]?.verdicts[0]).toMatchObject({ verdict: "skip", why: "tags: it has none" });
});

test("what is never sent is no success", async () => {
  const report = await conformWrapper({ importKeyPair: async () => ({ keyName: "k" }), only: ["plain"] });
  expect(blamed(report)[0]).toMatch("no ImportKeyPair arrived");
  expect(exitCodeOf(report)).toBe(1);
});

test("a call that does not end is cut off, and judged only where the policy says so", async () => {
  const importKeyPair = () => new Promise<never>(() => undefined);
  const undeclared = await conformWrapper({ importKeyPair, only: ["plain"], timeout: 50 });
  expect(blamed(undeclared)).toEqual([]);
  const declared = await conformWrapper({ importKeyPair, only: ["plain"], timeout: 50, policy: { timeout: true } });
  expect(blamed(declared)[0]).toMatch("had not returned after 50 ms");
});

test("a report on a wrapper is one of the published form", async () => {
  const report = await conformWrapper({ importKeyPair: createFetchWrapper(), only: ["plain", "tags", "reset-after"] });
  const schema = JSON.parse(readFileSync(new URL("../../spec/schema/report.schema.json", import.meta.url), "utf8"));
  const validate = addFormats.default(new Ajv2020({ allErrors: true })).compile(schema);
  expect(validate(JSON.parse(JSON.stringify(report))), JSON.stringify(validate.errors)).toBe(true);
});

test("a report holds no signature and no credential", async () => {
  const report = await conformWrapper({ importKeyPair: createFetchWrapper(), only: ["tags"] });
  expect(JSON.stringify(report.cases)).toContain("PublicKeyMaterial");
  expect(JSON.stringify(report)).not.toMatch(/AKIAIOSFODNN7EXAMPLE|wJalrX|Signature=[0-9a-f]/);
});

test.for([
  { title: "a network that there is not", options: { network: "carrier-pigeon" as "http" } },
  { title: "a selection that matches nothing", options: { only: ["nothing-*"] } },
])("$title is a usage error", async ({ options }) => {
  await expect(conformWrapper({ importKeyPair: createFetchWrapper(), ...options })).rejects.toThrow(UsageError);
});

test("what is answered that AWS does not answer is recorded as noticed or not", async () => {
  const report = await conformWrapper({
    importKeyPair: async (input, target) => {
      const output = await goodWrappers["the SDK's client"](input, target);
      if (output.KeyName !== input.keyName) throw new Error("another key");
      return output;
    },
    only: ["answers-another-name", "answers-no-id"],
  });
  expect(report.cases.map(({ verdicts }) => verdicts.find(({ clause }) => clause === "V8MT")?.why)).toEqual([
    "noticed",
    "not noticed",
  ]);
});

test("a stop ends what is under way, and nothing is said of it", async () => {
  const stop = new AbortController();
  const seen: boolean[] = [];
  const importKeyPair = (_: WrapperInput, __: WrapperTarget, signal: AbortSignal): Promise<never> => {
    stop.abort();
    return new Promise(() => signal.addEventListener("abort", () => seen.push(true)));
  };
  const report = await conformWrapper({ importKeyPair, only: ["plain"], signal: stop.signal });
  expect([report.cases, report.run.partial, seen.length > 0]).toEqual([[], true, true]);
});
