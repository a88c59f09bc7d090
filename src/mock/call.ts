import type { Access } from "./authenticate.ts";

/** One request as the mock understands it. */
export interface Call {
  readonly method: string;
  readonly headers: Headers;
  /** The form text as it came, before decoding. */
  readonly text: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly repeated: readonly string[];
  readonly action: string;
  readonly region: string;
  readonly access: Access;
  readonly requestId: string;
  readonly at: Date;
}
