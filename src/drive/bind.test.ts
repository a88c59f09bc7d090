import { expect, test } from "vitest";
import { importKeyPair } from "../actions/import-key-pair/import-key-pair.ts";
import type { Input } from "../model.ts";
import { contract } from "../testing/observations.ts";
import { draws } from "../testing/sessions.ts";
import { type Binding, bindInput, bindValue } from "./bind.ts";

const answers = new Map([["import", { KeyPairId: "key-1", Tags: [{ Key: "k" }] }]]);
const binding: Binding = { action: importKeyPair, contract, draws, name: "mine", answers };
const rsa = draws.keys["rsa-2048"] ?? "";

test.for<{ given: Input; want: unknown }>([
  { given: { A: "x", B: true, C: false, D: 7 }, want: { A: "x", B: true, C: false, D: "7" } },
  { given: { A: null, B: "x" }, want: { B: "x" } },
  { given: { A: "{name}", B: " {name}-{name} " }, want: { A: "mine", B: " mine-mine " } },
  { given: { A: { $pad: "{name}", to: 6, with: "x" } }, want: { A: "minexx" } },
  { given: { A: { $repeat: "😀", times: 3 } }, want: { A: "😀😀😀" } },
  { given: { A: { $ref: "import.KeyPairId" } }, want: { A: "key-1" } },
  { given: { A: { $ref: "import.Tags.0.Key" } }, want: { A: "k" } },
  { given: { A: [{ B: "{name}" }, "c"] }, want: { A: [{ B: "mine" }, "c"] } },
  { given: { A: { $material: "rsa-no-comment" } }, want: { A: Buffer.from(rsa) } },
  { given: { A: { $wire: "rsa-no-comment" } }, want: { A: Buffer.from(rsa).toString("base64") } },
])("binds $given", ({ given, want }) => {
  expect(bindInput(binding, given)).toEqual(want);
});

test("material is lengthened to the characters that the plan wants", () => {
  expect(bindValue(binding, { $material: "rsa-2048", to: 1536 })).toHaveLength(1536);
});

test.for(["import.Nope", "import.Tags.7.Key", "never.KeyPairId", "import.Tags"])(
  "an answer that never came (%s) can't be bound",
  (path) => {
    expect(() => bindValue(binding, { $ref: path })).toThrow(`no ${path}`);
  },
);

test("material that nobody knows can't be bound", () => {
  expect(() => bindValue(binding, { $material: "nope" })).toThrow("key-materials.yaml has no such entry");
});
