import { expect, test } from "vitest";
import { importKeyPair } from "../actions/import-key-pair/import-key-pair.ts";
import { contract } from "../testing/observations.ts";
import { mockWith, run } from "../testing/runs.ts";
import { withCauses } from "./with-causes.ts";

const ofName = { only: ["name"], drives: ["raw"] } as const;

test("a run that deviates tells why", async () => {
  const { causes, unexplained } = await run({
    ...ofName,
    target: mockWith("name-length-unlimited", "name-lower-cased"),
  });
  expect(causes?.map(({ faults }) => faults[0])).toEqual(["name-lower-cased", "name-length-unlimited"]);
  expect(unexplained).toBeUndefined();
});

test("one that conforms loads nothing to say so", async () => {
  const report = await run({ ...ofName, target: mockWith() });
  expect(report.causes).toEqual([]);
  const asked = withCauses(
    contract,
    { ...importKeyPair, diagnostics: () => Promise.reject(new Error("asked")) },
    report,
  );
  await expect(asked).resolves.toEqual(report);
});

test.for([
  { name: "where the documents judge", parts: { authority: "documented" } },
  { name: "of a wrapper", parts: { drives: ["wrapper"] } },
  {
    name: "of AWS itself",
    parts: {
      account: {
        tier: "smoke",
        planned: { mutating: 0, reading: 0, bound: 0 },
        sent: { mutating: 0, reading: 0 },
        swept: 0,
        inventory: [],
        settling: { repeated: 0, longest: 0 },
        refusals: [],
      },
    },
  },
] as const)("there are none $name", async ({ parts }) => {
  const report = await run({ ...ofName, target: mockWith("name-length-unlimited") });
  const other = await withCauses(contract, importKeyPair, { ...report, run: { ...report.run, ...parts } });
  expect(other).not.toHaveProperty("causes");
});
