import type { Area, Clause } from "../model.ts";
import type { Source } from "../spec/contract.ts";

/** What a wrapper is asked to do in a scenario. */
export interface Ask {
  /** The key to import, by the name of a fresh key: `rsa-2048`, `ed25519`. */
  readonly key: string;
  /** The comment behind it, and what stands behind that. */
  readonly comment?: string;
  readonly ending?: string;
  /** Text behind the drawn name, and the length to which that is filled up. */
  readonly suffix?: string;
  readonly length?: number;
  readonly tags?: Readonly<Record<string, string>>;
  /** So many tags, `key-1` and so on. */
  readonly manyTags?: number;
  readonly dryRun?: true;
  readonly region?: string;
  /** A key pair that the name has already: of the same key, or of another one. */
  readonly existing?: { readonly key: string; readonly tags?: Readonly<Record<string, string>> };
}

/** What the network does with a request, instead of answering it as EC2 would without trouble. */
export type Trouble =
  | { readonly error: string; readonly status: number; readonly message: string }
  /** The connection ends before the request takes effect, after it, or in the middle of the answer. */
  | { readonly lost: "before" | "after" | "cut" }
  | { readonly silent: true }
  /** The answer in another form, by the name of the alteration: legal ones, and illegal ones that are to be noticed. */
  | { readonly altered: string }
  /** The key pair is not described yet. */
  | { readonly hidden: true };

/** The first rule for an action that is not used up says what becomes of the request. */
export interface NetworkRule {
  /** An action, or `*` for each. */
  readonly on: string;
  /** Only once a request of this action has taken effect. */
  readonly after?: string;
  /** How often; always, where it is absent. */
  readonly times?: number;
  readonly answer: Trouble;
}

/** One situation that a wrapper is put into; pure data. */
export interface Scenario {
  /** Kebab-case and permanent. */
  readonly id: string;
  readonly title: string;
  readonly area: Area;
  readonly ask: Ask;
  readonly network?: readonly NetworkRule[];
  /** Which clauses judge, each by which check: clauses of the contract, and rules for wrappers. */
  readonly judges: Readonly<Record<string, string>>;
  /** Run only where the policy declares this. */
  readonly requires?: "timeout";
}

/** The file of scenarios as it was read. */
export interface ScenarioFile {
  readonly sources: readonly Source[];
  /** What is asked of wrappers beside what the clauses of the contract say. */
  readonly rules: readonly (Clause & { readonly check: string; readonly always?: true })[];
  readonly scenarios: readonly Scenario[];
}
