import { execSync } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { importKeyPair } from "../actions/import-key-pair/import-key-pair.ts";
import { defaultSpecDir, loadContract, readContract } from "./load-contract.ts";
import { fromSnapshot, takeSnapshot } from "./snapshot.ts";

const { files } = importKeyPair;
const read = readContract(files, defaultSpecDir);
const snapshot = JSON.parse(takeSnapshot(read.contract, read.files)) as object;

const copy = mkdtempSync(join(tmpdir(), "ec2-contract-snapshot-"));
cpSync(defaultSpecDir, copy, { recursive: true });
afterAll(() => rmSync(copy, { recursive: true }));

test("a snapshot gives what reading gives", () => {
  expect(fromSnapshot(snapshot, defaultSpecDir)).toEqual(read.contract);
  expect(fromSnapshot(snapshot, copy)).toEqual(read.contract);
  expect(loadContract({ ...files, snapshot })).toEqual(read.contract);
});

test.for([
  { given: "no snapshot", snapshot: undefined, dir: defaultSpecDir },
  { given: "a snapshot by other schemas", snapshot: { ...snapshot, schemas: "0" }, dir: defaultSpecDir },
  { given: "a directory that is not there", snapshot, dir: join(copy, "nowhere") },
])("$given is none", ({ snapshot: given, dir }) => {
  expect(fromSnapshot(given, dir)).toBeUndefined();
});

test("a file that has changed in one character is read", () => {
  appendFileSync(join(copy, "sources.yaml"), "\n");
  expect(fromSnapshot(snapshot, copy)).toBeUndefined();
  expect(loadContract({ ...files, snapshot }, copy).sha256).not.toBe(read.contract.sha256);
});

test.for(["mkfifo sources.yaml", "ln -s /dev/zero sources.yaml"])(
  "a file without an end holds nothing up: %s",
  (command) => {
    rmSync(join(copy, "sources.yaml"));
    execSync(command, { cwd: copy });
    expect(fromSnapshot(snapshot, copy)).toBeUndefined();
  },
);
