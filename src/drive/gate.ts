import type { WireResponse } from "../model.ts";

/** One request, as far as it matters for its turn. */
export interface Call {
  /** The action that it names; empty where it names none. */
  readonly action: string;
  /** It makes or deletes, or asks in a dry run whether it may. */
  readonly mutating: boolean;
  /** It makes something: never said again while nobody knows whether it was carried out. */
  readonly creating: boolean;
  readonly parameters: URLSearchParams;
  /** Of its credential scope; absent where it is not signed. */
  readonly region?: string;
  /** Part of deleting what was made: runs also after a stop, and on what was kept back for it. */
  readonly cleaning: boolean;
}

/** What a case keeps back of the run's requests, so that what it begins can be deleted. */
export interface Hold {
  steps: number;
  deletions: number;
  release(): void;
}

/** Stands between a drive and the wire: whose turn it is, whether a request is left, and what is written down before it. */
export interface Gate {
  /** Keeps back what a case needs. A text: it must not begin, for this reason. */
  begin(need: Pick<Hold, "steps" | "deletions">): Promise<Hold | string>;
  /** Waits for the turn of a call. A text: don't send it, for this reason. */
  admit(call: Call, hold: Hold | undefined, signal: AbortSignal): Promise<string | undefined>;
  /** Told what came back; nothing where nothing did. */
  answered(call: Call, response: WireResponse | undefined): void;
  /** Told that the answer says "not now"; waits. Whether to send the same once more. */
  throttled(tries: number, signal: AbortSignal): Promise<boolean>;
}

/** For exchanges that no gate delays, bounds or repeats. */
export const openGate: Gate = {
  begin: async () => ({ steps: 0, deletions: 0, release: () => undefined }),
  admit: async () => undefined,
  answered: () => undefined,
  throttled: async () => false,
};
