import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { type Packed, pack } from "./pack.ts";
import { runCommand } from "./run-command.ts";

let packed: Packed;
beforeAll(() => {
  packed = pack();
});
afterAll(() => packed?.[Symbol.dispose]());

test.for([
  "LICENSE",
  "README.md",
  "CHANGELOG.md",
  "package.json",
  "bin/ec2-contract.js",
  "dist/cli.js",
  "dist/index.js",
  "dist/index.d.ts",
  "dist/vitest.d.ts",
  "dist/msw.d.ts",
  "dist/nock.d.ts",
  "spec/import-key-pair.openapi.yaml",
  "spec/import-key-pair.clauses.yaml",
  "spec/schema/clauses.schema.json",
  "fixtures/keys/aws-vectors.json",
  "fixtures/keys/rsa-4096.pub",
  "suites/profiles/moto.yaml",
])("holds %s", (file) => {
  expect(packed.files).toContain(file);
});

test("holds no sources, tests, scripts or anything else", () => {
  const wanted =
    /^(LICENSE|README\.md|CHANGELOG\.md|package\.json|bin\/ec2-contract\.js|(dist|spec|fixtures\/keys|docs\/aws|suites\/(emulators|profiles))\/.*)$/;
  const unwanted = /\.test\.|\.test-d\.|\/testing\/|\/_template\/|\.map$/;
  expect(packed.files.filter((file) => !wanted.test(file) || unwanted.test(file))).toEqual([]);
});

test("imports what it depends on, and depends on what it imports", () => {
  const scripts = packed.files.filter((file) => /^dist\/.*\.js$/.test(file));
  const imported = new Set(scripts.flatMap((file) => packagesOf(readFileSync(join(packed.project, file), "utf8"))));
  const declared = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies)];
  expect([...imported].sort()).toEqual(declared.sort());
});

test("publint and attw find nothing wrong", () => {
  const { code, stdout, stderr } = runCommand(packed.project, "npm", "run", "--silent", "check:package");
  expect({ code, output: code === 0 ? "" : stdout + stderr }).toEqual({ code: 0, output: "" });
});

function packagesOf(script: string): readonly string[] {
  const specifiers = script.matchAll(/(?:^|\s)(?:from|import)\s*\(?\s*"([@\w][\w./:-]*)"/g);
  return [...specifiers].flatMap(([, name = ""]) =>
    name.startsWith("node:") ? [] : [name.split("/", name.startsWith("@") ? 2 : 1).join("/")],
  );
}
