import { describe, expect, test } from "vitest";
import { importKeyPair } from "../../src/actions/import-key-pair/import-key-pair.ts";
import { plan } from "../../src/plan/plan.ts";
import type { Contract } from "../../src/spec/contract.ts";
import { changedContract } from "./changed-contract.ts";
import { contract } from "./contract.ts";

const cases = plan(contract, importKeyPair, 1);
const ids = cases.map(({ id }) => id);

/** The cases that a changed contract has more, and those that it has no more. */
function difference(changed: Contract): { readonly gained: readonly string[]; readonly lost: readonly string[] } {
  const others = plan(changed, importKeyPair, 1).map(({ id }) => id);
  return { gained: others.filter((id) => !ids.includes(id)), lost: ids.filter((id) => !others.includes(id)) };
}

describe("the ids of cases", () => {
  test("are each of one case", () => {
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("begin with a clause that the case judges", () => {
    expect(cases.filter((planned) => !planned.clauses.includes(planned.id.slice(0, 4)))).toEqual([]);
  });

  test("and their titles change on purpose only", async () => {
    const lines = cases.map(({ id, title }) => `${id}  ${title}\n`);
    await expect(lines.join("")).toMatchFileSnapshot("case-titles.txt");
  });
});

describe("the seed", () => {
  test("fixes the whole plan", () => {
    expect(plan(contract, importKeyPair, 1)).toEqual(cases);
  });

  test("changes values, and neither ids nor titles", () => {
    const others = plan(contract, importKeyPair, 2);
    expect(others.map(({ id, title }) => [id, title])).toEqual(cases.map(({ id, title }) => [id, title]));
    expect(others).not.toEqual(cases);
  });
});

describe("the model", () => {
  test("moves the boundary cases with maxLength", () => {
    const { gained, lost } = difference(
      changedContract("import-key-pair.openapi.yaml", "maxLength: 255", "maxLength: 100"),
    );
    expect(lost).toEqual(expect.arrayContaining(["B2MR-255", "B2MR-256"]));
    expect(gained).toEqual(expect.arrayContaining(["B2MR-100", "B2MR-101"]));
    expect([...lost, ...gained].filter((id) => !id.startsWith("B2MR-"))).toEqual([]);
  });

  test("makes a case of every value of the enumeration", () => {
    const [old, further] = ["- capacity-reservation\n", "- capacity-reservation\n      - a-new-type\n"];
    const changed = changedContract("tag-resource-types.yaml", old, further);
    expect(difference(changed)).toEqual({ gained: ["B6JX-a-new-type"], lost: [] });
  });
});

describe("twins", () => {
  test("every request that is to be refused has a twin that is to be accepted", () => {
    const byId = new Map(cases.map((planned) => [planned.id, planned]));
    const refused = cases.filter(({ judgements }) => judgements.some(({ check }) => check === "refused"));
    const twinless = refused.filter(
      ({ twin = "" }) =>
        !byId
          .get(twin)
          ?.judgements.some(({ check, steps }) => check === "accepted" && steps[0] === byId.get(twin)?.steps[0]?.id),
    );
    expect(refused.length).toBeGreaterThan(100);
    expect(twinless.map(({ id }) => id)).toEqual([]);
  });
});
