import type { Property } from "./property.ts";
import type { Replay } from "./replay.ts";

/** What is asked for of the random part of a run. */
export type RandomWish =
  | {
      readonly kind: "runs";
      /** The numbers of the first and the last run of each property, from 1. */
      readonly from: number;
      readonly to: number;
      /** How many requests it may take to make one finding smaller. */
      readonly shrinkRequests: number;
    }
  /** One random case again, and nothing else. */
  | { readonly kind: "replay"; readonly replay: Replay };

/** The random part of a run: a wish, and the properties that were selected for it. */
export interface RandomPart {
  readonly wish: RandomWish;
  readonly properties: readonly Property[];
  readonly seed: number;
}
