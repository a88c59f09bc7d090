import { expect, test } from "vitest";
import type { FaultSign } from "./sign.ts";
import { readSignatures, writeSignatures } from "./signature-file.ts";

const order = ["A-1", "A-2", "A-3", "B-1", "B-2", "C-1"];
const red = (id: string, clause: string, value = "", form = ""): FaultSign => ({
  case: id,
  clause,
  kind: "red",
  value,
  form,
});

test.for([
  { name: "no sign", signs: [], want: [] },
  { name: "one of no value", signs: [red("A-2", "A2A2")], want: ["A2A2 0"] },
  {
    name: "neighbours as a range",
    signs: [red("A-1", "A2A2", "c0ffee"), red("A-2", "A2A2", "c0ffee"), red("A-3", "A2A2", "c0ffee")],
    want: ["A2A2=c0ffee 0-2"],
  },
  {
    name: "values apart",
    signs: [red("A-1", "A2A2", "c0ffee"), red("A-2", "A2A2", "decade"), red("A-3", "A2A2", "c0ffee")],
    want: ["A2A2=c0ffee 0,2", "A2A2=decade 1"],
  },
  {
    name: "forms where there is no value",
    signs: [red("A-1", "A2A2", "", "c0ffee"), red("A-2", "A2A2", "", "c0ffee"), red("A-3", "A2A2")],
    want: ["A2A2:c0ffee 0-1", "A2A2 2"],
  },
  {
    name: "blocked ones apart",
    signs: [red("A-1", "A2A2"), { ...red("A-1", "B2B2"), kind: "blocked" }] as const,
    want: ["A2A2 0", "~B2B2 0"],
  },
  { name: "a case that the plan lacks", signs: [red("Z-9", "A2A2"), red("C-1", "A2A2")], want: ["A2A2 0-1"] },
] satisfies readonly { name: string; signs: readonly FaultSign[]; want: readonly string[] }[])(
  "signatures are packed and unpacked: $name",
  ({ signs, want }) => {
    const file = writeSignatures(new Map([["bug", signs]]), order);
    expect(file.faults["bug"]).toEqual(want);
    const sorted = (all: readonly FaultSign[] = []) => all.map((sign) => JSON.stringify(sign)).sort();
    expect(sorted(readSignatures(JSON.parse(JSON.stringify(file))).get("bug"))).toEqual(sorted(signs));
  },
);

test.for(["", "A2A2", "A2A2 x", "A2A2=c0ffee", "A2A2=c0ffee:decade 1", "~ 1"])("%j is no sign", (sign) => {
  expect(() => readSignatures({ cases: order, faults: { bug: [sign] } })).toThrow("is no sign of a fault");
});
