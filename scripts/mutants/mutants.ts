/** One small bug in the engine, put there by hand, and the unit tests that must see it. */
export interface Mutant {
  /** Below `src/`. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  /** Test files below `src/`. */
  readonly tests: readonly string[];
}

const judge = { file: "judge/judge.ts", tests: ["judge/judge.test.ts"] };
const preconditions = { file: "judge/preconditions.ts", tests: ["judge/judge.test.ts"] };
const ledger = { file: "judge/ledger.ts", tests: ["judge/settle.test.ts"] };
const rules = { file: "judge/settling-rules.ts", tests: ["judge/settle.test.ts"] };
const twin = { file: "judge/judging.ts", tests: ["run.test.ts"] };
const conform = { file: "conform.ts", tests: ["run.test.ts"] };
const scoped = { file: "judge/scoped-clauses.ts", tests: ["judge/judge.test.ts"] };
const keyword = (name: string) => ({ file: `plan/keywords/${name}.ts`, tests: ["plan/keywords/generators.test.ts"] });
const known = (name: string) => ({ file: `known/${name}.ts`, tests: [`known/${name}.test.ts`] });
const observe = { file: "wire/observe.ts", tests: ["wire/observe.test.ts"] };
const exchange = { file: "drive/exchange.ts", tests: ["drive/exchange.test.ts"] };
const score = { file: "report/score.ts", tests: ["report/score.test.ts"] };
const gating = { file: "report/gating.ts", tests: ["report/gating.test.ts"] };
const exit = { file: "report/exit-code.ts", tests: ["report/exit-code.test.ts"] };

export const mutants: readonly Mutant[] = [
  {
    ...judge,
    find: 'check === "refused" && twin?.accepted === false',
    replace: "check === 'open' && twin?.accepted === false",
  },
  { ...judge, find: "if (seen.length < steps.length)", replace: "if (seen.length < 0)" },
  {
    ...preconditions,
    find: 'const failed = verdicts.find(({ verdict }) => verdict === "fail");',
    replace: "const failed = undefined;",
  },
  { ...preconditions, find: "if (other !== undefined || verdicts.length === 0)", replace: "if (other !== undefined)" },
  { ...judge, find: 'if (check === "open" || isOpen(clause))', replace: "if (isOpen(clause))" },
  { ...judge, find: 'authority === "observed" ? (observed', replace: "authority !== 'observed' ? (observed" },
  {
    ...judge,
    find: "clause.needs?.find((capability) => judging.lacks[capability] !== undefined)",
    replace: "clause.needs?.find(() => false)",
  },
  { ...preconditions, find: "planned.steps.slice(0, last + 1)", replace: "planned.steps.slice(last)" },
  { ...preconditions, find: 'silence !== "judged"', replace: "silence === 'judged'" },

  { ...conform, find: "session.signal.aborted || halt?.aborted === true", replace: "session.signal.aborted" },
  { ...conform, find: "session.signal.aborted || halt?.aborted === true", replace: "halt?.aborted === true" },
  {
    ...conform,
    find: "planned.needs.find((capability) => session.target.lacks[capability] !== undefined)",
    replace: "planned.needs.find(() => false)",
  },
  {
    ...twin,
    find: 'if (first?.kind === "output") return { accepted: true };',
    replace: "if (first) return { accepted: true };",
  },

  { ...ledger, find: "rank(contract, one) < rank(contract, other)", replace: "false" },
  { ...ledger, find: " && !later.has(one)", replace: "" },
  { ...rules, find: "clauses.length < commonAnswer", replace: "clauses.length < 2" },
  { ...rules, find: "theirs.length > 0 && !passing.has(base)", replace: "theirs.length > 0" },
  { ...rules, find: "if (isTheirs && ", replace: "if (" },

  { ...scoped, find: " && isToBeAccepted(planned, step.id)", replace: "" },
  { ...scoped, find: "among === undefined || planned.clauses.some((id) => among.includes(id))", replace: "true" },
  {
    ...scoped,
    find: 'success: (_, __, { kind }) => kind === "output"',
    replace: "success: (_, __, { kind }) => kind === 'error'",
  },

  { ...keyword("length"), find: "Math.max(most, ...disputed) + 1", replace: "most + 1" },
  { ...keyword("length"), find: "Math.floor(most / 4) * 3", replace: "most" },
  {
    ...keyword("generators"),
    find: 'fits(value) ? "accepted" : "refused"',
    replace: "fits(value) ? 'refused' : 'accepted'",
  },
  { ...keyword("generators"), find: 'allowed.includes(value) ? "accepted" : "refused"', replace: "'accepted'" },
  {
    ...keyword("items"),
    find: 'ofCount(context, most + 1, "refused")',
    replace: "ofCount(context, most + 2, 'refused')",
  },

  { ...known("match-known"), find: "if (entry.flaky) continue;", replace: "" },
  { ...known("match-known"), find: "for (const id of listed) excused.add(id);", replace: "" },
  { ...known("match-known"), find: "review < today", replace: "review <= today" },
  { ...known("read-known"), find: "one.target !== other.target || ", replace: "" },
  { ...known("update-known"), find: "!passed.includes(id)", replace: "passed.includes(id)" },

  { ...observe, find: "if (!passingStatuses.has(response.status)) return undefined;", replace: "return undefined;" },
  {
    ...observe,
    find: "isThrottling(error.code) || ",
    replace: "",
  },
  { ...observe, find: "Object.hasOwn(contract.errors, error.code)", replace: "false" },

  { ...exchange, find: "readBody(response, maxBody)", replace: "readBody(response, maxBody * 1e6)" },
  { ...exchange, find: 'throw kind === "reset"', replace: "throw kind !== 'reset'" },
  { ...exchange, find: "response.status,\n", replace: "200,\n" },

  { ...score, find: "ratio(judged, clauses.length - open)", replace: "ratio(judged, clauses.length)" },
  { ...score, find: "ratio(failed, judged)", replace: "ratio(failed, clauses.length)" },
  { ...score, find: '"error", "fail", "indeterminate"', replace: "'error', 'indeterminate', 'fail'" },

  { ...exit, find: "failed.has(clause.blockedBy)", replace: "true" },
  { ...exit, find: " &&\n      !isLater(clause, run.asOf)", replace: "" },
  {
    ...gating,
    find: "levels.indexOf(clause.level) <= levels.indexOf(level)",
    replace: "levels.indexOf(clause.level) < levels.indexOf(level)",
  },
  { ...gating, find: " && !isLater(clause, asOf)", replace: "" },
];
