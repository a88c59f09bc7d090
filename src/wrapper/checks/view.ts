import type { Finding } from "../../model.ts";
import type { DrawnScenario } from "../draw-scenario.ts";
import type { Outcome } from "../outcome.ts";
import type { WrapperPolicy } from "../policy.ts";
import type { WrapperResult } from "../read-result.ts";
import type { SentCall } from "../sent-call.ts";
import type { HeldKeyPair } from "../world.ts";

/** What a check may look at: one scenario, as it went. */
export interface ScenarioView {
  readonly drawn: DrawnScenario;
  readonly policy: WrapperPolicy;
  readonly sent: readonly SentCall[];
  readonly outcome: Outcome;
  /** What the output tells; empty where it threw. */
  readonly result: WrapperResult;
  /** What it tells of a plain import. */
  readonly usual: WrapperResult;
  /** It returned normally, and said by its output that it failed. */
  readonly saysFailed: boolean;
  readonly held: readonly HeldKeyPair[];
  /** The parameters that each action knows, with `N` for the numbers. */
  readonly known: Readonly<Record<string, ReadonlySet<string>>>;
}

export type ScenarioJudged =
  | { readonly kind: "pass" }
  | ({ readonly kind: "fail" } & Finding)
  /** The policy says nothing, or nothing was seen to judge: recorded. */
  | { readonly kind: "open"; readonly why: string };

/** Judges one clause in one scenario. Pure. */
export type ScenarioCheck = (view: ScenarioView) => ScenarioJudged;

export const pass: ScenarioJudged = { kind: "pass" };

export function fail(expected: string, actual: string): ScenarioJudged {
  return { kind: "fail", expected, actual };
}

export function open(why: string): ScenarioJudged {
  return { kind: "open", why };
}

/** The imports of the name that was asked for: a wrapper may import other keys on its way. */
export function importsOf({ sent, drawn }: ScenarioView): readonly SentCall[] {
  const imports = sent.filter(({ action }) => action === "ImportKeyPair");
  const named = imports.filter(({ parameters }) => parameters.get("KeyName") === drawn.input.keyName);
  return named.length > 0 ? named : imports;
}

/** Judges each import that was sent; none is nothing to judge by this clause. */
export function eachImport(view: ScenarioView, look: (call: SentCall) => ScenarioJudged): ScenarioJudged {
  const imports = importsOf(view);
  if (imports.length === 0) return open("it sent no ImportKeyPair");
  return imports.map(look).find(({ kind }) => kind === "fail") ?? pass;
}

/** Whether the call of the wrapper was a success by its own account. */
export function succeeded({ outcome, saysFailed }: ScenarioView): boolean {
  return outcome.kind === "returned" && !saysFailed;
}

/** The key pair of the asked name, as it is in the end. */
export function heldOf({ held, drawn }: ScenarioView): HeldKeyPair | undefined {
  return held.find(({ keyName }) => keyName === drawn.input.keyName);
}

/** The code of the last import's refusal; empty where it was accepted, or lost. */
export function codeOf(view: ScenarioView): string {
  const answer = importsOf(view).at(-1)?.answer;
  return (answer?.kind === "answered" && answer.code) || "";
}
