import type { Diagnostics } from "./diagnose/diagnosis.ts";
import type { Assertions } from "./emit/assertion.ts";
import type { Property } from "./explore/property.ts";
import type { Check } from "./judge/check.ts";
import type { Case, Input, Value } from "./model.ts";
import type { Contract, ContractFiles } from "./spec/contract.ts";

/** What the run draws at its edge and the plan only names; kept in the report. */
export interface Draws {
  /** Marks everything that this run makes: `ec2c-⟨time⟩-⟨random⟩-⟨check⟩`. */
  readonly prefix: string;
  /** Fresh public keys by the name that the plan uses, as OpenSSH lines. */
  readonly keys: Readonly<Record<string, string>>;
}

/** Key material as bytes of a key file, and as the text of the wire parameter. */
export interface Material {
  readonly text: Uint8Array;
  readonly wire: string;
}

/** How key material is written down where it is not as its corpus says. */
export interface MaterialForm {
  /** Characters of the whole text, reached by lengthening the comment. */
  readonly length?: number;
  readonly comment?: string;
  readonly encoding?: string;
}

/**
 * The words behind `aws ec2` that send a request of these parameters again, quoted for a shell; null where the AWS CLI
 * can't say it.
 */
export type CommandLine = (parameters: ReadonlyMap<string, string>) => readonly string[] | null;

/** How what a step makes is found again and deleted. */
export interface Cleanup {
  readonly creates: string;
  readonly removes: string;
  readonly lists: string;
  /** The list member of the listing's answer. */
  readonly items: string;
  /** The request field, and the answer's member, that names the thing. */
  readonly name: string;
  readonly id: string;
}

/** One action under contract: everything that the stages need to know about it and may not know themselves. */
export interface Action {
  readonly name: string;
  readonly files: ContractFiles;
  /** A valid request that uses every structure once. */
  readonly example: Input;
  /** The top-level fields that a minimal valid request has. */
  readonly minimal: readonly string[];
  /** The clause that says: a valid request is accepted. Its two cases are the twins of all negatives. */
  readonly accepts: string;
  /** The clause that says that a request like this one is accepted: that of its unusual part, else `accepts`. */
  acceptedBy(contract: Contract, input: Input): string;
  readonly cleanup: Cleanup;
  /** The part of a request that gives tags to what it makes. */
  tagged(tags: readonly (readonly [key: string, value: string])[]): Input;
  /** By action, also of the actions that its cases use beside it. */
  readonly commandLines: Readonly<Record<string, CommandLine>>;
  /** A valid value of exactly `length` characters for the field at `path`; undefined where none is so short. */
  filler(path: readonly string[], length: number): Value | undefined;
  /** Cases that data cannot say. */
  cases(contract: Contract, seed: number): readonly Case[];
  readonly checks: Readonly<Record<string, Check>>;
  /** Its checks as statements of a test, by their names, for `--emit`. Loaded only then. */
  assertions(): Promise<Assertions>;
  /** The limits that the reference emulator obeys, from the contract. */
  rules(contract: Contract): object;
  /** Draws the fresh keys that the plan may name. */
  drawKeys(contract: Contract): Promise<Readonly<Record<string, string>>>;
  /** Key material by its name in the action's corpus, in the form that is asked for. */
  material(contract: Contract, draws: Draws, name: string, form?: MaterialForm): Material;
  /** What `--runs` tries: values, sequences and races drawn at random. Loaded only when they are asked for. */
  properties(contract: Contract): Promise<readonly Property[]>;
  /** Its faults, and what each turns red: explains runs that deviate. Loaded only for them. */
  diagnostics?(): Promise<Diagnostics>;
}
