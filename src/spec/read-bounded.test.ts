import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { UsageError } from "../errors.ts";
import { readBounded, readBoundedBytes } from "./read-bounded.ts";

const folder = mkdtempSync(join(tmpdir(), "ec2-contract-read-"));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);
mkdirSync(at("folder"));
execFileSync("mkfifo", [at("pipe")]);
writeFileSync(at("large"), "x".repeat(1001));
writeFileSync(at("full"), "x".repeat(1000));
writeFileSync(at("latin-1"), Buffer.from([0x68, 0xe9]));
writeFileSync(at("marked"), "\ufeffa");

test.for([
  { file: at("none"), why: "ENOENT" },
  { file: at("folder"), why: "it is a folder" },
  { file: at("pipe"), why: "it is no regular file" },
  { file: "/dev/zero", why: "it is no regular file" },
  { file: at("large"), why: "it is larger than" },
  { file: at("latin-1"), why: "it is no UTF-8 text" },
])("$file is refused: $why", ({ file, why }) => {
  const refusal = (): string => readBounded(file, "Name another.", 1000);
  expect(refusal).toThrow(UsageError);
  expect(refusal).toThrow(`Failed to read ${file}: ${why}`);
  expect(refusal).toThrow(/\. Name another\.$/);
});

test("what is allowed is read whole", () => {
  expect(readBounded(at("full"), "", 1000)).toBe("x".repeat(1000));
  expect([...readBoundedBytes(at("latin-1"), "")]).toEqual([0x68, 0xe9]);
  expect(readBounded(at("marked"), "")).toBe("a");
});
