import { pMapIterable } from "p-map";
import type { Action } from "./action.ts";
import { type Blames, examine, type Sighting } from "./drive/examine.ts";
import { redactResult } from "./drive/redact-result.ts";
import { createSdkDrive } from "./drive/sdk.ts";
import { asideOf, type Session } from "./drive/session.ts";
import { UsageError } from "./errors.ts";
import type { RandomPart } from "./explore/random-part.ts";
import { attribute } from "./judge/attribute.ts";
import { judge } from "./judge/judge.ts";
import { type Judging, type TwinOutcome, twinOutcome } from "./judge/judging.ts";
import type { Case, CaseResult, CaseRunner, Drive, Layer, Verdict, VerdictKind } from "./model.ts";
import { canSay } from "./plan/calls.ts";
import type { Selected } from "./plan/select.ts";
import type { Contract } from "./spec/contract.ts";
import { trimExchange } from "./wire/trim-exchange.ts";

export interface ConformOptions {
  readonly contract: Contract;
  readonly action: Action;
  /** All cases of the plan: a twin may be outside the selection. */
  readonly plan: readonly Case[];
  readonly selected: Selected;
  readonly session: Session;
  readonly drives: readonly Drive[];
  readonly authority: Layer;
  readonly concurrency: number;
  /** What is tried at random after the cases of the plan. */
  readonly random?: RandomPart;
  /** Aborted: no further case begins, and those under way are run to their end. */
  readonly halt?: AbortSignal;
}

/**
 * plan → drive → target → observe → judge: the only file that knows the order. Yields the result of each selected case
 * in the plan's order, and holds no more than what is under way. After a halt no further case begins; after an abort those
 * under way send nothing more but their cleanup.
 */
export async function* conform(options: ConformOptions): AsyncGenerator<CaseResult> {
  const { selected, session, concurrency, halt } = options;
  const stopped = (): boolean => session.signal.aborted || halt?.aborted === true;
  const runCase = await createCaseRunner(options);
  for (const cases of turns(session, selected.cases)) {
    const running = pMapIterable(cases, async (planned) => (stopped() ? undefined : await runCase(planned)), {
      concurrency,
      backpressure: concurrency * 2,
    });
    for await (const result of running) if (result !== undefined) yield result;
  }
  if (options.random === undefined || stopped()) return;
  const { explore } = await import("./explore/explore.ts");
  const signal = AbortSignal.any([session.signal, ...(halt === undefined ? [] : [halt])]);
  yield* explore(options.random, { drives: options.drives, signal, runCase }, concurrency);
}

/** What makes a thing without a name breaks what is asked beside it: where no Region is left for it, it waits for its turn. */
function turns({ target }: Session, cases: readonly Case[]): readonly (readonly Case[])[] {
  if (target.account === undefined) return [cases];
  return [cases.filter(({ nameless }) => !nameless), cases.filter(({ nameless }) => nameless)];
}

/** Runs single cases on demand; valid twins and nameless things are shared and kept apart behind it. */
export async function createCaseRunner(options: ConformOptions): Promise<CaseRunner> {
  const { contract, action, plan, selected, session, authority } = options;
  const judging: Judging = { contract, action, authority, lacks: session.target.lacks };
  const sdk = options.drives.includes("sdk") ? await createSdkDrive() : undefined;
  const byId = new Map(plan.map((planned) => [planned.id, planned]));
  const sightings = new Map<string, Promise<Sighting>>();
  const aside = asideOf(session);
  let alone: Promise<unknown> = Promise.resolve();

  const sight = (planned: Case, drive: Drive): Promise<Sighting> => {
    const blames = blamesIn(planned, drive);
    if (!planned.nameless) return examine(session, sdk, planned, drive, blames);
    const turn = alone.then(() => examine(aside, sdk, planned, drive, blames));
    alone = turn;
    return turn;
  };
  const blamesIn =
    (planned: Case, drive: Drive): Blames =>
    (seen) => {
      const last = seen.at(-1)?.step.id ?? "";
      const due = planned.judgements.filter(({ steps }) => steps.includes(last));
      return judge(judging, planned, drive, seen).some(
        ({ clause, verdict }) => verdict === "fail" && due.some((one) => one.clause === clause),
      );
    };
  const isTwin = new Set(plan.flatMap(({ twin }) => twin ?? []));
  const sightOnce = (planned: Case, drive: Drive): Promise<Sighting> => {
    if (!isTwin.has(planned.id)) return sight(planned, drive);
    const key = `${planned.id} ${drive}`;
    const known = sightings.get(key) ?? sight(planned, drive);
    sightings.set(key, known);
    return known;
  };
  const twinOf = async (planned: Case, drive: Drive): Promise<TwinOutcome | undefined> => {
    const twin = planned.twin === undefined ? undefined : byId.get(planned.twin);
    if (twin === undefined) return undefined;
    return twinOutcome((await sightOnce(twin, drive)).observations);
  };
  const ofDrive = async (
    planned: Case,
    drive: Drive,
  ): Promise<{ sighting: Sighting; verdicts: readonly Verdict[] }> => {
    const twin = await twinOf(planned, drive);
    const sighting = await sightOnce(planned, drive);
    const { error, notRun } = sighting;
    const all = (verdict: VerdictKind, why: string): readonly Verdict[] =>
      planned.clauses.map((clause) => ({ clause, drive, verdict, why }));
    const verdicts =
      error !== undefined
        ? all("error", error)
        : notRun !== undefined
          ? all("not-run", notRun)
          : judge(judging, planned, drive, sighting.observations, twin);
    return { sighting, verdicts };
  };

  return async (planned, { drives = options.drives, selectedAs = planned.id } = {}) => {
    const wanted = (verdicts: readonly Verdict[]): readonly Verdict[] =>
      verdicts.filter(({ clause }) => selected.wanted(selectedAs, clause));
    const lacking = planned.needs.find((capability) => session.target.lacks[capability] !== undefined);
    if (lacking !== undefined) return skipped(planned, drives, wanted, `${lacking}: ${session.target.lacks[lacking]}`);
    const sayable = drives.filter((drive) => canSay(drive, planned));
    const results = [];
    for (const drive of sayable) results.push(await ofDrive(planned, drive));
    const missed = session.target.replayed?.missed([planned.id, ...(planned.twin === undefined ? [] : [planned.twin])]);
    if (missed !== undefined) throw new UsageError(missed);
    const verdicts = wanted(results.flatMap((result) => result.verdicts));
    const [raw, viaSdk] = results;
    const whole: CaseResult = {
      case: planned,
      verdicts,
      exchanges: results.flatMap(({ sighting }) => [
        ...sighting.observations.map(({ exchange }) => exchange),
        ...sighting.cleanup,
      ]),
      disagreements: raw && viaSdk ? attribute(verdicts, raw.sighting.observations, viaSdk.sighting.observations) : [],
    };
    const clean = redactResult(whole, session.target.secrets ?? []);
    // Cut to size at once: what waits to be reported must not hold what a hostile target sent.
    return { ...clean, exchanges: clean.exchanges.map(trimExchange) };
  };
}

function skipped(
  planned: Case,
  drives: readonly Drive[],
  wanted: (verdicts: readonly Verdict[]) => readonly Verdict[],
  why: string,
): CaseResult {
  const verdicts = drives
    .filter((drive) => canSay(drive, planned))
    .flatMap((drive) => planned.clauses.map((clause): Verdict => ({ clause, drive, verdict: "skip", why })));
  return { case: planned, verdicts: wanted(verdicts), exchanges: [], disagreements: [] };
}
