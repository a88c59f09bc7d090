import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { importKeyPair as action } from "../../actions/import-key-pair/import-key-pair.ts";
import { plan } from "../../plan/plan.ts";
import type { Report } from "../../report/report.ts";
import { attack, obeyedIn } from "../../testing/hostile-report.ts";
import { contract } from "../../testing/observations.ts";
import { mockWith, run } from "../../testing/runs.ts";
import { type CauseTest, emitPytest } from "./emit-pytest.ts";

const cases = plan(contract, action, 1);
const assertions = await action.assertions();
const emit = (report: Report, more: Partial<CauseTest> = {}) => {
  const [cause] = report.causes ?? [];
  if (cause === undefined) throw new Error("the run shows no cause");
  const server = 'yield "http://127.0.0.1:4566/"';
  return emitPytest({ report, contract, action, cases, assertions, cause, belongs: () => true, server, ...more });
};
const reportOn = (fault: string, ...only: readonly string[]) => run({ target: mockWith(fault), only, drives: ["raw"] });

/** Python takes them for programs; what they do is seen in suites/repros. */
function mustCompile(...programs: readonly string[]): void {
  const check = "import json, sys\nfor text in json.load(sys.stdin): compile(text, 'test', 'exec')";
  execFileSync("python3", ["-c", check], { input: JSON.stringify(programs) });
}

test.for([
  {
    fault: "name-length-unlimited",
    only: ["B2MR"],
    want: [
      "def test_name_length_unlimited(ec2):",
      "    # B2MR (must): A KeyName has up to 255 characters",
      'request_answer = ec2.call("import_key_pair", KeyName=RUN + "-B2MR-256-raw" + "x" * ',
      '    assert outcome(request_answer) == "InvalidParameterValue"',
    ],
  },
  {
    fault: "describe-by-id-lists-all",
    only: ["M9TY"],
    want: [
      'assert outcome(import_answer) == "accepted"',
      'ec2.call("describe_key_pairs", KeyPairIds=[text(import_answer, "keyPairId")])',
      "def items(answer):",
    ],
  },
  {
    fault: "public-key-keeps-comment",
    only: ["E2JU"],
    want: ['" ".join(text(item_of(', "IncludePublicKey=True", "def item_of(answer, name):"],
  },
  {
    fault: "unknown-parameter-ignored",
    only: ["G9FD"],
    want: ["ec2.send(body=", "from botocore.auth import SigV4Auth", "FORM = "],
  },
  { fault: "regions-shared", only: ["N2YQ"], want: ['ec2.call("import_key_pair", region=REGIONS[1]'] },
])("$fault as a test in Python", async ({ fault, only, want }) => {
  const made = emit(await reportOn(fault, ...only));
  for (const part of want) expect(made?.text).toContain(part);
  expect(made?.clause).toBe(only[0]);
  mustCompile(made?.text ?? "");
});

test("the clause that a cause disobeys comes before those that follow from it, and its own cases before others", async () => {
  const report = await reportOn("ed25519-sha256-of-spki-in-hex", "*-ed25519*", "G4MF");
  expect(report.causes?.[0]?.clauses).toEqual(["W6WR", "H6E6", "G4MF"]);
  expect(emit(report, { own: "G4MF" })?.clause).toBe("G4MF");
  const [other] = report.cases.filter(({ verdicts }) => verdicts.some(({ verdict }) => verdict === "fail")).slice(-1);
  expect(emit(report, { belongs: (place) => place.case === other?.id })?.case).toBe(other?.id);
});

test("what no plain test can show is none", async () => {
  expect(emit(await reportOn("xml-not-well-formed", "M3P2-*"))).toBeUndefined();
});

test("nothing that a target says leaves its literal or its comment", async () => {
  const report = await reportOn("name-length-unlimited", "B2MR");
  const hostile: Report = {
    ...report,
    target: { name: attack, version: attack, endpoint: "http://h.test/" },
    causes: report.causes?.map((cause) => ({ ...cause, title: `${attack}\nimport os` })) ?? [],
    cases: report.cases.map((one) => ({
      ...one,
      verdicts: one.verdicts.map((verdict) => ({ ...verdict, actual: `${attack}\n"""\nimport os` })),
    })),
  };
  const [plain, text] = [emit(report)?.text ?? "", emit(hostile)?.text ?? ""];
  expect(obeyedIn(text)).toBeUndefined();
  const code = (program: string): readonly string[] => program.split("\n").filter((line) => !/^\s*#/.test(line));
  expect(code(text)).toEqual(code(plain));
});
