import type { Outcome } from "./answer.ts";
import type { Call } from "./call.ts";
import type { Fault } from "./fault.ts";

/** How one action answers. */
export interface Handler {
  /** The parameters that it knows, with `N` for the numbers: `TagSpecification.N.ResourceType`. */
  readonly parameters: ReadonlySet<string>;
  /** What a permission is asked for, as the last part of an ARN. */
  readonly resource: (call: Call) => string;
  readonly handle: (call: Call) => Outcome | Promise<Outcome>;
}

interface ServiceOptions {
  /** Replaces some of the service's rules, which are plain data. */
  readonly rules: object;
  readonly faults: readonly Fault[];
}

/** Some actions that share a state. Started afresh for every mock. */
export type Service = (options: ServiceOptions) => Readonly<Record<string, Handler>>;
