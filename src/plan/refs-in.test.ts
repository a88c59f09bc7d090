import { expect, test } from "vitest";
import type { Input } from "../model.ts";
import { stepOf } from "../testing/nouns.ts";
import { refsIn } from "./refs-in.ts";

const ref = (step: string, member: string, element: string) => ({ step, member, element });

test.for<{ given: Input; want: object[] }>([
  { given: {}, want: [] },
  { given: { KeyName: "n", DryRun: true, Other: null }, want: [] },
  { given: { KeyPairId: { $ref: "import.KeyPairId" } }, want: [ref("import", "KeyPairId", "keyPairId")] },
  { given: { KeyName: { $pad: "x", to: 3, with: "y" } }, want: [] },
  {
    given: { Filters: [{ Name: "n", Values: [{ $ref: "a.B" }, { $ref: "c.D" }] }], KeyName: { $ref: "e.f" } },
    want: [ref("a", "B", "b"), ref("c", "D", "d"), ref("e", "f", "f")],
  },
  { given: { KeyName: { $ref: "alone" } }, want: [ref("alone", "", "")] },
])("$given takes $want from answers", ({ given, want }) => {
  expect(refsIn(stepOf({ input: given }))).toEqual(want);
});
