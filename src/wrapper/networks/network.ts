import type { Transport } from "../../model.ts";

/** What a kind of network can't produce, with the reason: scenarios that need it are skipped there. */
export type Unproducible = Readonly<Partial<Record<"before" | "after" | "cut" | "silent", string>>>;

/** A way to put the network of a scenario below a wrapper. */
export interface NetworkKind {
  readonly cannot: Unproducible;
  /** Leads requests for the endpoint to the transport until it is closed. */
  open(transport: Transport, region: string): Promise<OpenNetwork>;
}

export interface OpenNetwork {
  /** What the wrapper's client is given as its endpoint. */
  readonly endpoint: string;
  close(): Promise<void>;
  /** Instead of `close`: takes nothing new, and leaves who waits for an answer waiting, without keeping the process alive. */
  leave(): Promise<void>;
}

export type NetworkName = "http" | "msw" | "nock";

/**
 * Where EC2 is taken to be below msw and nock: a name that nobody can have, so that what they let through finds nobody.
 * @see RFC 6761, section 6.4
 */
export function interceptedEndpoint(region: string): string {
  return `http://ec2.${region}.ec2-contract.invalid`;
}
