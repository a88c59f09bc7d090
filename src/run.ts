import type { Action } from "./action.ts";
import { type ConformOptions, conform } from "./conform.ts";
import { withCauses } from "./diagnose/with-causes.ts";
import { createBreaker, noBreaker } from "./drive/breaker.ts";
import { createLedger, type Ledger } from "./drive/cleanup/ledger.ts";
import { sweepRun } from "./drive/cleanup/sweep-run.ts";
import { type Clock, wallClock } from "./drive/clock.ts";
import { openGate } from "./drive/gate.ts";
import { knock, outcomeOf } from "./drive/knock.ts";
import { createRunPrefix } from "./drive/run-prefix.ts";
import { asideOf, type Session, type Tape } from "./drive/session.ts";
import { settlingPauses } from "./drive/settle.ts";
import type { RandomWish } from "./explore/random-part.ts";
import { selectAll } from "./explore/select-all.ts";
import { settle } from "./judge/settle.ts";
import { type Gating, openGating } from "./live/open-gating.ts";
import { type Greeting, greetAccount, leaveAccount, type PreparedAccount } from "./live/prepare-account.ts";
import type { Drive, Layer, Tier, VerdictKind } from "./model.ts";
import { plan } from "./plan/plan.ts";
import type { Selection } from "./plan/select.ts";
import { buildReport, reportedCase } from "./report/build-report.ts";
import type { Gate } from "./report/gating.ts";
import { inOrder, randomFacts } from "./report/random-results.ts";
import type { Report, ReportedCase, RunFacts } from "./report/report.ts";
import { worst } from "./report/score.ts";
import type { Contract } from "./spec/contract.ts";
import { counting } from "./target/counting.ts";
import type { Target } from "./target/target.ts";

export interface RunOptions extends Gate {
  readonly contract: Contract;
  readonly action: Action;
  readonly target: Target;
  readonly selection: Selection;
  readonly drives: readonly Drive[];
  readonly authority: Layer;
  readonly seed: number;
  readonly regions: readonly [string, string];
  readonly concurrency: number;
  /** Milliseconds for one exchange. */
  readonly timeout: number;
  readonly signal: AbortSignal;
  /** By which it waits and counts; the real one by default. */
  readonly clock?: Clock;
  /** What is tried at random beside the plan; nothing by default. */
  readonly random?: RandomWish;
  /** Mutating calls a second; reads may be five times as many. As fast as they come where absent, but for AWS. */
  readonly rate?: number;
  /** The most requests of any kind, cleanup included. */
  readonly maxRequests?: number;
  /** How much of the plan: for an account of somebody's. */
  readonly tier?: Tier;
  /** Where the journals of runs in accounts are. */
  readonly journals?: string;
  /** Keeps what is answered. */
  readonly tape?: Tape;
  /** Fresh keys of an earlier run, in the place of new ones. */
  readonly keys?: Readonly<Record<string, string>>;
  /**
   * Begin no further case once this says that the run can't end well: at a failure that gates. What is under way is
   * finished, so that nothing which was seen is lost.
   */
  readonly bail?: (result: ReportedCase) => boolean;
  /** Where to keep what was made and not deleted; for who must leave at once. */
  readonly ledger?: Ledger;
  /** Told after each case; for progress. */
  readonly onCase?: (done: number, all: number, verdict: VerdictKind) => void;
}

/** A run whose cases are still to be driven: what a test runner registers before anything is sent. */
export interface PreparedRun extends ConformOptions {
  readonly startedAt: Date;
  /** How many requests the target was sent so far. */
  requests(): number;
  /** In an account of somebody's. */
  readonly account?: PreparedAccount;
}

/** The Regions of a run that names none. */
export const defaultRegions = ["us-east-1", "us-west-2"] as const;

/** Draws what the plan names, and knocks at the target's door. */
export async function prepareRun(options: RunOptions): Promise<PreparedRun> {
  const { contract, action, regions, timeout, signal, drives, authority, concurrency, seed } = options;
  const clock = options.clock ?? wallClock;
  const { target, requests } = counting(options.target);
  const { replayed } = target;
  const startedAt = new Date();
  const cases = plan(contract, action, seed);
  // Plans for accounts name the time.
  const plannedAt = replayed === undefined ? startedAt : new Date(replayed.recordedAt);
  const { selected, random } = await selectAll(options, cases, plannedAt);
  const prefix = replayed?.prefix ?? createRunPrefix(startedAt);
  const drawing = replayed === undefined ? action.drawKeys(contract) : replayed.keys;
  const gating = replayed === undefined ? openGating({ ...options, clock }, prefix) : undefined;
  const quiet: Session = {
    action,
    contract,
    target,
    regions,
    timeout,
    signal,
    draws: { prefix, keys: {} },
    breaker: noBreaker,
    clock,
    ledger: options.ledger ?? createLedger(),
    gate: gating?.gate ?? openGate,
    ...(gating && { onRefusal: gating.onRefusal }),
    ...(target.settles === "late" && { settling: settlingPauses.map((pause) => (replayed === undefined ? pause : 0)) }),
    ...(options.tape && { tape: options.tape }),
  };
  // Keys take a moment to make, and a target to answer for the first time.
  const [drawn, { account, dead }] = await Promise.all([drawing, gating ? greet(quiet, options, gating) : recorded]);
  const session: Session = {
    ...quiet,
    draws: { prefix, keys: { ...drawn, ...options.keys } },
    // A recording has its silences written down.
    breaker: replayed === undefined ? createBreaker(async () => outcomeOf(await knock(quiet)), dead) : noBreaker,
  };
  return {
    contract,
    action,
    plan: cases,
    selected,
    session,
    drives,
    authority,
    concurrency,
    ...(random && { random }),
    startedAt,
    requests,
    ...(account && { account }),
  };
}

/** Nobody is greeted where a recording answers. */
const recorded: Greeting = {};

/** The first exchange, and what it tells of the rest. */
async function greet(session: Session, options: RunOptions, gating: Gating): Promise<Greeting> {
  if (options.target.account !== undefined) return greetAccount(session, options, gating);
  const firstContact = await knock(session);
  const isSilent = outcomeOf(firstContact) === "silent";
  return { ...(isSilent && { dead: `nobody answers: ${firstContact.trouble?.why}` }) };
}

/** Runs everything and reports it; also what was seen before a stop, and of a target that never answered. */
export async function runConformance(options: RunOptions): Promise<Report> {
  const halt = new AbortController();
  const prepared = await prepareRun(options);
  const { session, selected, random } = prepared;
  const results: ReportedCase[] = [];
  // What is found beside them was not planned, and is not counted.
  const planned = selected.cases.length + (random?.properties.length ?? 0);
  let done = 0;
  for await (const result of conform({ ...prepared, halt: halt.signal })) {
    const { regions } = result.case.nameless ? asideOf(session) : session;
    const reported = reportedCase(result, regions, options.action);
    results.push(reported);
    const verdict = worst(result.verdicts.map((one) => one.verdict));
    if (result.random?.replay === undefined) done++;
    options.onCase?.(done, planned, verdict);
    if (options.bail?.(reported)) halt.abort();
  }
  return finishRun(options, prepared, inOrder(results), done < selected.cases.length);
}

async function finishRun(
  options: RunOptions,
  prepared: PreparedRun,
  results: readonly ReportedCase[],
  partial: boolean,
): Promise<Report> {
  const { session, startedAt } = prepared;
  const left =
    prepared.account === undefined
      ? await sweepRun(prepared)
      : await leaveAccount(options, prepared, prepared.account, results);
  const facts: RunFacts = {
    id: session.draws.prefix,
    startedAt: startedAt.toISOString(),
    seconds: (Date.now() - startedAt.getTime()) / 1000,
    seed: options.seed,
    authority: options.authority,
    level: options.level,
    ...(options.asOf !== undefined && { asOf: options.asOf }),
    drives: options.drives,
    regions: [...new Set(session.regions)],
    shard: options.selection.shard ?? null,
    requests: prepared.requests(),
    partial,
    keys: session.draws.keys,
    ...left,
    ...randomFacts(options.random, results),
  };
  const settled = settle(options.contract, options.action.accepts, results, options.asOf);
  const { recordedAt } = options.target.replayed ?? {};
  const target = { ...options.target, ...(recordedAt !== undefined && { recordedAt }) };
  return withCauses(options.contract, options.action, buildReport(options.contract, target, facts, settled));
}
