import type { Hold } from "../drive/gate.ts";
import { resends } from "../plan/call-plan.ts";

/** How many requests a run may still send. What was begun can always be deleted: that much is kept back for it. */
export interface Budget {
  /** Waits until it fits, as long as anything that is under way may give back. A text: it will never fit. */
  begin(need: Pick<Hold, "steps" | "deletions">): Promise<Hold | string>;
  /** Keeps back so many deletions, or looks in their place, for the end of the run. A text: there are not so many. */
  reserve(deletions: number): Hold | string;
  /** Takes one request. A text: none is left. */
  spend(hold: Hold | undefined, cleaning: boolean): string | undefined;
}

/** @param most requests of any kind; endless by default. @param before how many were sent already. */
export function createBudget(most = Number.POSITIVE_INFINITY, before = 0): Budget {
  let sent = before;
  let held = 0;
  let active = 0;
  let waiting: (() => void)[] = [];
  const usedUp = `the ${most} requests of --max-requests are used up`;
  // A deletion may be throttled as often as any call.
  const kept = (deletions: number): number => deletions * (1 + resends);
  const hold = (steps: number, deletions: number): Hold => {
    held += steps + deletions;
    const own: Hold = {
      steps,
      deletions,
      release() {
        held -= own.steps + own.deletions;
        own.steps = 0;
        own.deletions = 0;
        active--;
        const all = waiting;
        waiting = [];
        for (const wake of all) wake();
      },
    };
    return own;
  };
  return {
    async begin({ steps, deletions }) {
      while (sent + held + steps + kept(deletions) > most) {
        if (active === 0) return usedUp;
        await new Promise<void>((wake) => waiting.push(wake));
      }
      active++;
      return hold(steps, kept(deletions));
    },
    reserve(deletions) {
      return sent + held + kept(deletions) > most ? usedUp : hold(0, kept(deletions));
    },
    spend(own, cleaning) {
      const pool = cleaning ? "deletions" : "steps";
      if (own !== undefined && own[pool] > 0) {
        own[pool]--;
        held--;
      } else if (sent + held >= most) return usedUp;
      sent++;
      return undefined;
    },
  };
}
