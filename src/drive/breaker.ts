/** After so many exchanges in a row without an answer, the target is asked whether it still lives. */
const patience = 3;
/** The same for answers that are no HTTP, or have no end: each costs more than silence does. */
const patienceWithBroken = 24;

/** What became of an exchange: an answer, something that is no complete answer, or nothing. */
export type Outcome = "answered" | "broken" | "silent";

/** Spares the run of a hopeless target: nothing more is sent once it is known to be one. */
export interface Breaker {
  /** Waits for a probe that is under way. Undefined: go on. A text: don't send, for this reason. */
  admit(): Promise<string | undefined>;
  note(outcome: Outcome): void;
}

/**
 * @param probe what the target makes of a plain request, asked again when answers stay away.
 * @param dead why it is known to be dead from the start.
 */
export function createBreaker(probe: () => Promise<Outcome>, dead?: string): Breaker {
  let silent = 0;
  let broken = 0;
  let reason = dead;
  let probing: Promise<void> | undefined;
  const examine = async (): Promise<void> => {
    const outcome = await probe();
    if (outcome === "silent") reason = "the target had stopped answering";
    if (outcome === "broken") reason = "the target had answered with nothing but broken answers";
    silent = 0;
    broken = 0;
    probing = undefined;
  };
  return {
    async admit() {
      if ((silent >= patience || broken >= patienceWithBroken) && reason === undefined) {
        // Whoever comes while a probe is under way waits for that one.
        probing ??= examine();
        await probing;
      }
      return reason;
    },
    note(outcome) {
      silent = outcome === "silent" ? silent + 1 : 0;
      broken = outcome === "answered" ? 0 : broken + 1;
    },
  };
}

/** For exchanges that no breaker guards. */
export const noBreaker: Breaker = { admit: async () => undefined, note: () => undefined };
