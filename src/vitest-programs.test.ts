import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mockWith, record } from "./testing/runs.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "ec2-contract-vitest-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A user's suites, in a vitest of their own. */
const suites = `
import { describe } from ${JSON.stringify(here("../node_modules/vitest/dist/index.js"))};
import { conformanceSuite, wrapperSuite } from ${JSON.stringify(here("./vitest.ts"))};
import { createFetchWrapper } from ${JSON.stringify(here("./wrapper/testing/fetch-wrapper.ts"))};
import { plantedBugs } from ${JSON.stringify(here("./wrapper/testing/planted-bugs.ts"))};
import { loadContract } from ${JSON.stringify(here("./index.ts"))};
import { mockWith } from ${JSON.stringify(here("./testing/runs.ts"))};

const faulty = () => mockWith("name-256-accepted", "name-missing-500");
const common = { drives: ["raw"], only: ["B2MR", "Q7UC", "Q6XB"] };

describe("fine", () => conformanceSuite({ target: "mock", ...common }));
describe("faulty", () => conformanceSuite({ target: faulty(), ...common }));
describe("known", () => conformanceSuite({ target: faulty(), ...common, known: [{ clause: "B2MR", case: "B2MR-256" }, { clause: "Q7UC" }] }));
describe("stale", () => conformanceSuite({ target: "mock", ...common, known: [{ clause: "B2MR", case: "B2MR-256" }] }));
describe("flaky", () => conformanceSuite({ target: "mock", ...common, known: [{ clause: "B2MR", flaky: true }] }));
describe("lacking", () => conformanceSuite({ target: faulty(), only: ["Y4WC"] }));
describe("should", () => conformanceSuite({ target: mockWith("filter-wildcards-literal"), ...common, level: "should" }));
describe("must", () => conformanceSuite({ target: mockWith("filter-wildcards-literal"), ...common }));
const { clauses, ...rest } = loadContract();
const newer = { ...rest, clauses: new Map(clauses).set("B2MR", { ...clauses.get("B2MR"), since: "0.2" }) };
describe("pinned", () => conformanceSuite({ target: faulty(), ...common, contract: newer, asOf: "0.1" }));
describe("recorded", () => conformanceSuite({ target: ${JSON.stringify(`replay:${join(folder, "recording")}`)}, only: ["Z8A3", "B2MR"] }));
describe("unrecorded", () => conformanceSuite({ target: ${JSON.stringify(`replay:${join(folder, "recording")}`)}, only: ["B2MR-255", "Q7UC"] }));
describe("dead", () => conformanceSuite({ target: () => Promise.reject(new Error("gone")), drives: ["raw"], only: ["B2MR-255"] }));
const wrapped = { only: ["region", "dry-run-outcome", "reset-before", "error-message"], network: "msw" };
const buggy = (id) => createFetchWrapper(plantedBugs[id]());
describe("careful", () => wrapperSuite({ importKeyPair: createFetchWrapper(), name: "mine", ...wrapped }));
describe("careless", () => wrapperSuite({ importKeyPair: buggy("region"), ...wrapped }));
describe("excused", () => wrapperSuite({ importKeyPair: buggy("region"), ...wrapped, known: [{ clause: "A4TZ" }] }));
describe("wordless", () => wrapperSuite({ importKeyPair: buggy("error-message"), ...wrapped }));
describe("strict", () => wrapperSuite({ importKeyPair: buggy("error-message"), ...wrapped, level: "should" }));
`;

interface Ran {
  readonly name: string;
  readonly status: string;
  readonly message: string;
}
let ran: readonly Ran[] = [];

beforeAll(async () => {
  const names = { only: ["Z8A3", "B2MR"], seed: 7 };
  await record(join(folder, "recording"), { target: mockWith("name-256-accepted"), drives: ["raw"], ...names });
  writeFileSync(join(folder, "user.test.js"), suites);
  const vitest = here("../node_modules/vitest/vitest.mjs");
  const args = [vitest, "run", "--root", folder, "--reporter", "json", "--outputFile", join(folder, "out.json")];
  await new Promise((resolve) =>
    execFile(process.execPath, args, { cwd: folder, env: { ...process.env, VITEST: undefined } }, resolve),
  );
  const { readFileSync } = await import("node:fs");
  const out = JSON.parse(readFileSync(join(folder, "out.json"), "utf8")) as {
    testResults: { assertionResults: { fullName: string; status: string; failureMessages: string[] }[] }[];
  };
  ran = out.testResults.flatMap(({ assertionResults }) =>
    assertionResults.map(({ fullName, status, failureMessages }) => ({
      name: fullName,
      status,
      message: failureMessages.join("\n"),
    })),
  );
});

const of = (suite: string): readonly Ran[] => ran.filter(({ name }) => name.startsWith(`${suite} `));
const statuses = (suite: string): Record<string, string> =>
  Object.fromEntries(of(suite).map(({ name, status }) => [name.match(/\[(.*)\]$/)?.[1] ?? name, status]));

const all = {
  "B2MR-1020": "passed",
  "B2MR-255": "passed",
  "B2MR-256": "passed",
  "Q7UC-absent": "passed",
  "Q6XB-prefix": "passed",
};

const scenarios = {
  region: "passed",
  "dry-run-outcome": "passed",
  "reset-before": "skipped",
  "error-message": "passed",
};

test.for([
  { suite: "careful", want: scenarios },
  { suite: "careless", want: { ...scenarios, region: "failed" } },
  { suite: "excused", want: scenarios },
  { suite: "wordless", want: scenarios },
  { suite: "strict", want: { ...scenarios, "error-message": "failed" } },
])("a wrapper that is $suite: a test a scenario, $want", ({ suite, want }) => {
  expect(statuses(suite)).toEqual(want);
});

test("a scenario that fails says what was expected, and what was", () => {
  const [failed] = of("careless").filter(({ status }) => status === "failed");
  expect(failed?.name).toBe("careless wrapper survives another Region [region]");
  expect(failed?.message).toContain(
    "A4TZ (wrapper): expected requests signed for sa-east-1, was one signed for eu-west-3",
  );
});

test("a test a case, named by its title and grouped by its area", () => {
  expect(of("fine").map(({ name }) => name)).toContain(
    "fine ImportKeyPair conforms name KeyName of 256 characters [B2MR-256]",
  );
});

test.for([
  { suite: "fine", want: all },
  { suite: "faulty", want: { ...all, "B2MR-256": "failed", "Q7UC-absent": "failed" } },
  { suite: "known", want: all },
  { suite: "stale", want: { ...all, "B2MR-256": "failed" } },
  { suite: "flaky", want: all },
  { suite: "lacking", want: { "Y4WC-import": "skipped", "Y4WC-describe": "skipped" } },
  { suite: "should", want: { ...all, "Q6XB-prefix": "failed" } },
  { suite: "must", want: all },
  { suite: "pinned", want: { ...all, "Q7UC-absent": "failed" } },
  { suite: "unrecorded", want: { "B2MR-255": "passed", "Q7UC-absent": "failed" } },
  { suite: "dead", want: { "B2MR-255": "failed" } },
])("$suite", ({ suite, want }) => {
  expect(statuses(suite)).toEqual(want);
});

test("a recording is replayed with its own seed", () => {
  const { "B2MR-256": tooLong, ...others } = statuses("recorded");
  expect(tooLong).toBe("failed");
  expect(new Set(Object.values(others))).toEqual(new Set(["passed"]));
  expect(Object.keys(others).filter((id) => id.startsWith("Z8A3")).length).toBeGreaterThan(2);
});

test("a failure says what was expected and what came", () => {
  const message = (suite: string, id: string): string =>
    of(suite).find(({ name }) => name.endsWith(`[${id}]`))?.message ?? "";
  expect(message("faulty", "B2MR-256")).toContain(
    "B2MR (raw): expected 400 InvalidParameterValue, was 200 ImportKeyPairResponse",
  );
  expect(message("stale", "B2MR-256")).toContain("B2MR: it is a known deviation, and passes now");
  expect(message("unrecorded", "Q7UC-absent")).toContain("it holds nothing in step request of case Q7UC-absent by raw");
  expect(message("dead", "B2MR-255")).toContain("B2MR (raw): indeterminate: nobody answers: gone");
});
