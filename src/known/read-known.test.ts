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
    want: `Failed to load the known deviations:\n  ${path}:1: 0/reason must have required property 'reason'`,
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
  {
    given: "- { clause: K3CK, reason: r, review: 2026-01-01 }",
    kind: UsageError,
    want: `${path}:1: K3CK is open: it judges nobody`,
  },
  {
    given: "\n- { clause: B2MR, case: [B2MR-256, M3P2-minimal], reason: r, review: 2026-01-01 }",
    kind: UsageError,
    want: `${path}:2: the case M3P2-minimal never judges B2MR`,
  },
  {
    given: "- { clause: Z7HX, case: Z7HX-128, reason: r, review: 2026-01-01 }",
    kind: UsageError,
    want: "the case Z7HX-128 never judges Z7HX",
  },
  {
    given: "- { clause: H9NC, case: Q7UC-absent, reason: r, review: 2026-01-01 }",
    kind: UsageError,
    want: "the case Q7UC-absent never judges H9NC",
  },
  {
    given: "- { clause: B2MR, reason: r, review: 2026-01-01 }\n- { clause: B2MR, reason: s, review: 2026-01-01 }",
    kind: UsageError,
    want: `${path}:2: B2MR is listed before, in line 1`,
  },
  {
    given:
      "- { clause: B2MR, case: [B2MR-255, B2MR-256], reason: r, review: 2026-01-01 }\n- { clause: B2MR, case: B2MR-256, reason: s, review: 2026-01-01, flaky: true }",
    kind: UsageError,
    want: `${path}:2: B2MR-256 is listed before, in line 1`,
  },
  {
    given:
      "- { clause: B2MR, reason: r, review: 2026-01-01 }\n- { clause: B2MR, case: B2MR-256, reason: s, review: 2026-01-01 }",
    kind: UsageError,
    want: `${path}:2: B2MR is listed before, in line 1`,
  },
  {
    given:
      "# ours\n- { clause: Q7UC, reason: r, review: 2026-01-01 }\n- { clause: B2MR, reason: r, review: 2026-01-01 }\n\n- { clause: B2MR, reason: s, review: 2026-01-01 }",
    kind: UsageError,
    want: `${path}:5: B2MR is listed before, in line 3`,
  },
  {
    given: "- { clause: H9NC, case: E3G4-describe, reason: r, review: 2026-01-01 }",
    kind: UsageError,
    want: "the case E3G4-describe never judges H9NC",
  },
])("$given is refused", ({ given, kind, want }) => {
  expect(() => read(given)).toThrow(kind);
  expect(() => read(given)).toThrow(want);
});

test.for([
  { given: "two cases of one clause", entries: ["case: B2MR-255", "case: B2MR-256"] },
  { given: "two targets", entries: ["target: moto", "target: localstack"] },
  { given: "two ranges of versions", entries: ["versions: <5", "versions: '>=5'"] },
  { given: "a flaky clause, one case of which fails always", entries: ["flaky: true", "case: B2MR-256"] },
  { given: "a case that fails always, of a clause that is flaky", entries: ["case: B2MR-256", "flaky: true"] },
  { given: "two clauses", entries: ["clause: B2MR", "clause: Q7UC"] },
  { given: "what holds for whatever is made, in a case that makes one", entries: ["clause: H9NC, case: M9TY-found"] },
  { given: "one of the clauses that a case judges", entries: ["clause: X4B6, case: X4B6-minimal"] },
  { given: "what holds for every answer, in a case of another clause", entries: ["clause: F8AB, case: B2MR-256"] },
])("$given are no entry twice", ({ entries }) => {
  const lines = entries.map(
    (parts) => `- { ${parts.includes("clause") ? "" : "clause: B2MR, "}${parts}, reason: r, review: 2026-01-01 }`,
  );
  expect(read(lines.join("\n"))).toHaveLength(entries.length);
});

test("a file that is not there is refused", () => {
  const read = () => readKnown(join(folder, "nope.yaml"), contract, cases);
  expect(read).toThrow(SpecError);
  expect(read).toThrow(/^Failed to read .*nope\.yaml: ENOENT/);
  expect(read).toThrow("Name a file of known deviations with --known, or leave it out.");
});

test("a file that is larger than any list is refused before it is parsed", () => {
  const entry = "- { clause: B2MR, reason: r, review: 2026-01-01 }\n";
  expect(() => read(entry.repeat(20 * 2 ** 15))).toThrow(/Failed to read .*known\.yaml: it is larger than 1 MB/);
});
