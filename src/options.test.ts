import { expect, test } from "vitest";
import { defaultAction } from "./actions/actions.ts";
import { SpecError, UsageError } from "./errors.ts";
import { conform, createMock, loadContract, plan, reporters } from "./index.ts";
import { completeOptions, defaults } from "./options.ts";

test("what nobody says is as the defaults have it", async () => {
  const complete = await completeOptions({});
  await complete.target.close();
  const { contract, action, target, selection, signal, bail, ...rest } = complete;
  expect(rest).toEqual(defaults);
  expect({ action: action.name, target: target.name, selection, bail, aborted: signal.aborted }).toEqual({
    action: "ImportKeyPair",
    target: "mock",
    selection: { only: [], skip: [] },
    bail: undefined,
    aborted: false,
  });
  expect(contract.action).toBe(defaultAction().name);
});

test("what somebody says is taken", async () => {
  const contract = loadContract();
  const given = {
    contract,
    drives: ["raw"],
    authority: "documented",
    level: "may",
    asOf: "0.1",
    seed: 9,
    regions: ["a", "b"],
    concurrency: 2,
    timeout: 5,
  } as const;
  const complete = await completeOptions({ ...given, bail: true, only: ["tags"], skip: ["Q3BX"] });
  await complete.target.close();
  expect(complete).toMatchObject({ ...given, selection: { only: ["tags"], skip: ["Q3BX"] } });
  expect(complete.bail).toBeTypeOf("function");
  expect(complete.contract).toBe(contract);
});

test.for([{ concurrency: 0 }, { concurrency: -1 }, { target: "nowhere" }, { target: "aws" }, { asOf: "99.0" }])(
  "%s is a usage error",
  async (options) => {
    await expect(completeOptions(options)).rejects.toThrow(UsageError);
  },
);

test("the library: from a contract to a report", async () => {
  const contract = loadContract();
  expect(plan(contract).length).toBeGreaterThan(250);
  const report = await conform({ contract, target: createMock(), only: ["M3P2-*"], drives: ["raw"] });
  expect(report.clauses.find(({ id }) => id === "M3P2")?.verdict).toBe("pass");
  expect(JSON.parse(reporters.json(report, { contract, colour: false }))).toEqual(report);
});

test("the library: a folder without a contract, and a selection of nothing", async () => {
  expect(() => loadContract("/nowhere")).toThrow(SpecError);
  await expect(conform({ only: ["nope"] })).rejects.toThrow(UsageError);
});

test.for([
  { timeout: 0 },
  { timeout: 2 ** 31 },
  { timeout: Number.NaN },
  { concurrency: 0 },
  { concurrency: 1e9 },
  { rate: 0 },
  { rate: 1e-300 },
  { maxRequests: 0 },
])("the library refuses what no run can keep to: %o", async (given) => {
  const [name] = Object.keys(given);
  await expect(completeOptions(given)).rejects.toThrow(`Failed to run with ${name} `);
});
