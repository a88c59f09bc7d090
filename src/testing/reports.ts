import type { Exchange, VerdictKind } from "../model.ts";
import { describeClause } from "../report/describe-clause.ts";
import type { Report, ReportedCase, ReportedClause, RunFacts } from "../report/report.ts";
import { scoreOf } from "../report/score.ts";
import { clauseOf } from "./observations.ts";

/** A small report, made by hand. */
export function reportOf(parts: {
  readonly clauses?: readonly ReportedClause[];
  readonly cases?: readonly ReportedCase[];
  readonly run?: Partial<RunFacts>;
  readonly target?: Report["target"];
}): Report {
  const { clauses = [], cases = [], target = { name: "small", endpoint: "http://small.test/" } } = parts;
  const run: RunFacts = {
    id: "ec2c-tp09c0-00000000-0000",
    startedAt: "2026-11-24T12:00:00.000Z",
    seconds: 1.25,
    seed: 1,
    authority: "observed",
    level: "must",
    drives: ["raw", "sdk"],
    regions: ["us-east-1", "us-west-2"],
    shard: null,
    requests: 7,
    partial: false,
    keys: {},
    leftovers: [],
    ...parts.run,
  };
  return {
    schemaVersion: "1",
    tool: { name: "ec2-contract", version: "0.0.0" },
    contract: { action: "ImportKeyPair", apiVersion: "2016-11-15", sha256: "0".repeat(64) },
    target,
    run,
    score: scoreOf(clauses),
    clauses,
    cases,
  };
}

/** A clause of the contract with this verdict. */
export function clauseWith(id: string, verdict: VerdictKind, parts: Partial<ReportedClause> = {}): ReportedClause {
  return { ...describeClause(clauseOf(id)), verdict, documented: null, observed: null, cases: [], ...parts };
}

export function caseWith(id: string, parts: Partial<ReportedCase> = {}): ReportedCase {
  return {
    id,
    title: `the case ${id}`,
    area: "name",
    verdicts: [],
    disagreements: [],
    repro: { curl: null, aws: null },
    exchanges: [],
    ...parts,
  };
}

export function exchangeWith(parts: Partial<Exchange> = {}): Exchange {
  return {
    step: "request",
    action: "ImportKeyPair",
    drive: "raw",
    request: {
      method: "POST",
      url: "http://small.test/",
      headers: { "content-type": "application/x-www-form-urlencoded", authorization: "***" },
      body: "Action=ImportKeyPair&KeyName=n",
    },
    response: { status: 200, headers: { "content-type": "text/xml" }, body: "<ImportKeyPairResponse/>" },
    milliseconds: 2,
    ...parts,
  };
}
