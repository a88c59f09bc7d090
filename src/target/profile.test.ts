import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { SpecError, UsageError } from "../errors.ts";
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
  expect(profile.start?.install).toMatch(/==\d/);
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
  expect(readProfile(file).start?.constraints).toBe(join(folder, "c.txt"));
});

test("what breaks the schema is told by file, line and field", () => {
  expect(() => readProfile(write("name: t\ncapabilities:\n  magic: true\n"))).toThrow(SpecError);
  expect(() => readProfile(write("name: t\ncapabilities:\n  magic: true\n"))).toThrow(
    /profile\.yaml:3: capabilities\/magic/,
  );
});
