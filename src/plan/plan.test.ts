import { expect, test } from "vitest";
import { importKeyPair } from "../actions/import-key-pair/import-key-pair.ts";
import { SpecError } from "../errors.ts";
import { checkOf } from "../judge/checks/protocol-checks.ts";
import type { Case, Clause, Value } from "../model.ts";
import { isOpen } from "../spec/grounds.ts";
import { contract } from "../testing/observations.ts";
import { plan } from "./plan.ts";

const cases = plan(contract, importKeyPair);
const byId = new Map(cases.map((planned) => [planned.id, planned]));

test("a plan is data", () => {
  expect(JSON.parse(JSON.stringify(cases))).toEqual(cases);
});

test("titles name the value tried, each once in its clause", () => {
  const titles = cases.map(({ clauses, title }) => `${clauses[0]} ${title}`);
  expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
});

test("every clause has a case, or holds for exchanges of a kind", () => {
  const planned = new Set(cases.flatMap(({ clauses }) => clauses));
  expect(
    [...contract.clauses.values()]
      .filter(({ id, holds }) => holds === undefined && !planned.has(id))
      .map(({ id }) => id),
  ).toEqual([]);
});

test.for(cases.map((planned) => [planned.id, planned] as const))("%s is whole", ([, planned]) => {
  const steps = planned.steps.map(({ id }) => id);
  expect(new Set(steps).size).toBe(steps.length);
  expect(planned.judgements.map(({ clause }) => clause)).toEqual(expect.arrayContaining([...planned.clauses]));
  for (const { clause, check, steps: judged } of planned.judgements) {
    expect(contract.clauses.has(clause)).toBe(true);
    expect(planned.clauses).toContain(clause);
    expect(steps).toEqual(expect.arrayContaining([...judged]));
    if (check !== "open") expect(() => checkOf(importKeyPair, check)).not.toThrow();
  }
});

/** How many fields of two requests differ; lists of different lengths, and draws, are one field. */
function differences(one: Value | undefined, other: Value | undefined): number {
  if (JSON.stringify(one) === JSON.stringify(other)) return 0;
  if (Array.isArray(one) && Array.isArray(other) && one.length === other.length) {
    return one.reduce<number>((sum, item, at) => sum + differences(item as Value, other[at] as Value), 0);
  }
  if (!isRecord(one) || !isRecord(other)) return 1;
  const [left, right]: Readonly<Record<string, Value>>[] = [one, other];
  const fields = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...fields].reduce((sum, field) => sum + differences(left?.[field], right?.[field]), 0);
}

function isRecord(value: Value | undefined): value is Readonly<Record<string, Value>> {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject && !Object.keys(value).some((key) => key.startsWith("$"));
}

const negatives = cases.filter(
  ({ steps, judgements }) => steps.length === 1 && judgements.some(({ check }) => check === "refused"),
);

test.for(
  negatives
    .filter(({ steps }) => steps[0]?.action === "ImportKeyPair")
    .map((planned) => [planned.id, planned] as const),
)("%s has a valid twin that differs from it in exactly one field", ([, planned]: readonly [string, Case]) => {
  const twin = byId.get(planned.twin ?? "");
  expect(twin?.judgements).toEqual([{ clause: "M3P2", check: "accepted", steps: ["request"] }]);
  const [step] = planned.steps;
  // A dry run can be no twin, as AWS refuses it too; what a negative dry run gets wrong is something else.
  const { DryRun: _, ...fields } = step?.input ?? {};
  // What is set on the wire is not what the model's field says, and counts there.
  const set = step?.wire?.set ?? {};
  const twinned = Object.entries(twin?.steps[0]?.input ?? {}).filter(([name]) => name in set);
  const input = { ...fields, ...Object.fromEntries(twinned) };
  const said = fieldsSet(set) + (step?.as === undefined ? 0 : 1) + (step?.wire?.tamper === undefined ? 0 : 1);
  expect(differences(input, twin?.steps[0]?.input) + said).toBe(1);
});

test("a case of an open clause judges nobody", () => {
  for (const { judgements } of cases) {
    for (const { clause, check } of judgements)
      if (isOpen(contract.clauses.get(clause) as Clause)) expect(check).toBe("open");
  }
  expect(cases.some(({ judgements }) => judgements.every(({ check }) => check === "open"))).toBe(true);
});

test("what can have no name is marked, so that it runs alone", () => {
  expect(cases.filter(({ nameless }) => nameless).map(({ id }) => id)).toEqual(
    expect.arrayContaining(["Q7UC-absent", "G2R9-empty", "F7NH-name", "U2R2-name-material", "U2R2-nothing"]),
  );
});

test.for([
  {
    given: "a constraint without a clause",
    break: (clauses: Map<string, Clause>) => clauses.delete("Q7UC"),
    want: "no clause has it among its constraints",
  },
  {
    given: "no clause that a valid request is accepted",
    break: (clauses: Map<string, Clause>) => clauses.delete("M3P2"),
    want: "the clause M3P2 is missing",
  },
  {
    given: "two cases of one id",
    break: (clauses: Map<string, Clause>) => {
      const clause = clauses.get("G6JG") as Clause;
      clauses.set("G6JG", { ...clause, cases: [...(clause.cases ?? []), ...(clause.cases ?? [])] });
    },
    want: "two cases have this id",
  },
  {
    given: "material of an unknown clause",
    break: (clauses: Map<string, Clause>) => clauses.delete("W3QB"),
    want: "there is no clause W3QB",
  },
  {
    given: "a check that does not exist",
    break: (clauses: Map<string, Clause>) => clauses.set("F8AB", { ...(clauses.get("F8AB") as Clause), check: "nope" }),
    want: /F8AB: there is no check named nope\nName one of accepted, answered, /,
  },
  {
    given: "a clause of every exchange without a check",
    break: (clauses: Map<string, Clause>) => {
      const { check: _, ...clause } = clauses.get("F8AB") as Clause;
      clauses.set("F8AB", clause);
    },
    want: "F8AB: it holds for every exchange, but names no check",
  },
])("$given is a mistake in the contract", ({ break: spoil, want }) => {
  const clauses = new Map(contract.clauses);
  spoil(clauses);
  const make = (): unknown => plan({ ...contract, clauses }, importKeyPair);
  expect(make).toThrow(SpecError);
  expect(make).toThrow(want);
});

test("a case that names a check which does not exist is a mistake too", () => {
  const { "finds-only": _, ...checks } = importKeyPair.checks;
  expect(() => plan(contract, { ...importKeyPair, checks })).toThrow(/E9KF-found: there is no check named finds-only/);
});

/** How many fields are set or removed; one that gets another name is one field. */
function fieldsSet(set: Readonly<Record<string, unknown>>): number {
  const names = Object.keys(set).map((name) => name.toLowerCase());
  return new Set(names).size;
}
