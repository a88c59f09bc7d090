import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { importKeyPair } from "../actions/import-key-pair/import-key-pair.ts";
import { SpecError } from "../errors.ts";
import { contract } from "../testing/observations.ts";
import { defaultSpecDir, loadContract } from "./load-contract.ts";

const { files } = importKeyPair;
const root = mkdtempSync(join(tmpdir(), "ec2-contract-spec-"));
afterAll(() => rmSync(root, { recursive: true }));

/** A copy of the contract with one text replaced in one file; it must be there. */
function copyWith(file: string, from: string, to: string): { dir: string; line: number } {
  const dir = mkdtempSync(join(root, "copy-"));
  cpSync(defaultSpecDir, dir, { recursive: true });
  const before = readFileSync(join(dir, file), "utf8");
  if (!before.includes(from)) throw new Error(`${file} has no ${from}`);
  writeFileSync(join(dir, file), before.replace(from, to));
  return { dir, line: before.slice(0, before.indexOf(from)).split("\n").length };
}

const clauses = "import-key-pair.clauses.yaml";
const openapi = "import-key-pair.openapi.yaml";

/** Breaks of one file; `line` counts from the line of `from`. */
const broken = [
  {
    given: "bad YAML",
    file: clauses,
    from: "- id: Q7UC\n",
    to: "- id: [Q7UC\n",
    line: 1,
    field: "Flow sequence in block collection",
  },
  {
    given: "a key twice",
    file: clauses,
    from: "- id: Q7UC\n",
    to: "- id: Q7UC\n  id: Q7UD\n",
    line: 0,
    field: "Map keys must be unique",
  },
  {
    given: "an alias of nothing",
    file: clauses,
    from: "- id: Q7UC\n",
    to: "- id: *nothing\n",
    line: 0,
    field: "Unresolved alias",
  },
  {
    given: "brackets without end",
    file: clauses,
    from: "- id: Q7UC\n",
    to: `- id: ${"[".repeat(10_000)}\n`,
    line: 0,
    field: "it is nested too deeply",
  },
  {
    given: "aliases that multiply each other",
    file: "sources.yaml",
    from: "- id:",
    to: `- a: &a [${"x,".repeat(20)}]\n  b: &b [${"*a,".repeat(20)}]\n  c: &c [${"*b,".repeat(20)}]\n  d: [${"*c,".repeat(20)}]\n  id:`,
    line: 2,
    field: "Excessive alias count",
  },
  {
    given: "a text that is longer than any",
    file: openapi,
    from: "maxLength: 255",
    to: "maxLength: 1000000000",
    line: 0,
    field: "KeyName/maxLength must be <= 1000000",
  },
  {
    given: "a list that is longer than any",
    file: openapi,
    from: "maxItems: 50",
    to: "maxItems: 10000000",
    line: 0,
    field: "maxItems must be <= 10000",
  },
  {
    given: "a pattern that backtracks without end",
    file: openapi,
    from: "pattern: '^(?!aws:)'",
    to: "pattern: '^(a+)+[bc]'",
    line: 0,
    field: "pattern backtracks without end",
  },
  {
    given: "a schema that holds itself",
    file: openapi,
    from: "        KeyPairId: { type: string, xml: { name: keyPairId } }\n    ErrorResponse",
    to: "        KeyPairId: { $ref: '#/components/schemas/DeleteKeyPairResult' }\n    ErrorResponse",
    line: -5,
    field: "components/schemas/DeleteKeyPairResult refers to itself",
  },
  {
    given: "a schema that is not there",
    file: openapi,
    from: "        KeyPairId: { type: string, xml: { name: keyPairId } }\n    ErrorResponse",
    to: "        KeyPairId: { $ref: '#/components/schemas/Nowhere' }\n    ErrorResponse",
    line: 0,
    field: "KeyPairId/$ref names no schema: #/components/schemas/Nowhere",
  },
  {
    given: "a draw without bound",
    file: clauses,
    from: "Value: { $repeat: é, times: 256 }",
    to: "Value: { $repeat: é, times: 256000000 }",
    line: 0,
    field: "draws a text of 256000000 characters; at most 1000000 are drawn",
  },
  {
    given: "an unknown key that a terminal would obey",
    file: clauses,
    from: "- id: Q7UC\n",
    to: `- id: Q7UC\n  "\\e[2J${"x".repeat(200)}": 1\n`,
    line: 1,
    field: "0/\\u{1b}[2Jxxxx",
  },
  {
    given: "an unknown key",
    file: clauses,
    from: "- id: Q7UC\n",
    to: "- id: Q7UC\n  wanted: yes\n",
    line: 0,
    field: "0/wanted must NOT have additional properties",
  },
  {
    given: "no level",
    file: clauses,
    from: "- id: Q7UC\n  area: name\n  level: must\n",
    to: "- id: Q7UC\n  area: name\n",
    line: 0,
    field: "0/level must have required property 'level'",
  },
  {
    given: "no version since when",
    file: clauses,
    from: '- id: Q7UC\n  area: name\n  level: must\n  since: "0.1"\n',
    to: "- id: Q7UC\n  area: name\n  level: must\n",
    line: 0,
    field: "0/since must have required property 'since'",
  },
  {
    given: "a version that is a number",
    file: clauses,
    from: 'since: "0.1"',
    to: "since: 0.1",
    line: 0,
    field: "0/since must be string",
  },
  {
    given: "a version with a patch",
    file: clauses,
    from: 'since: "0.1"',
    to: 'since: "0.1.0"',
    line: 0,
    field: "0/since must match pattern",
  },
  {
    given: "an unknown level",
    file: clauses,
    from: "level: must",
    to: "level: shall",
    line: 0,
    field: "0/level must be equal to one of the allowed values (must, should, may)",
  },
  {
    given: "an unknown area",
    file: clauses,
    from: "area: name",
    to: "area: names",
    line: 0,
    field: "0/area must be equal to one of the allowed values (protocol, name,",
  },
  {
    given: "a long id",
    file: clauses,
    from: "- id: Q7UC",
    to: "- id: Q7UCX",
    line: 0,
    field: '0/id must match pattern "^[A-Z0-9]{4}$"',
  },
  {
    given: "an id that YAML reads as a number",
    file: clauses,
    from: "- id: Q7UC",
    to: "- id: 1234",
    line: 0,
    field: "0/id must be string",
  },
  {
    given: "a status that is none",
    file: clauses,
    from: "status: 400",
    to: "status: 200",
    line: 0,
    field: "0/expect/refused/status must be >= 400",
  },
  {
    given: "grounds without sources",
    file: clauses,
    from: "sources: [api-import-key-pair-name, errors-missing-parameter]",
    to: "sources: []",
    line: 0,
    field: "0/documented/sources must NOT have fewer than 1 items",
  },
  {
    given: "a check for no scope",
    file: "ec2-query.clauses.yaml",
    from: "  check: well-formed\n",
    to: "",
    line: -6,
    field: "0/check must have property check when property holds is present",
  },
  {
    given: "an unknown keyword",
    file: openapi,
    from: "maxLength: 255",
    to: "maximumLength: 255",
    line: 0,
    field:
      "components/schemas/ImportKeyPairRequest/properties/KeyName/maximumLength must NOT have additional properties",
  },
  {
    given: "a limit in words",
    file: openapi,
    from: "maxLength: 255",
    to: "maxLength: many",
    line: 0,
    field: "components/schemas/ImportKeyPairRequest/properties/KeyName/maxLength must be integer",
  },
  {
    given: "a pattern that is none",
    file: openapi,
    from: "pattern: '^(?!aws:)'",
    to: "pattern: '('",
    line: 0,
    field: 'Key/pattern must match format "regex"',
  },
  {
    given: "a status of x-errors",
    file: openapi,
    from: "AuthFailure: 401",
    to: "AuthFailure: 4010",
    line: 0,
    field: "x-errors/AuthFailure must be <= 599",
  },
  {
    given: "an unknown form of material",
    file: "key-materials.yaml",
    from: "encoding: openssh",
    to: "encoding: pgp",
    line: 0,
    field: "0/encoding must be equal to one of the allowed values",
  },
  {
    given: "a resource type in upper case",
    file: "tag-resource-types.yaml",
    from: "- capacity-reservation",
    to: "- Capacity",
    line: 0,
    field: "revisions/0/values/0 must match pattern",
  },
  {
    given: "a source of an unknown kind",
    file: "sources.yaml",
    from: "kind: documented",
    to: "kind: heard",
    line: 0,
    field: "0/kind must be equal to one of the allowed values",
  },
];

test.for(broken)("$given is told by file, line and field", ({ file, from, to, line, field }) => {
  const { dir, line: at } = copyWith(file, from, to);
  const message = refusalOf(dir);
  expect(message).toContain(field);
  const told = Number(message.match(new RegExp(`${join(dir, file).replaceAll(".", "\\.")}:(\\d+):`))?.[1]);
  expect(told).toBeGreaterThanOrEqual(at + line - 1);
  expect(told).toBeLessThanOrEqual(at + line + 1);
});

test.for([
  {
    given: "an unknown source",
    file: clauses,
    from: "sources: [api-import-key-pair-name,",
    to: "sources: [no-such-source,",
    want: "Q7UC: source no-such-source is not in sources.yaml",
  },
  {
    given: "a dangling pointer",
    file: clauses,
    from: "ImportKeyPairRequest/required/0]",
    to: "ImportKeyPairRequest/required/7]",
    want: "Q7UC: constraint /components/schemas/ImportKeyPairRequest/required/7 points at nothing in the OpenAPI file",
  },
  {
    given: "an inferred must",
    file: clauses,
    from: 'level: should\n  since: "0.1"\n  text: The refusal of a duplicate',
    to: 'level: must\n  since: "0.1"\n  text: The refusal of a duplicate',
    want: "E2YW: an inferred clause is at most should",
  },
  {
    given: "an unknown code",
    file: clauses,
    from: "codes: [MissingParameter]",
    to: "codes: [MissingParameters]",
    want: "Q7UC: error code MissingParameters is neither published nor in x-errors of the OpenAPI file",
  },
  {
    given: "an unknown code of one layer",
    file: clauses,
    from: "codes: [InvalidKey.Format, InvalidKeyPair.Format]",
    to: "codes: [InvalidKey.Format, toString]",
    want: "R8TM: error code toString is neither published nor in x-errors of the OpenAPI file",
  },
  { given: "an id twice", file: clauses, from: "- id: G2R9", to: "- id: Q7UC", want: "the id Q7UC is used twice" },
  {
    given: "an id twice in two files",
    file: "ec2-query.clauses.yaml",
    from: "- id: F8AB",
    to: "- id: Q7UC",
    want: "the id Q7UC is used twice",
  },
  {
    given: "a source twice",
    file: "sources.yaml",
    from: "- id: query-requests-version",
    to: "- id: query-requests-verbs",
    want: "the id query-requests-verbs is used twice",
  },
])("$given is told by the clause", ({ file, from, to, want }) => {
  const { dir } = copyWith(file, from, to);
  expect(refusalOf(dir)).toContain(want);
});

test("all that is wrong is told at once", () => {
  const { dir } = copyWith(
    clauses,
    "sources: [api-import-key-pair-name, errors-missing-parameter]",
    "sources: [nope-one, nope-two]",
  );
  expect(refusalOf(dir)).toMatch(/nope-one[\s\S]*nope-two/);
});

test("a folder without a contract is told by the file that is missing", () => {
  expect(refusalOf(join(root, "nowhere"))).toMatch(/Failed to read .*nowhere\/import-key-pair.openapi.yaml: ENOENT/);
});

test("a copy elsewhere is the same contract, a change another one", () => {
  const same = copyWith(clauses, "- id: Q7UC", "- id: Q7UC");
  expect(loadContract(files, same.dir)).toEqual(contract);
  const other = copyWith(clauses, "# What must hold", "# what must hold");
  expect(loadContract(files, other.dir).sha256).not.toBe(contract.sha256);
});

/** What is said of a contract that can't be loaded. */
function refusalOf(dir: string): string {
  try {
    loadContract(files, dir);
  } catch (cause) {
    if (cause instanceof SpecError) return cause.message;
    throw cause;
  }
  throw new Error(`${dir} was loaded`);
}
