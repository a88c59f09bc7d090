import type { Cleanup } from "../action.ts";
import type { Observation } from "../model.ts";
import type { Session } from "./session.ts";

/** Milliseconds before each repeat of a read or a deletion on a target that settles late. */
export const settlingPauses: readonly number[] = [500, 1000, 1500, 2000, 2500, 3000];

/**
 * Says a read or a deletion again as long as its answer may be one of yesterday, and patience lasts. The last answer
 * counts, and tells how long it took.
 */
export async function settle(
  say: () => Promise<Observation>,
  isLate: (seen: Observation) => boolean,
  { settling = [], clock }: Pick<Session, "settling" | "clock">,
): Promise<Observation> {
  let seen = await say();
  const started = clock.now();
  let repeats = 0;
  for (const pause of settling) {
    if (!isLate(seen)) break;
    await clock.sleep(pause);
    const next = await say();
    // Out of requests, or stopped: what was seen before is all there is.
    if (next.exchange.trouble?.kind === "not-sent") break;
    seen = next;
    repeats++;
  }
  if (repeats === 0) return seen;
  const settled = { repeats, milliseconds: Math.round(clock.now() - started) };
  return { ...seen, exchange: { ...seen.exchange, settled } };
}

/** What is known to be there: made by accepted requests of the case, and not deleted since. */
function standing(cleanup: Cleanup, before: readonly Observation[]): readonly Observation[] {
  return before.filter((made, index) => {
    if (made.step.action !== cleanup.creates || made.kind !== "output") return false;
    const since = before.slice(index + 1);
    return !since.some((one) => one.step.action === cleanup.removes && confirms(cleanup, one, made));
  });
}

/** Whether the answer to a deletion names the id of the thing. */
function confirms({ id }: Cleanup, deletion: Observation, made: Observation): boolean {
  return (
    deletion.kind === "output" &&
    made.kind === "output" &&
    deletion.output[id] !== undefined &&
    deletion.output[id] === made.output[id]
  );
}

/** A read that says "not found" of what is there; a deletion of what is there that names no id, as of nothing. */
export function looksLate(cleanup: Cleanup, before: readonly Observation[], seen: Observation): boolean {
  const { removes, name, id } = cleanup;
  const here = standing(cleanup, before).filter(({ step }) => step.elsewhere === seen.step.elsewhere);
  if (seen.step.action !== removes) return here.length > 0 && seen.kind === "error" && /NotFound/.test(seen.code);
  if (seen.kind !== "output" || seen.output[id] !== undefined) return false;
  return here.some(
    (made) =>
      made.kind === "output" &&
      ((seen.sent[name] !== undefined && seen.sent[name] === made.sent[name]) ||
        (seen.sent[id] !== undefined && seen.sent[id] === made.output[id])),
  );
}
