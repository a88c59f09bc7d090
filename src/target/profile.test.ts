import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { SpecError, UsageError } from "../errors.ts";
import { pythonRecipe } from "./emulator/start-recipe.ts";
import { lacksOf, namedProfile, profileNames, readProfile } from "./profile.ts";

const folder = mkdtempSync(join(tmpdir(), "ec2-contract-profile-"));
afterAll(() => rmSync(folder, { recursive: true }));

const write = (text: string): string => {
  const file = join(folder, "profile.yaml");
  writeFileSync(file, text);
  return file;
};

test.each(profileNames())("%s is a profile of its own name, that says how it is started", (name) => {
  const profile = namedProfile(name);
  expect(profile.name).toBe(name);
  expect(pythonRecipe(profile)?.install).toMatch(/==\d/);
});

test.each([
  { given: undefined, want: ["iam", "signatures"] },
  { given: { signatures: true }, want: ["iam"] },
  { given: { signatures: true, iam: true, regions: false }, want: ["regions"] },
  { given: { "dry-run": "it always acts", iam: true, signatures: true }, want: ["dry-run"] },
] as const)("of the capabilities $given, $want are lacking", ({ given, want }) => {
  const lacks = lacksOf({ name: "t", ...(given && { capabilities: given }) });
  expect(Object.keys(lacks).sort()).toEqual([...want]);
  for (const why of Object.values(lacks)) expect(why).toMatch(/\S/);
});

test("a reason is kept to the letter", () => {
  expect(lacksOf({ name: "t", capabilities: { regions: "it has one" } }).regions).toBe("it has one");
});

test("credentials can come from the environment, and are missed there", () => {
  const file = write("name: t\ncredentials:\n  run: { accessKeyId: $EC2C_TEST_KEY, secretAccessKey: plain }\n");
  expect(() => readProfile(file)).toThrow(UsageError);
  expect(() => readProfile(file)).toThrow("the environment variable EC2C_TEST_KEY is not set");
  vi.stubEnv("EC2C_TEST_KEY", "k");
  expect(readProfile(file).credentials?.run).toEqual({ accessKeyId: "k", secretAccessKey: "plain" });
  vi.unstubAllEnvs();
});

test("a constraints file is found beside the profile", () => {
  const file = write("name: t\nstart: { package: p, install: p==1, module: p, ready: /, constraints: c.txt }\n");
  expect(pythonRecipe(readProfile(file))?.constraints).toBe(join(folder, "c.txt"));
});

test("a command runs where its profile is", () => {
  const file = write('name: t\nstart: { command: [./run, "{port}"], environment: { A: b } }\n');
  expect(readProfile(file).start).toEqual({ command: ["./run", "{port}"], environment: { A: "b" }, folder });
});

test.for([
  { given: "command: [a]", want: /its start\/command never says \{port\}/ },
  { given: 'command: [a], environment: { P: "{port}" }', want: undefined },
  { given: 'command: ["{port}"], module: m', want: /start\/module must NOT have additional properties\nCorrect/ },
  { given: "command: []", want: /start\/command must NOT have fewer than 1 items/ },
  { given: "command: [a, {port}]", want: /start\/command\/1 must be string/ },
  { given: 'command: ["a\\0", "{port}"]', want: /start\/command\/0 must match pattern/ },
  { given: 'command: ["{port}"], readyWithin: 0', want: /start\/readyWithin must be > 0/ },
  { given: "module: m", want: /start\/package must have required property/ },
])("start: { $given } is refused with $want", ({ given, want }) => {
  const file = write(`name: t\nstart: { ${given} }\n`);
  if (want === undefined) expect(readProfile(file).start).toHaveProperty("command");
  else expect(() => readProfile(file)).toThrow(want);
});

test("what breaks the schema is told by file, line and field", () => {
  expect(() => readProfile(write("name: t\ncapabilities:\n  magic: true\n"))).toThrow(SpecError);
  expect(() => readProfile(write("name: t\ncapabilities:\n  magic: true\n"))).toThrow(
    /profile\.yaml:3: capabilities\/magic/,
  );
});
