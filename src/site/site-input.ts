import type { FaultFacts } from "../diagnose/diagnosis.ts";
import type { Contract } from "../spec/contract.ts";
import type { History } from "./history.ts";

/** All that the site is made from. */
export interface SiteInput {
  readonly contract: Contract;
  /** One an emulator; one without a run that could be measured has no page. */
  readonly histories: readonly History[];
  /** One sentence on an emulator, by its name. */
  readonly about: ReadonlyMap<string, string>;
  /** The faults that causes name, by their ids. */
  readonly faults: ReadonlyMap<string, FaultFacts>;
  /** The reports for upstream that there are, as `moto/request-id-literal`. */
  readonly upstream: ReadonlySet<string>;
  /** Where the files of the repository can be read: the address in front of their paths. */
  readonly source: string;
}

/** A page by its path in the site. */
export type Site = ReadonlyMap<string, string>;
