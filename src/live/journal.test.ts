import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createRunPrefix } from "../drive/run-prefix.ts";
import { readJournals } from "./journal.ts";

const prefix = createRunPrefix(new Date(0));
const head = JSON.stringify({ run: prefix, account: "4321", pid: 1 });
const made = JSON.stringify({ answer: 200, action: "ImportKeyPair", region: "r", id: "key-0a" });

function journals(make: (file: string) => void): () => ReturnType<typeof readJournals> {
  const folder = mkdtempSync(join(tmpdir(), "ec2-contract-journals-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  make(join(folder, `${prefix}.jsonl`));
  return () => readJournals(folder);
}

test.for([
  { given: "whole", text: `${head}\n${made}\n`, want: [["key-0a"]] },
  { given: "cut in a line", text: `${head}\n${made}\n{"answer":2`, want: [["key-0a"]] },
  { given: "with lines of other things", text: `${head}\nnull\n[]\n"x"\n{"__proto__":1}\n${made}`, want: [["key-0a"]] },
  { given: "with ids that are none", text: `${head}\n${made.replace("key-0a", "../x")}\n`, want: [[]] },
  { given: "empty", text: "", want: [] },
  { given: "of nobody", text: `${head.replace("ec2c", "else")}\n${made}`, want: [] },
])("a journal that is $given", ({ text, want }) => {
  const read = journals((file) => writeFileSync(file, text));
  expect(read().map(({ ids }) => ids.map(({ id }) => id))).toEqual(want);
});

test.for([
  { given: "a folder", make: mkdirSync, why: "it is a folder" },
  { given: "a pipe", make: (file: string) => void execFileSync("mkfifo", [file]), why: "it is no regular file" },
])("a journal that is $given is told, and holds nothing up", ({ make, why }) => {
  const read = journals((file) => void make(file));
  expect(read).toThrow(/^Failed to read .*\.jsonl: /);
  expect(read).toThrow(why);
});
