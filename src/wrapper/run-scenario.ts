import { messageOf } from "../errors.ts";
import type { Exchange, Verdict } from "../model.ts";
import type { ReportedCase } from "../report/report.ts";
import { isOpen } from "../spec/grounds.ts";
import { dummyCredentials } from "../target/target.ts";
import { checks, looksAtSent } from "./checks/checks.ts";
import type { ScenarioJudged, ScenarioView } from "./checks/view.ts";
import { type DrawnScenario, drawScenario, type WrapperInput } from "./draw-scenario.ts";
import type { WrapperContract } from "./load-scenarios.ts";
import type { NetworkKind, Unproducible } from "./networks/network.ts";
import { CommandFailed, type Outcome, outcomeLine } from "./outcome.ts";
import type { WrapperLacks, WrapperPolicy } from "./policy.ts";
import type { WrapperResult } from "./read-result.ts";
import type { Scenario } from "./scenario.ts";
import { createScriptedNetwork, type ScriptedNetwork } from "./scripted-network.ts";
import { exchangeOf } from "./sent-call.ts";
import { readWorld } from "./world.ts";

/** Where the caller's code finds EC2: what an SDK's client is made with. */
export interface WrapperTarget {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** The code under test. `signal` ends when the scenario is over: processes are to end with it. */
export type Wrapper = (input: WrapperInput, target: WrapperTarget, signal: AbortSignal) => unknown;

export interface ScenarioRunner {
  readonly contract: WrapperContract;
  readonly rules: object;
  readonly known: ScenarioView["known"];
  readonly wrapper: Wrapper;
  readonly read: (output: unknown) => WrapperResult;
  readonly failed: (output: unknown) => boolean;
  readonly network: NetworkKind;
  readonly policy: WrapperPolicy;
  readonly lacks: WrapperLacks;
  /** Milliseconds for one scenario. */
  readonly timeout: number;
  /** Ends the calls that are under way. */
  readonly signal?: AbortSignal;
  readonly prefix: string;
  readonly keys: Readonly<Record<string, string>>;
  /** What it tells of a plain import: made once, when it is first asked for. */
  readonly usual: () => Promise<WrapperResult>;
}

/** A scenario's result, as a report holds it. */
export interface ScenarioResult extends ReportedCase {
  readonly outcome?: Outcome;
}

/** Puts the wrapper through one scenario and judges what it did. */
export async function runScenario(runner: ScenarioRunner, scenario: Scenario): Promise<ScenarioResult> {
  const { contract, policy } = runner;
  const clauses = { ...scenario.judges, ...contract.always };
  const all = (verdict: Verdict["verdict"], why: string): ScenarioResult =>
    reported(
      scenario,
      [],
      Object.keys(scenario.judges).map((clause) => ({ clause, drive: "wrapper", verdict, why })),
    );
  const lacking = skippedFor(scenario, runner);
  if (lacking !== undefined) return all("skip", lacking);
  if (scenario.requires !== undefined && policy[scenario.requires] === undefined)
    return all("open", `the policy says nothing of ${scenario.requires}: it was not run`);
  const { view, exchanges } = await look(runner, scenario);
  const verdicts = Object.entries(clauses).map(([clause, check]) => verdictOf(runner, view, clause, check));
  return { ...reported(scenario, exchanges, verdicts), outcome: view.outcome };
}

/** What the wrapper tells of a plain import; nothing where that fails. */
export async function usualResult(runner: Omit<ScenarioRunner, "usual">): Promise<WrapperResult> {
  const [plain] = runner.contract.scenarios;
  if (plain === undefined) return {};
  const { view } = await look({ ...runner, usual: async () => ({}) }, plain);
  return view.result;
}

function skippedFor({ ask, network = [] }: Scenario, { lacks, network: kind }: ScenarioRunner): string | undefined {
  if (lacks.tags !== undefined && (ask.tags !== undefined || ask.manyTags !== undefined)) return `tags: ${lacks.tags}`;
  if (lacks["dry-run"] !== undefined && ask.dryRun) return `dry-run: ${lacks["dry-run"]}`;
  for (const { answer } of network) {
    const needed: keyof Unproducible | undefined =
      "lost" in answer ? answer.lost : "silent" in answer ? "silent" : undefined;
    if (needed !== undefined && kind.cannot[needed] !== undefined) return kind.cannot[needed];
  }
  return undefined;
}

async function look(
  runner: ScenarioRunner,
  scenario: Scenario,
): Promise<{ readonly view: ScenarioView; readonly exchanges: readonly Exchange[] }> {
  const { contract, policy, known } = runner;
  const usual = await runner.usual();
  const drawn = drawScenario(scenario, runner.prefix, runner.keys);
  const network = await createScriptedNetwork(drawn, runner.rules);
  const outcome = await call(runner, drawn, network);
  const sent = [...network.sent];
  const held = await readWorld(network.world, contract.base);
  const output = outcome.kind === "returned" ? outcome.output : undefined;
  const view: ScenarioView = {
    drawn,
    policy,
    sent,
    outcome,
    result: outcome.kind === "returned" ? runner.read(output) : {},
    usual,
    saysFailed: outcome.kind === "returned" && runner.failed(output),
    held,
    known,
  };
  return { view, exchanges: sent.map(exchangeOf) };
}

/** Runs the caller's code with its network; a call that does not end is left to itself. */
async function call(runner: ScenarioRunner, drawn: DrawnScenario, network: ScriptedNetwork): Promise<Outcome> {
  const { endpoint, close, leave } = await runner.network.open(network.transport, drawn.region);
  const over = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const cutOff = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve({ kind: "cut-off", after: runner.timeout }), runner.timeout);
  });
  const began = performance.now();
  const stopped = new Promise<Outcome>((resolve) => {
    const stop = (): void => resolve({ kind: "cut-off", after: Math.round(performance.now() - began) });
    if (runner.signal?.aborted) stop();
    runner.signal?.addEventListener("abort", stop, { once: true, signal: over.signal });
  });
  let stormed = false;
  const storm = network.storm.then((): Outcome => {
    stormed = true;
    return { kind: "cut-off", after: Math.round(performance.now() - began) };
  });
  const target = { endpoint, region: drawn.region, credentials: dummyCredentials };
  const running = (async (): Promise<Outcome> => {
    try {
      return { kind: "returned", output: await runner.wrapper(drawn.input, target, over.signal) };
    } catch (error) {
      return { kind: "threw", error };
    }
  })();
  try {
    return await Promise.race([running, cutOff, storm, stopped]);
  } finally {
    clearTimeout(timer);
    over.abort();
    network.close();
    // Whoever sends without an end would go on at once if its connection ended: it is left waiting.
    await (stormed ? leave() : close());
  }
}

function verdictOf({ contract }: ScenarioRunner, view: ScenarioView, clause: string, name: string): Verdict {
  const drive = "wrapper";
  const check = checks[name];
  if (check === undefined) throw new Error(`there is no check named ${name}`);
  const { outcome } = view;
  let judged: ScenarioJudged;
  try {
    judged =
      outcome.kind === "cut-off" && !looksAtSent.has(name)
        ? { kind: "open", why: `it ${outcomeLine(outcome)}` }
        : check(view);
  } catch (cause) {
    return { clause, drive, verdict: "error", why: `the check ${name} failed: ${messageOf(cause)}` };
  }
  if (judged.kind === "fail")
    return { clause, drive, verdict: "fail", expected: judged.expected, actual: judged.actual };
  if (judged.kind === "open") return { clause, drive, verdict: "open", why: judged.why };
  const open = contract.clauses.get(clause);
  return { clause, drive, verdict: open !== undefined && isOpen(open) ? "open" : "pass" };
}

function reported(scenario: Scenario, exchanges: readonly Exchange[], verdicts: readonly Verdict[]): ScenarioResult {
  const { id, title, area } = scenario;
  return { id, title, area, verdicts, disagreements: [], repro: { curl: null, aws: null }, exchanges };
}

/** Whether an output says by itself that the call failed: as commands and results do that throw nothing. */
export function saysFailed(output: unknown): boolean {
  if (output instanceof Error || output instanceof CommandFailed) return true;
  if (typeof output !== "object" || output === null) return false;
  const { ok, success } = output as { readonly ok?: unknown; readonly success?: unknown };
  return ok === false || success === false;
}
