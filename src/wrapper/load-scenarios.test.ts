import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { defaultAction } from "../actions/actions.ts";
import { SpecError } from "../errors.ts";
import { defaultSpecDir, loadContract } from "../spec/load-contract.ts";
import { loadScenarios } from "./load-scenarios.ts";

const base = loadContract(defaultAction().files);

test("there are scenarios, and each is judged by clauses that there are", () => {
  const { scenarios, clauses } = loadScenarios(base);
  expect(scenarios.length).toBeGreaterThan(30);
  expect(scenarios.flatMap(({ judges }) => Object.keys(judges)).filter((id) => !clauses.has(id))).toEqual([]);
});

test.for([
  { title: "an unknown clause", from: "{ K4VS: succeeds }", to: "{ ZZZZ: succeeds }", says: "there is no clause ZZZZ" },
  { title: "an unknown check", from: "{ K4VS: succeeds }", to: "{ K4VS: wins }", says: "there is no check wins" },
  { title: "an id of a clause", from: "- id: K4VS", to: "- id: W4PQ", says: "the id W4PQ is used twice" },
  { title: "an id twice", from: "- id: ed25519\n", to: "- id: plain\n", says: "the id plain is used twice" },
  { title: "an unknown alteration", from: "altered: reordered", to: "altered: shaken", says: "no alteration shaken" },
  {
    title: "an unknown source",
    from: "[sdkref-max-attempts]",
    to: "[nobody-said]",
    says: "there is no source nobody-said",
  },
  { title: "a member too many", from: "  - id: plain\n", to: "  - id: plain\n    colour: red\n", says: "colour" },
])("$title is refused, with its line", ({ from, to, says }) => {
  const dir = mkdtempSync(join(tmpdir(), "ec2-contract-scenarios-"));
  cpSync(defaultSpecDir, dir, { recursive: true });
  const path = join(dir, "import-key-pair.scenarios.yaml");
  const text = readFileSync(path, "utf8");
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
  expect(() => loadScenarios(base, dir)).toThrow(SpecError);
  expect(() => loadScenarios(base, dir)).toThrow(says);
  expect(() => loadScenarios(base, dir)).toThrow(/yaml:\d+/);
});
