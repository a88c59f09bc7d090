import { messageOf } from "../errors.ts";
import type { BoundInput, Case, Drive, Exchange, Observation, Output, Step } from "../model.ts";
import { callsOf } from "../plan/calls.ts";
import { caseName } from "../plan/case-name.ts";
import { lookAfter } from "../target/target.ts";
import { observe } from "../wire/observe.ts";
import { throttledCode } from "../wire/throttled-code.ts";
import { accessRefusal, asUnanswered } from "./access-refusal.ts";
import { type Binding, bindInput } from "./bind.ts";
import { cleanUp } from "./cleanup/clean-up.ts";
import { lookAfterLoss, lostWords } from "./look-after-loss.ts";
import { driveRaw } from "./raw.ts";
import { hideSecrets } from "./redact-result.ts";
import type { SdkDrive } from "./sdk.ts";
import { placedAt, regionOf, type Session } from "./session.ts";
import { looksLate, settle } from "./settle.ts";

/** What one drive saw of one case. */
export interface Sighting {
  readonly drive: Drive;
  readonly observations: readonly Observation[];
  /** Exchanges of the cleanup; judged by nobody. */
  readonly cleanup: readonly Exchange[];
  /** Why it did not run at all: the run has no request left for it. */
  readonly notRun?: string;
  /** What broke in the harness itself. */
  readonly error?: string;
}

/** Whether the verdicts on what was seen so far blame its last answer. */
export type Blames = (seen: readonly Observation[]) => boolean;

/** Drives the steps of a case in order, and deletes what they made, whatever happened. */
export async function examine(
  session: Session,
  sdk: SdkDrive | undefined,
  planned: Case,
  drive: Drive,
  blames: Blames = () => false,
): Promise<Sighting> {
  const { action, contract, draws } = session;
  const hold = await session.gate.begin(needOf(action, planned, drive));
  if (typeof hold === "string") return { drive, observations: [], cleanup: [], notRun: hold };
  const own: Session = { ...session, hold };
  const answers = new Map<string, Output>();
  const observations: Observation[] = [];
  const beside: Exchange[] = [];
  const name = caseName(contract, action, draws.prefix, planned.id, drive);
  const binding: Binding = { action, contract, draws, name, answers };
  let error: string | undefined;
  try {
    for (const turn of turnsOf(planned.steps)) {
      const sayable = turn.filter((step) => !refersToNothing(step, answers) && !isSpared(step, observations));
      const before = [...observations];
      const seen = await Promise.all(
        sayable.map(async (step) => {
          const here = placedAt(own, { case: planned.id, drive, step: step.id });
          const say = (): Promise<Observation> => drivenStep(here, sdk, step, binding, planned, drive);
          const first =
            step.action === action.cleanup.creates
              ? await withLook(here, planned, binding, say, beside)
              : await settle(say, isLate(own, planned, before, blames), own);
          return withoutAccess(own, planned, first);
        }),
      );
      observations.push(...seen);
      for (const one of seen) if (one.kind === "output") answers.set(one.step.id, one.output);
    }
  } catch (cause) {
    error = messageOf(cause);
  }
  try {
    // A recording makes nothing.
    const cleanup = session.target.replayed === undefined ? await cleanUp(own, binding, observations, planned) : [];
    return { drive, observations, cleanup: [...beside, ...cleanup], ...(error === undefined ? {} : { error }) };
  } finally {
    session.ledger.settled(name);
    hold.release();
  }
}

/** What a case may send, and what it takes to delete all that it may make. */
function needOf(action: Session["action"], planned: Case, drive: Drive): { steps: number; deletions: number } {
  return { steps: planned.steps.length, deletions: callsOf(action, planned, [drive]).deletions };
}

/** Whether an answer may show what was there before the last change. */
function isLate(session: Session, planned: Case, before: readonly Observation[], blames: Blames) {
  const { cleanup } = session.action;
  return (seen: Observation): boolean => {
    if (seen.kind === "unanswered" || accessRefusal(session.contract, seen, planned) !== undefined) return false;
    const isMeantToBeRefused = planned.judgements.some(
      ({ check, steps }) => check === "refused" && steps.includes(seen.step.id),
    );
    return (!isMeantToBeRefused && looksLate(cleanup, before, seen)) || blames([...before, seen]);
  };
}

/**
 * A request that makes something is never said a second time in the blind: when its answer is lost, a look tells whether it
 * was carried out. It is said again only where a proxy said "not now" and the look found nothing.
 */
async function withLook(
  session: Session,
  planned: Case,
  binding: Binding,
  say: () => Promise<Observation>,
  beside: Exchange[],
): Promise<Observation> {
  let looking: Session | undefined;
  for (let tries = 1; ; tries++) {
    const seen = await say();
    const loss = lossOf(session, seen);
    if (loss === undefined) return seen;
    const again = loss === "not now" && (await session.gate.throttled(tries, session.signal));
    if (loss === "not now" && !again) return seen;
    const place = { case: planned.id, drive: seen.exchange.drive, step: lookAfter(seen.step.id) };
    looking ??= placedAt(session, place);
    const look = await lookAfterLoss(looking, binding, seen);
    if (look === undefined) return seen;
    note(session, planned, { ...look.exchange, drive: place.drive, step: place.step });
    beside.push(look.exchange);
    if (again && look.found === false) continue;
    const { step, sent, exchange } = seen;
    const why = lostWords("why" in seen ? seen.why : loss, look.found);
    return { step, sent, exchange, kind: "unanswered", why };
  }
}

/** An answer that was lost on the way, or that only a proxy gave; undefined for one that is one. */
function lossOf({ target }: Session, { exchange: { trouble, response } }: Observation): "lost" | "not now" | undefined {
  if (response?.status === 503 && throttledCode(response.body) === undefined) return "not now";
  const isSent = trouble !== undefined && trouble.kind !== "not-sent" && trouble.kind !== "unreachable";
  return isSent && (target.account !== undefined || target.settles === "late") ? "lost" : undefined;
}

function withoutAccess({ target, contract, onRefusal }: Session, planned: Case, seen: Observation): Observation {
  const isAccount = target.account !== undefined || target.replayed?.tier !== undefined;
  const refusal = isAccount ? accessRefusal(contract, seen, planned) : undefined;
  if (refusal === undefined) return seen;
  onRefusal?.(refusal);
  return asUnanswered(seen, refusal);
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
  planned: Case,
  drive: Drive,
): Promise<Observation> {
  const sent: BoundInput = bindInput(binding, step.input);
  const { cleanup } = session.action;
  const called = sent[cleanup.name];
  if (step.action === cleanup.creates && typeof called === "string" && called !== "")
    session.ledger.sending({ region: regionOf(session, step), name: called, by: binding.name });
  const exchange =
    drive === "sdk" && sdk !== undefined ? await sdk(session, step, binding) : await driveRaw(session, step, binding);
  note(session, planned, exchange);
  return observe(session.contract, step, sent, exchange);
}

function note({ tape, target }: Session, planned: Case, exchange: Exchange): void {
  tape?.note(planned, hideSecrets(exchange, target.secrets ?? []));
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
