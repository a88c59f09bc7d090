import { expect, test } from "vitest";
import { clauses } from "../clauses.ts";
import type { Command } from "./command.ts";
import { tellHistory } from "./history.ts";

const here = { there: false } as const;
const importing = (name: "a" | "b", key: "rsa-2048" | "ed25519" = "rsa-2048"): Command => ({
  kind: "import",
  name,
  key,
  tagged: false,
  ...here,
});
const deleting = (by: "name" | "id", there = false): Command => ({ kind: "delete", name: "a", by, there });
const describing = (by: "name" | "id" | "filter" | "list"): Command => ({ kind: "describe", name: "a", by, ...here });

/** The clauses that judge each step, and the steps that they look at. */
const told = (...commands: readonly Command[]): readonly string[] =>
  tellHistory(commands).flatMap(({ judgements }) =>
    judgements.map(({ clause, check, steps }) => `${clause} ${check} ${steps.join(" ")}`),
  );

test.for<{ given: string; commands: Command[]; want: string[] }>([
  { given: "an import", commands: [importing("a")], want: [`${clauses.accepted} accepted s1`] },
  {
    given: "the same key under the name again",
    commands: [importing("a"), importing("a")],
    want: [`${clauses.accepted} accepted s1`, `${clauses.nameDuplicateSame} refused s2`],
  },
  {
    given: "another key under a taken name",
    commands: [importing("a"), importing("a", "ed25519")],
    want: [`${clauses.accepted} accepted s1`, `${clauses.nameDuplicate} refused s2`],
  },
  {
    given: "an import after a deletion by id",
    commands: [importing("a"), deleting("id"), importing("a", "ed25519")],
    want: [
      `${clauses.accepted} accepted s1`,
      `${clauses.deleteId} deleted s2 s2-after`,
      `${clauses.deleteAnswerId} deleted-id s1 s2`,
      `${clauses.reimport} accepted s3`,
      `${clauses.reimportNewId} different-ids s1 s3`,
    ],
  },
  {
    given: "a deletion twice, by name",
    commands: [importing("a"), deleting("name"), deleting("name")],
    want: [
      `${clauses.accepted} accepted s1`,
      `${clauses.deleteName} deleted s2 s2-after`,
      `${clauses.deleteAnswerId} deleted-id s1 s2`,
      `${clauses.deleteAgain} deletion-accepted s3`,
      `${clauses.deleteMissingId} no-deleted-id s3`,
    ],
  },
  {
    given: "looks for what never was",
    commands: [describing("name"), describing("id"), describing("filter"), describing("list")],
    want: [`${clauses.notFound} refused s1`, `${clauses.filterNothing} finds-nothing s3`],
  },
  {
    given: "looks for what is gone",
    commands: [importing("a"), deleting("name"), describing("name"), describing("id")],
    want: [
      `${clauses.accepted} accepted s1`,
      `${clauses.deleteName} deleted s2 s2-after`,
      `${clauses.deleteAnswerId} deleted-id s1 s2`,
      `${clauses.deletedNotFound} refused s3`,
      `${clauses.notFoundId} refused s4`,
    ],
  },
  {
    given: "a deletion in the other Region, and a look in this one",
    commands: [importing("a"), deleting("name", true), describing("list")],
    want: [
      `${clauses.accepted} accepted s1`,
      `${clauses.deleteAgain} deletion-accepted s2`,
      `${clauses.deleteMissingId} no-deleted-id s2`,
      `${clauses.describeAll} finds s1 s3`,
    ],
  },
  {
    given: "two keys at once, but not one",
    commands: [importing("a"), { kind: "describe-all", ...here }, importing("b"), { kind: "describe-all", ...here }],
    want: [
      `${clauses.accepted} accepted s1`,
      `${clauses.accepted} accepted s3`,
      `${clauses.describeNames} finds-all s1 s3 s4`,
    ],
  },
  {
    given: "a refused import and a dry run, which change nothing",
    commands: [
      { kind: "refused-import", name: "a", mistake: "tag-count", ...here },
      { kind: "dry-run", name: "a", ...here },
      importing("a"),
    ],
    want: [`${clauses.tagCount} refused s1`, `${clauses.dryRun} refused s2`, `${clauses.accepted} accepted s3`],
  },
])("$given", ({ commands, want }) => {
  expect(told(...commands)).toEqual(want);
});

test("a living key is looked at from all sides", () => {
  const [, look] = tellHistory([importing("a"), describing("name")]);
  expect(look?.judgements.map(({ check, steps }) => `${check} ${steps.join(" ")}`)).toEqual([
    "finds-only s1 s2",
    "described-id s1 s2",
    "described-fingerprint s1 s2",
    "tags-described s1 s2",
    "described-key-type s1 s2",
  ]);
});

test.for<{ given: string; commands: Command[]; want: string[] }>([
  {
    given: "an import, one of a taken name, a deletion and an import again",
    commands: [importing("a"), importing("a"), deleting("name"), importing("a")],
    want: [
      `${clauses.accepted} accepted`,
      `${clauses.nameDuplicateSame} refused`,
      `${clauses.deleteName} accepted`,
      `${clauses.reimport} accepted`,
    ],
  },
  {
    given: "a mistake and a dry run",
    commands: [
      { kind: "refused-import", name: "a", mistake: "reserved-tag", ...here },
      { kind: "dry-run", name: "a", ...here },
    ],
    want: [`${clauses.tagReserved} refused`, `${clauses.dryRun} refused`],
  },
  { given: "what changes nothing", commands: [describing("name"), deleting("name")], want: ["nothing", "nothing"] },
])("what comes after $given builds on its outcome", ({ commands, want }) => {
  const premises = tellHistory(commands).map(({ step: { premise } }) =>
    premise === undefined ? "nothing" : `${premise.clause} ${premise.outcome}`,
  );
  expect(premises).toEqual(want);
});
