import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { scaffoldAction } from "./scaffold-action.ts";

const root = join(import.meta.dirname, "..");
let copy: string;
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "ec2-contract-scaffold-"));
  for (const name of ["package.json", "tsconfig.json", "src", "spec", "suites", "fixtures"]) {
    cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function node(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: copy, encoding: "utf8" });
  return { status, stdout, stderr };
}

test("what it makes is planned, and compiles", () => {
  expect(scaffoldAction(copy, "CreateKeyPair")).toEqual([
    "src/actions/create-key-pair/create-key-pair.ts",
    "spec/create-key-pair.openapi.yaml",
    "spec/create-key-pair.clauses.yaml",
    "suites/create-key-pair.suite.ts",
    "src/actions/actions.ts",
  ]);
  writeFileSync(
    join(copy, "list.ts"),
    `import { actions } from "./src/actions/actions.ts";
import { plan } from "./src/plan/plan.ts";
import { loadContract } from "./src/spec/load-contract.ts";
const { CreateKeyPair, ...others } = actions;
if (CreateKeyPair === undefined) throw new Error("it is not registered");
const cases = plan(loadContract(CreateKeyPair.files), CreateKeyPair);
console.log(Object.keys(others).join(), cases.map(({ title }) => title).filter((title) => title.includes("KeyName")).join(" · "));
`,
  );
  const listed = node("list.ts");
  expect(listed).toMatchObject({ status: 0, stderr: "" });
  expect(listed.stdout).toMatch(/^ImportKeyPair .*no KeyName.*KeyName of 256 characters/);
  writeFileSync(
    join(copy, "tsconfig.scaffold.json"),
    JSON.stringify({ extends: "./tsconfig.json", include: [], files: ["list.ts", "suites/create-key-pair.suite.ts"] }),
  );
  const compiled = node("node_modules/typescript/bin/tsc", "--noEmit", "-p", "tsconfig.scaffold.json");
  expect(compiled).toEqual({ status: 0, stdout: "", stderr: "" });
});

test("what exists is left alone", () => {
  const before = readFileSync(join(copy, "src/actions/actions.ts"), "utf8");
  expect(() => scaffoldAction(copy, "ImportKeyPair")).toThrow(/^Failed to make the action ImportKeyPair: .* exists\. /);
  expect(readFileSync(join(copy, "src/actions/actions.ts"), "utf8")).toBe(before);
});

test.for(["import-key-pair", "", "../X", "createKeyPair"])("%j is no action", (name) => {
  expect(() => scaffoldAction(copy, name)).toThrow(/that is no name of an EC2 action/);
});
