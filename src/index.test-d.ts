import type {
  Case,
  Clause,
  ConformanceOptions,
  Contract,
  Report,
  Reporter,
  Transport,
  VerdictKind,
  WrapperInput,
} from "ec2-contract";
import {
  conform,
  conformWrapper,
  createMock,
  exitCodeOf,
  loadContract,
  plan,
  reporters,
  stubs,
  validateStub,
} from "ec2-contract";
import { handlers } from "ec2-contract/msw";
import { scope } from "ec2-contract/nock";
import { conformanceSuite, wrapperSuite } from "ec2-contract/vitest";
import { assertType, expect, expectTypeOf, test } from "vitest";

test("from a contract to a report", () => {
  expectTypeOf(loadContract).toEqualTypeOf<(dir?: string) => Contract>();
  expectTypeOf(plan).returns.toEqualTypeOf<readonly Case[]>();
  expectTypeOf(conform).returns.resolves.toEqualTypeOf<Report>();
  expectTypeOf(exitCodeOf).returns.toBeNumber();
  expectTypeOf(reporters.json).toEqualTypeOf<Reporter>();
  expectTypeOf<keyof typeof reporters>()
    .extract<"text" | "json" | "junit">()
    .toEqualTypeOf<"text" | "json" | "junit">();
});

test("a target is a name, a URL, or anything that answers requests", () => {
  assertType<ConformanceOptions>({ target: "mock" });
  assertType<ConformanceOptions>({ target: createMock() });
  assertType<ConformanceOptions>({ target: fetch });
  assertType<ConformanceOptions>({ target: async () => new Response() });
  expectTypeOf(createMock).returns.toExtend<Transport>();
  // @ts-expect-error a URL object is no target.
  assertType<ConformanceOptions>({ target: new URL("http://localhost/") });
  // @ts-expect-error an answer is promised.
  assertType<ConformanceOptions>({ target: () => new Response() });
});

test("options that do not exist, and values that an option does not have", () => {
  // @ts-expect-error there is no such option.
  assertType<ConformanceOptions>({ targets: ["mock"] });
  // @ts-expect-error there is no such drive.
  assertType<ConformanceOptions>({ drives: ["soap"] });
  // @ts-expect-error there is no such layer.
  assertType<ConformanceOptions>({ authority: "rumour" });
  // @ts-expect-error there is no such level.
  assertType<ConformanceOptions>({ level: "shall" });
  // @ts-expect-error a run has two Regions.
  assertType<ConformanceOptions>({ regions: ["us-east-1"] });
  // @ts-expect-error absent is not the same as undefined.
  assertType<ConformanceOptions>({ seed: undefined });
});

test("what is handed out is not for changing", () => {
  const contract = {} as Contract;
  const [planned] = plan(contract);
  expectTypeOf(planned).toEqualTypeOf<Case | undefined>();
  const clause = {} as Clause;
  // @ts-expect-error a clause is read-only.
  clause.level = "may";
  // @ts-expect-error the clauses are read-only.
  contract.clauses.set("AAAA", {} as Clause);
  const report = {} as Report;
  // @ts-expect-error a report is read-only.
  report.cases.push({} as Report["cases"][number]);
});

test("a report's words are known", () => {
  expectTypeOf<Report["clauses"][number]["verdict"]>().toEqualTypeOf<VerdictKind>();
  expectTypeOf<Report["schemaVersion"]>().toEqualTypeOf<"1">();
  // @ts-expect-error coverage and divergence are two scores and never one.
  expectTypeOf<Report["score"]["score"]>().toBeNumber();
});

test("a suite is asked for as a run is, but for what a test runner decides itself", () => {
  expectTypeOf(conformanceSuite).returns.toBeVoid();
  expectTypeOf(conformanceSuite).toBeCallableWith({ target: "mock", known: [{ clause: "B2MR", case: ["B2MR-256"] }] });
  // @ts-expect-error vitest has its own way to bail.
  conformanceSuite({ bail: true });
  // @ts-expect-error a known deviation names its clause.
  conformanceSuite({ known: [{ case: "B2MR-256" }] });
  // @ts-expect-error a suite is asked for by options.
  conformanceSuite();
});

test("the doors to the mock", () => {
  expectTypeOf(handlers).returns.toBeArray();
  expectTypeOf(scope).toBeFunction();
});

test("a wrapper is a function and its policy", () => {
  expectTypeOf(conformWrapper).returns.resolves.toEqualTypeOf<Report>();
  expectTypeOf(wrapperSuite).returns.toBeVoid();
  expectTypeOf<WrapperInput["dryRun"]>().toEqualTypeOf<boolean | undefined>();
  expectTypeOf(wrapperSuite).toBeCallableWith({
    importKeyPair: ({ keyName }, { endpoint }) => `${keyName} ${endpoint}`,
    policy: { onDuplicate: "throw", errorCode: (error) => (error as Error).name },
  });
  // @ts-expect-error there is no such policy.
  wrapperSuite({ importKeyPair: () => undefined, policy: { onDuplicate: "shrug" } });
  // @ts-expect-error the code under test is what it is about.
  wrapperSuite({ policy: {} });
});

test("stubs are judged by the one action under contract", () => {
  expectTypeOf(validateStub).returns.toEqualTypeOf<readonly string[]>();
  expect(stubs.error("InternalError")).toConformTo("ImportKeyPair");
  // @ts-expect-error another action is not under contract.
  expect({}).toConformTo("RunInstances");
});
