import type { Capability, Drive, Exchange, Tier } from "../model.ts";

/** `manifest.yaml` of a recording: `spec/schema/recording-manifest.schema.json`. */
export interface Manifest {
  readonly format: 1;
  /** When the run began, ISO 8601. */
  readonly recordedAt: string;
  readonly tool: string;
  readonly target: { readonly name: string; readonly version?: string; readonly endpoint: string };
  readonly contract: { readonly action: string; readonly sha256: string };
  readonly run: string;
  readonly seed: number;
  readonly drives: readonly Drive[];
  readonly regions: readonly string[];
  readonly shard?: { readonly index: number; readonly of: number };
  /** Stopped before its end. */
  readonly partial?: true;
  /** Of a run in an account of somebody's. */
  readonly tier?: Tier;
  readonly settles?: "late";
  readonly lacks: Readonly<Partial<Record<Capability, string>>>;
  readonly exchanges: number;
  /** The fresh keys that were drawn, as OpenSSH texts. */
  readonly keys: Readonly<Record<string, string>>;
  /** The files beside it. */
  readonly files: readonly string[];
}

/** What one drive was answered in one case: an entry of a file beside the manifest. */
export interface RecordedCase {
  readonly case: string;
  readonly drive: Drive;
  readonly exchanges: readonly RecordedExchange[];
}

/** In the standard form. */
export interface RecordedExchange {
  readonly step: string;
  readonly request: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The bytes were no valid UTF-8. */
  readonly notUtf8?: true;
  /** In the place of an answer. */
  readonly trouble?: NonNullable<Exchange["trouble"]>;
}

/** What a recording is named by, as a target. */
export const replayScheme = "replay:";
export const manifestFile = "manifest.yaml";
/** The last line of each file beside the manifest: what is cut off lacks it. */
export const endMark = "# end of file";
/** What to do about a recording that can't be used. */
export const recordAgain = "Record it again: ec2-contract test TARGET --record DIR";
