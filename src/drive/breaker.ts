/** After so many exchanges in a row without an answer, the target is asked whether it still lives. */
const patience = 3;

/** Spares the run of a dead target: nothing more is sent once it is known to be dead. */
export interface Breaker {
  /** Waits for a probe that is under way. Undefined: go on. A text: don't send, for this reason. */
  admit(): Promise<string | undefined>;
  /** Tells the outcome of an exchange. */
  note(answered: boolean): void;
}

/**
 * @param probe whether the target answers anything at all, asked again when answers stay away.
 * @param dead why it is known to be dead from the start.
 */
export function createBreaker(probe: () => Promise<boolean>, dead?: string): Breaker {
  let silent = 0;
  let reason = dead;
  let probing: Promise<void> | undefined;
  const examine = async (): Promise<void> => {
    if (!(await probe())) reason = "the target had stopped answering";
    silent = 0;
    probing = undefined;
  };
  return {
    async admit() {
      if (silent >= patience && reason === undefined) await (probing ??= examine());
      return reason;
    },
    note(answered) {
      silent = answered ? 0 : silent + 1;
    },
  };
}

/** For exchanges that no breaker guards. */
export const noBreaker: Breaker = { admit: async () => undefined, note: () => undefined };
