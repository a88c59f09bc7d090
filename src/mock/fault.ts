import type { Area } from "../model.ts";
import type { Answer } from "./answer.ts";
import type { Call } from "./call.ts";

/** What a fault may look at when it changes an answer. */
export interface Exchange {
  readonly call: Call;
  /** Lives as long as the mock, for faults that remember; a fault keeps to its own id as the key. */
  readonly memory: Map<string, string>;
}

interface Head {
  /** Kebab-case, permanent, says the bug. */
  readonly id: string;
  readonly summary: string;
  readonly area: Area;
  /** The clause that must catch it. */
  readonly clause: string;
  /** Why it turns more than five clauses red. */
  readonly wide?: string;
  /** What to change, where the sentence of its clause does not say it. */
  readonly remedy?: string;
  /** Emulators that have it break by it in different cases: where one of them does not, nothing is contradicted. */
  readonly varies?: true;
  /** The emulator that really has, or had, this bug. */
  readonly bug?: { readonly emulator: string; readonly link?: string };
}

/**
 * A named way to disobey. An action narrows the parameters to its own rules, behaviour and refusals; the mock itself
 * takes them as they are.
 */
export type Fault<
  Rules extends object = object,
  Behaviour extends object = object,
  Name extends string = string,
> = Head &
  (
    | { readonly kind: "skip"; readonly refusals: readonly Name[] }
    | {
        readonly kind: "recode";
        readonly refusals: readonly Name[];
        readonly as: { readonly status?: number; readonly code?: string; readonly message?: string };
      }
    | { readonly kind: "rules"; readonly rules: Partial<Rules> }
    | { readonly kind: "behaviour"; readonly behaviour: Partial<Behaviour> }
    | {
        readonly kind: "reply";
        readonly tree?: (answer: Answer, exchange: Exchange) => Answer;
        readonly text?: (xml: string, exchange: Exchange) => string;
      }
    | { readonly kind: "wire"; readonly wire: (response: Response, exchange: Exchange) => Response | Promise<Response> }
  );

/** The same object with the faults' overrides of it, the last one winning. */
export const withOverrides = <Base extends object>(base: Base, overrides: readonly object[]): Base =>
  Object.assign({}, base, ...overrides);
