import { describe, expect, test } from "vitest";
import { materialsOf } from "../../src/actions/import-key-pair/cases/materials.ts";
import { importKeyPair } from "../../src/actions/import-key-pair/import-key-pair.ts";
import { checkOf } from "../../src/judge/checks/protocol-checks.ts";
import { constraintSites } from "../../src/plan/constraint-sites.ts";
import { plan } from "../../src/plan/plan.ts";
import { isOpen } from "../../src/spec/grounds.ts";
import { resolvePointer } from "../../src/spec/pointer.ts";
import { changedContract } from "./changed-contract.ts";
import { clauses, contract } from "./contract.ts";

const clauseFile = "import-key-pair.clauses.yaml";
const groundsOf = ({ documented, observed }: (typeof clauses)[number]) =>
  [documented, observed].filter((one) => one !== undefined);

describe("constraints", () => {
  const pointers = clauses.flatMap(({ constraints = [] }) => constraints);

  test("every constraint keyword of the request has exactly one clause", () => {
    const sites = constraintSites(contract.schemas, "ImportKeyPairRequest").map(({ pointer }) => pointer);
    expect(sites.filter((site) => pointers.filter((pointer) => pointer === site).length !== 1)).toEqual([]);
    expect(sites.length).toBeGreaterThan(15);
  });

  test("every pointer of a clause points at something", () => {
    const root = { components: { schemas: contract.schemas } };
    expect(pointers.filter((pointer) => resolvePointer(root, pointer) === undefined)).toEqual([]);
  });

  test("a pointer at nothing, and a keyword without a clause, are refused", () => {
    const dangling = () => changedContract(clauseFile, "/KeyName/maxLength]", "/KeyName/maxLenght]");
    expect(dangling).toThrow(/constraint .*maxLenght points at nothing/);
    const orphan = changedContract(clauseFile, /\n {2}constraints: \[\S*\/KeyName\/maxLength\]/, "");
    expect(() => plan(orphan, importKeyPair)).toThrow(/KeyName\/maxLength: no clause has it/);
  });
});

describe("grounds", () => {
  test("every source that is cited exists, and says where it is to be found", () => {
    const cited = clauses.flatMap((clause) => groundsOf(clause).flatMap(({ sources }) => sources));
    expect(cited.filter((id) => !contract.sources.has(id))).toEqual([]);
    const placeless = cited.filter(
      (id) => contract.sources.get(id)?.url === undefined && contract.sources.get(id)?.text === undefined,
    );
    expect(placeless).toEqual([]);
  });

  test("nothing is said without a source, an inference, or being open", () => {
    expect(clauses.filter((clause) => groundsOf(clause).some(({ sources }) => sources.length === 0))).toEqual([]);
    expect(
      clauses.filter(({ inferred, level }) => inferred === "" || (inferred !== undefined && level === "must")),
    ).toEqual([]);
    expect(clauses.filter((clause) => isOpen(clause) && clause.level !== "may")).toEqual([]);
  });

  test("a source that is not in the bibliography is refused", () => {
    expect(() => changedContract(clauseFile, "api-import-key-pair-name,", "hearsay,")).toThrow(
      /source hearsay is not in/,
    );
  });
});

describe("checks", () => {
  test("every name of a check is that of a check", () => {
    const ofClauses = clauses.flatMap(({ check, holds }) => (holds === undefined ? (check ?? []) : (check ?? "")));
    const ofCases = plan(contract, importKeyPair).flatMap(({ judgements }) => judgements.map(({ check }) => check));
    for (const name of new Set([...ofClauses, ...ofCases])) if (name !== "open") checkOf(importKeyPair, name);
  });
});

describe("key material", () => {
  test("is expected to be what its clause says", () => {
    const wrong = materialsOf(contract).filter(({ clause: id, expect: outcome }) => {
      const clause = contract.clauses.get(id);
      // An open kind may also lie between what a clause wants accepted and what it wants refused.
      if (clause === undefined || outcome === "open") return clause === undefined;
      return (
        isOpen(clause) || (outcome === "accepted" ? !clause.expect?.accepted : clause.expect?.refused === undefined)
      );
    });
    expect(wrong.map(({ name, clause, expect: outcome }) => `${name}: ${outcome} by ${clause}`)).toEqual([]);
  });
});
