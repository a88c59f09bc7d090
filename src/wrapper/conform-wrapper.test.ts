import { readFileSync } from "node:fs";
import {
  CreateTagsCommand,
  DescribeKeyPairsCommand,
  EC2,
  EC2Client,
  ImportKeyPairCommand,
  type ImportKeyPairCommandInput,
} from "@aws-sdk/client-ec2";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { UsageError } from "../errors.ts";
import { conformWrapper } from "../index.ts";
import { exitCodeOf } from "../report/exit-code.ts";
import type { Report } from "../report/report.ts";
import type { WrapperInput } from "./draw-scenario.ts";
import type { WrapperTarget } from "./run-scenario.ts";
import { createFetchWrapper } from "./testing/fetch-wrapper.ts";

function toCommand({ keyName, publicKey, tags = {}, dryRun }: WrapperInput): ImportKeyPairCommandInput {
  const list = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  return {
    KeyName: keyName,
    PublicKeyMaterial: Buffer.from(publicKey),
    ...(list.length > 0 && { TagSpecifications: [{ ResourceType: "key-pair", Tags: list }] }),
    ...(dryRun !== undefined && { DryRun: dryRun }),
  };
}

const good = {
  "the SDK's client": (input: WrapperInput, target: WrapperTarget) =>
    new EC2Client(target).send(new ImportKeyPairCommand(toCommand(input))),
  "the SDK's aggregated client": (input: WrapperInput, target: WrapperTarget) =>
    new EC2(target).importKeyPair(toCommand(input)),
  "plain fetch with a signer": createFetchWrapper(),
  "tags in a second request": async (input: WrapperInput, target: WrapperTarget) => {
    const client = new EC2Client(target);
    const { TagSpecifications, ...untagged } = toCommand(input);
    await client.send(new DescribeKeyPairsCommand({}));
    const imported = await client.send(new ImportKeyPairCommand(untagged));
    const [specification] = TagSpecifications ?? [];
    const Resources = [imported.KeyPairId ?? ""];
    if (specification?.Tags) await client.send(new CreateTagsCommand({ Resources, Tags: specification.Tags }));
    return imported;
  },
};

const red = ({ cases }: Report): readonly string[] =>
  cases.flatMap(({ id, verdicts }) =>
    verdicts.flatMap(({ clause, verdict, actual, why }) =>
      ["fail", "error", "indeterminate"].includes(verdict) ? [`${id} ${clause}: ${actual ?? why}`] : [],
    ),
  );

test.for(Object.keys(good).flatMap((name) => (["http", "msw", "nock"] as const).map((network) => ({ name, network }))))(
  "$name over $network is blamed for nothing",
  async ({ name, network }) => {
    const importKeyPair = good[name as keyof typeof good];
    // Below msw and nock there is one network for the whole process.
    const concurrency = network === "http" ? 8 : 1;
    const report = await conformWrapper({ name, network, importKeyPair, concurrency });
    expect(red(report)).toEqual([]);
    expect(exitCodeOf(report)).toBe(0);
    expect(report.cases.length).toBeGreaterThan(30);
  },
);

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
  expect(red(report)[0]).toMatch("no ImportKeyPair arrived");
  expect(exitCodeOf(report)).toBe(1);
});

test("a call that does not end is cut off, and judged only where the policy says so", async () => {
  const importKeyPair = () => new Promise<never>(() => undefined);
  const undeclared = await conformWrapper({ importKeyPair, only: ["plain"], timeout: 50 });
  expect(red(undeclared)).toEqual([]);
  const declared = await conformWrapper({ importKeyPair, only: ["plain"], timeout: 50, policy: { timeout: true } });
  expect(red(declared)[0]).toMatch("had not returned after 50 ms");
});

test("a report on a wrapper is one of the published form", async () => {
  const report = await conformWrapper({ importKeyPair: createFetchWrapper(), only: ["plain", "tags", "reset-after"] });
  const schema = JSON.parse(readFileSync(new URL("../../spec/schema/report.schema.json", import.meta.url), "utf8"));
  const validate = addFormats.default(new Ajv2020({ allErrors: true })).compile(schema);
  expect(validate(JSON.parse(JSON.stringify(report))), JSON.stringify(validate.errors)).toBe(true);
});

test.for(["http", "msw", "nock"] as const)("a retry storm over %s ends, and is named", async (network) => {
  const storm = async (input: WrapperInput, target: WrapperTarget): Promise<unknown> => {
    for (;;) {
      const reply = await good["the SDK's client"](input, { ...target, maxAttempts: 1 } as WrapperTarget).catch(
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
  expect(red(report).map((line) => line.split(":")[0])).toEqual([
    "unauthorized Q5NR",
    "unauthorized B7ND",
    "throttled-always B7ND",
  ]);
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
      const output = await good["the SDK's client"](input, target);
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
