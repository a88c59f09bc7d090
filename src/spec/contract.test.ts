import { expect, test } from "vitest";
import { constraintSites } from "../plan/constraint-sites.ts";
import { contract } from "../testing/observations.ts";
import { isOpen } from "./is-open.ts";

const clauses = [...contract.clauses.values()];

test("ids are permanent: one that is gone, or says something else, shows in this snapshot", () => {
  expect(clauses.map(({ id, level, text }) => `${id} ${level}: ${text}`).sort()).toMatchSnapshot();
});

test("every constraint of the request has exactly one clause", () => {
  const pointers = clauses.flatMap(({ constraints = [] }) => constraints);
  const sites = constraintSites(contract.schemas, "ImportKeyPairRequest").map(({ pointer }) => pointer);
  expect(pointers.filter((pointer) => /Request\/|TagSpecification\/|Tag\//.test(pointer)).sort()).toEqual([...sites].sort());
  expect(sites.length).toBeGreaterThan(15);
});

test.for(clauses.map((clause) => [clause.id, clause] as const))("%s is open, or rests on something that fits its level", ([, clause]) => {
  const { level, inferred, documented, observed, expect: wanted, check, text } = clause;
  if (isOpen(clause)) {
    expect(level).toBe("may");
    expect(text).toMatch(/not known|open|but not which/);
  } else {
    expect([documented, observed, inferred].filter((grounds) => grounds !== undefined)).not.toEqual([]);
    if (inferred !== undefined) expect([documented, observed, level]).toEqual([undefined, undefined, "should"]);
  }
  expect(check === undefined || check !== "accepted" || wanted?.accepted).toBeTruthy();
});

test("observed grounds cite an observation, documented ones a document or a published model", () => {
  const kinds = (ids: readonly string[] = []): string[] => ids.map((id) => contract.sources.get(id)?.kind ?? "missing");
  for (const { observed } of clauses) expect(new Set(kinds(observed?.sources))).not.toContain("missing");
  const seen = clauses.filter(({ observed }) => observed !== undefined);
  expect(seen.filter(({ observed }) => !kinds(observed?.sources).includes("observed")).map(({ id }) => id)).toEqual([]);
  const documented = clauses.filter((clause) => clause.documented !== undefined);
  expect(documented.filter((clause) => !kinds(clause.documented?.sources).includes("documented")).map(({ id }) => id)).toEqual([]);
});

test("a message is judged only where AWS's own text is recorded, and never gates", () => {
  const judged = clauses.filter(({ check }) => check === "message-text");
  expect(judged.length).toBeGreaterThan(3);
  for (const { level, observed, expect: wanted } of judged) {
    expect(level).toBe("should");
    expect(observed?.sources.length).toBeGreaterThan(0);
    expect(wanted?.messages?.length).toBeGreaterThan(0);
  }
});
