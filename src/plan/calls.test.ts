import { expect, test } from "vitest";
import { importKeyPair } from "../actions/import-key-pair/import-key-pair.ts";
import type { Case, Drive, Judgement, Step } from "../model.ts";
import { plannedCase, stepOf } from "../testing/nouns.ts";
import { type Calls, callsOf, canSay, isDeletedAfter, sumCalls } from "./calls.ts";

const describe: Partial<Step> = { id: "look", action: "DescribeKeyPairs", input: {} };
const refusal: readonly Partial<Judgement>[] = [{ check: "refused" }];

test.for<{
  given: string;
  steps: readonly Partial<Step>[];
  judgements?: readonly Partial<Judgement>[];
  drives?: readonly Drive[];
  want: Calls;
}>([
  {
    given: "a look",
    steps: [describe],
    want: { byAction: { DescribeKeyPairs: 1 }, mutating: 0, reading: 1, deletions: 0 },
  },
  {
    given: "an import, which is deleted",
    steps: [{ setup: true }],
    want: { byAction: { ImportKeyPair: 1, DeleteKeyPair: 1 }, mutating: 2, reading: 0, deletions: 1 },
  },
  {
    given: "an import of which nobody knows what becomes",
    steps: [{}],
    want: { byAction: { ImportKeyPair: 1, DeleteKeyPair: 1 }, mutating: 2, reading: 0, deletions: 1 },
  },
  {
    given: "an import that is to be refused, and may have to be deleted",
    steps: [{}],
    judgements: refusal,
    want: { byAction: { ImportKeyPair: 1 }, mutating: 1, reading: 0, deletions: 1 },
  },
  {
    given: "an import without a name",
    steps: [{ input: {} }],
    want: { byAction: { ImportKeyPair: 1 }, mutating: 1, reading: 0, deletions: 1 },
  },
  {
    given: "two imports of one name, and a look at it",
    steps: [{ setup: true }, { id: "again" }, describe],
    want: {
      byAction: { ImportKeyPair: 2, DescribeKeyPairs: 1, DeleteKeyPair: 1 },
      mutating: 3,
      reading: 1,
      deletions: 1,
    },
  },
  {
    given: "two imports of one name, of which the second is to be refused",
    steps: [{ id: "first", setup: true }, {}],
    judgements: refusal,
    want: { byAction: { ImportKeyPair: 2, DeleteKeyPair: 1 }, mutating: 3, reading: 0, deletions: 1 },
  },
  {
    given: "imports of two names",
    steps: [{}, { id: "other", input: { KeyName: "{name}-b" } }],
    want: { byAction: { ImportKeyPair: 2, DeleteKeyPair: 2 }, mutating: 4, reading: 0, deletions: 2 },
  },
  {
    given: "imports of one name in two Regions",
    steps: [{}, { id: "other", elsewhere: true }],
    want: { byAction: { ImportKeyPair: 2, DeleteKeyPair: 2 }, mutating: 4, reading: 0, deletions: 2 },
  },
  {
    given: "a deletion of its own",
    steps: [{}, { id: "delete", action: "DeleteKeyPair" }],
    want: { byAction: { ImportKeyPair: 1, DeleteKeyPair: 2 }, mutating: 3, reading: 0, deletions: 1 },
  },
  {
    given: "a request that names another action on the wire",
    steps: [{ wire: { set: { Action: "NoSuchAction" } } }],
    want: { byAction: { NoSuchAction: 1, DeleteKeyPair: 1 }, mutating: 1, reading: 1, deletions: 1 },
  },
  {
    given: "a request that names none",
    steps: [{ wire: { set: { Action: null } } }],
    judgements: refusal,
    want: { byAction: { "(no action)": 1 }, mutating: 0, reading: 1, deletions: 1 },
  },
  {
    given: "what is said in both ways",
    steps: [{}, describe],
    drives: ["raw", "sdk"],
    want: {
      byAction: { ImportKeyPair: 2, DescribeKeyPairs: 2, DeleteKeyPair: 2 },
      mutating: 4,
      reading: 2,
      deletions: 2,
    },
  },
  {
    given: "what only the raw drive can say",
    steps: [{ ...describe, wire: { append: "&" } }],
    drives: ["raw", "sdk"],
    want: { byAction: { DescribeKeyPairs: 1 }, mutating: 0, reading: 1, deletions: 0 },
  },
  {
    given: "what no drive says",
    steps: [{}],
    drives: [],
    want: { byAction: {}, mutating: 0, reading: 0, deletions: 0 },
  },
])("the calls of $given", ({ steps, judgements, drives = ["raw"], want }) => {
  expect(callsOf(importKeyPair, plannedCase(steps, judgements), drives)).toEqual(want);
});

test("calls are added up by action", () => {
  const one: Calls = { byAction: { A: 1, B: 2 }, mutating: 1, reading: 2, deletions: 3 };
  const other: Calls = { byAction: { B: 1, C: 4 }, mutating: 5, reading: 6, deletions: 7 };
  expect(sumCalls([one, other])).toEqual({ byAction: { A: 1, B: 3, C: 4 }, mutating: 6, reading: 8, deletions: 10 });
  expect(one).toEqual({ byAction: { A: 1, B: 2 }, mutating: 1, reading: 2, deletions: 3 });
});

test.for([
  { given: "{name}", want: true },
  { given: "", want: false },
  { given: null, want: false },
])("what is called $given is deleted by its name: $want", ({ given, want }) => {
  expect(isDeletedAfter(importKeyPair, plannedCase([]), stepOf({ input: { KeyName: given } }))).toBe(want);
});

test.for<{ given: string; steps?: readonly Partial<Step>[]; drives?: Case["drives"]; want: readonly Drive[] }>([
  { given: "a plain request", want: ["raw", "sdk"] },
  { given: "what is set on the wire", steps: [{}, { wire: {} }], want: ["raw"] },
  { given: "a request of nobody", steps: [{ as: "anonymous" }, {}], want: ["raw"] },
  { given: "a request with a wrong secret", steps: [{ as: "wrong-secret" }], want: ["raw", "sdk"] },
  { given: "a case for one drive", drives: ["sdk"], want: ["sdk"] },
  { given: "a case for the other", drives: ["raw"], want: ["raw"] },
  { given: "a case for both", drives: ["raw", "sdk"], want: ["raw", "sdk"] },
  { given: "what is set on the wire, for the SDK", steps: [{ wire: {} }], drives: ["sdk"], want: [] },
])("$given is said by $want", ({ steps = [{}], drives, want }) => {
  const planned = plannedCase(steps, [], drives === undefined ? {} : { drives });
  expect((["raw", "sdk"] as const).filter((drive) => canSay(drive, planned))).toEqual(want);
});
