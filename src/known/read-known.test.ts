import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { importKeyPair } from "../actions/import-key-pair/import-key-pair.ts";
import { SpecError, UsageError } from "../errors.ts";
import { plan } from "../plan/plan.ts";
import { contract } from "../testing/observations.ts";
import { readKnown } from "./read-known.ts";

const folder = mkdtempSync(join(tmpdir(), "ec2-contract-known-"));
afterAll(() => rmSync(folder, { recursive: true }));
const cases = plan(contract, importKeyPair);
const path = join(folder, "known.yaml");

function read(text: string): unknown {
  writeFileSync(path, text);
  return readKnown(path, contract, cases);
}

test.for([
  { given: "", want: [] },
  { given: "# nothing yet\n", want: [] },
  { given: "[]", want: [] },
  {
    given: "- { clause: B2MR, reason: r, review: 2026-01-01 }",
    want: [{ clause: "B2MR", reason: "r", review: "2026-01-01" }],
  },
  {
    given:
      "- { clause: B2MR, case: [B2MR-255, B2MR-256], target: moto, versions: '>=5 <6', reason: r, link: l, review: 2026-01-01, flaky: true }",
    want: [
      {
        clause: "B2MR",
        case: ["B2MR-255", "B2MR-256"],
        target: "moto",
        versions: ">=5 <6",
        reason: "r",
        link: "l",
        review: "2026-01-01",
        flaky: true,
      },
    ],
  },
])("reads $given", ({ given, want }) => {
  expect(read(given)).toEqual(want);
});

test.for([
  {
    given: "- { clause: B2MR, review: 2026-01-01 }",
    kind: SpecError,
    want: `${path}:1: 0/reason must have required property 'reason'`,
  },
  { given: "- { clause: B2MR, reason: r }", kind: SpecError, want: "0/review must have required property 'review'" },
  {
    given: "- { clause: B2MR, reason: '', review: 2026-01-01 }",
    kind: SpecError,
    want: "0/reason must NOT have fewer than 1 characters",
  },
  {
    given: "\n- { clause: B2MR, reason: r, review: soon }",
    kind: SpecError,
    want: `${path}:2: 0/review must match format "date"`,
  },
  {
    given: "- { clause: B2MR, reason: r, review: 2026-02-30 }",
    kind: SpecError,
    want: '0/review must match format "date"',
  },
  {
    given: "- { clause: B2MR, cases: [], reason: r, review: 2026-01-01 }",
    kind: SpecError,
    want: "0/cases must NOT have additional properties",
  },
  { given: "B2MR: {}", kind: SpecError, want: "(document) must be array,null" },
  { given: "- [", kind: SpecError, want: `Failed to parse ${path}:` },
  {
    given: "- { clause: ZZZZ, reason: r, review: 2026-01-01 }",
    kind: UsageError,
    want: "it lists ZZZZ, which the contract does not have",
  },
  {
    given: "- { clause: B2MR, case: B2MR-7, reason: r, review: 2026-01-01 }",
    kind: UsageError,
    want: "it lists B2MR-7, which the contract does not have",
  },
  {
    given: "- { clause: B2MR, versions: five, reason: r, review: 2026-01-01 }",
    kind: UsageError,
    want: '"five" of B2MR is no semver range',
  },
])("$given is refused", ({ given, kind, want }) => {
  expect(() => read(given)).toThrow(kind);
  expect(() => read(given)).toThrow(want);
});

test("a file that is not there is refused", () => {
  expect(() => readKnown(join(folder, "nope.yaml"), contract, cases)).toThrow(SpecError);
});
