import { expect, test } from "vitest";
import { contract } from "../testing/observations.ts";

const clauses = [...contract.clauses.values()];
const kinds = (ids: readonly string[] = []): string[] => ids.map((id) => contract.sources.get(id)?.kind ?? "missing");

test("observed grounds cite an observation, documented ones a document", () => {
  const unseen = clauses.filter(({ observed }) => observed && !kinds(observed.sources).includes("observed"));
  const unsaid = clauses.filter(({ documented }) => documented && !kinds(documented.sources).includes("documented"));
  expect({ unseen, unsaid }).toEqual({ unseen: [], unsaid: [] });
});

test("a message is judged only where AWS's own text is recorded, and never gates", () => {
  const judged = clauses.filter(({ check }) => check === "message-text");
  expect(judged.filter(({ level, observed }) => level !== "should" || observed === undefined)).toEqual([]);
  expect(judged.filter(({ expect: wanted }) => (wanted?.messages ?? []).length === 0)).toEqual([]);
  expect(judged.length).toBeGreaterThan(3);
});

test("what was inferred rests on nothing else, and is a should", () => {
  const inferred = clauses.filter((clause) => clause.inferred !== undefined);
  expect(inferred.filter(({ documented, observed, level }) => documented || observed || level !== "should")).toEqual(
    [],
  );
  expect(inferred.length).toBeGreaterThan(10);
});
