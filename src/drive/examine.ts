import { messageOf } from "../errors.ts";
import type { BoundInput, Case, Drive, Exchange, Observation, Output, Step } from "../model.ts";
import { observe } from "../observe.ts";
import { caseName } from "../plan/case-name.ts";
import { type Binding, bindInput } from "./bind.ts";
import { cleanUp } from "./clean-up.ts";
import { driveRaw } from "./raw.ts";
import type { SdkDrive } from "./sdk.ts";
import type { Session } from "./session.ts";

/** What one drive saw of one case. */
export interface Sighting {
  readonly drive: Drive;
  readonly observations: readonly Observation[];
  /** Exchanges of the cleanup; judged by nobody. */
  readonly cleanup: readonly Exchange[];
  /** What broke in the harness itself. */
  readonly error?: string;
}

/** Whether a drive can say the case at all: only the raw drive says what no SDK would. */
export function canSay(drive: Drive, planned: Case): boolean {
  return drive === "raw" || planned.steps.every(({ wire, as }) => wire === undefined && as !== "anonymous");
}

/** Drives the steps of a case in order, and deletes what they made, whatever happened. */
export async function examine(
  session: Session,
  sdk: SdkDrive | undefined,
  planned: Case,
  drive: Drive,
): Promise<Sighting> {
  const answers = new Map<string, Output>();
  const observations: Observation[] = [];
  const name = caseName(session.contract, session.action, session.draws.prefix, planned.id, drive);
  const binding: Binding = { action: session.action, contract: session.contract, draws: session.draws, name, answers };
  let error: string | undefined;
  try {
    for (const turn of turnsOf(planned.steps)) {
      const sayable = turn.filter((step) => !refersToNothing(step, answers) && !isSpared(step, observations));
      const seen = await Promise.all(sayable.map((step) => drivenStep(session, sdk, step, binding, drive)));
      observations.push(...seen);
      for (const one of seen) if (one.kind === "output") answers.set(one.step.id, one.output);
    }
  } catch (cause) {
    error = messageOf(cause);
  }
  const cleanup = await cleanUp(session, binding, observations);
  return { drive, observations, cleanup, ...(error === undefined ? {} : { error }) };
}

/** Steps one by one, but for neighbours that are said together. */
function turnsOf(steps: readonly Step[]): readonly (readonly Step[])[] {
  const turns: Step[][] = [];
  for (const step of steps) {
    const last = turns.at(-1);
    if (step.together !== undefined && last?.[0]?.together === step.together) last.push(step);
    else turns.push([step]);
  }
  return turns;
}

async function drivenStep(
  session: Session,
  sdk: SdkDrive | undefined,
  step: Step,
  binding: Binding,
  drive: Drive,
): Promise<Observation> {
  const sent: BoundInput = bindInput(binding, step.input);
  const exchange =
    drive === "sdk" && sdk !== undefined ? await sdk(session, step, binding) : await driveRaw(session, step, binding);
  return observe(session.contract, step, sent, exchange);
}

/** A request that is only said again when it fell silent. */
function isSpared({ ifSilent }: Step, observations: readonly Observation[]): boolean {
  if (ifSilent === undefined) return false;
  const first = observations.find(({ step }) => step.id === ifSilent);
  return first?.kind !== "unanswered" || first.exchange.trouble === undefined;
}

/** A step that needs an answer which never came can't be said; what depends on it becomes indeterminate. */
function refersToNothing(step: Step, answers: ReadonlyMap<string, Output>): boolean {
  const references = [...JSON.stringify(step.input).matchAll(/"\$ref":"([^".]+)\.([^".]+)/g)];
  return references.some(([, id = "", member = ""]) => answers.get(id)?.[member] === undefined);
}
