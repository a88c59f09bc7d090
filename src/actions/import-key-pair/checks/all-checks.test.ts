import { expect, test } from "vitest";
import { imported } from "../../../testing/key-pair-answers.ts";
import { contract, judged, notApplicable } from "../../../testing/observations.ts";
import { checksWithRows } from "../../../testing/test-checks.ts";
import { allChecks } from "./all-checks.ts";

test("every check has rows in a table beside it", () => {
  expect(checksWithRows(new URL(".", import.meta.url))).toEqual(Object.keys(allChecks).toSorted());
});

const names = Object.keys(allChecks);

test.for(names)("%s does not apply where nothing was seen", (name) => {
  expect(judged(name, [], { clause: "C4HU" })).toEqual(notApplicable);
});

const ofOneStep = [
  "answered",
  "deletion-accepted",
  "echoed",
  "finds-all",
  "finds-nothing",
  "fingerprint-digest",
  "fingerprint-form-ed25519",
  "fingerprint-form-rsa",
  "fingerprint-vector",
  "key-name-echoed",
  "key-pair-id-form",
  "members-present",
  "no-deleted-id",
  "no-extra-elements",
  "no-key-material",
  "one-import-wins",
  "tags-echoed",
  "untagged-is-empty",
];

test.for(names.filter((name) => !ofOneStep.includes(name)))(
  "%s compares, so it does not apply to one answer",
  (name) => {
    expect(judged(name, [imported])).toEqual(notApplicable);
  },
);

test("every check that a clause or a case names exists", () => {
  const named = [...contract.clauses.values()].flatMap(({ check }) => check ?? []);
  for (const name of named) expect(() => judged(name, [])).not.toThrow();
  expect(named.length).toBeGreaterThan(30);
});
