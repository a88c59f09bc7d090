import type { Cause, Unexplained } from "../diagnose/diagnosis.ts";
import type {
  Area,
  Clause,
  Confidence,
  Disagreement,
  Drive,
  Exchange,
  Grounds,
  Layer,
  Level,
  RandomOrigin,
  Tier,
  Verdict,
  VerdictKind,
} from "../model.ts";

/** The published JSON report: `spec/schema/report.schema.json`. */
export interface Report {
  readonly schemaVersion: "1";
  readonly tool: { readonly name: "ec2-contract"; readonly version: string };
  readonly contract: { readonly action: string; readonly apiVersion: string; readonly sha256: string };
  readonly target: {
    readonly name: string;
    readonly endpoint: string;
    readonly version?: string;
    /** Its answers come from a recording of that time: ISO 8601. */
    readonly recordedAt?: string;
  };
  readonly run: RunFacts;
  readonly score: Score;
  /** Why it is red, what explains most first. Absent where nobody asked: in reports of earlier versions, on wrappers. */
  readonly causes?: readonly Cause[];
  /** What fails and no cause explains; absent where there is nothing. */
  readonly unexplained?: readonly Unexplained[];
  readonly clauses: readonly ReportedClause[];
  readonly cases: readonly ReportedCase[];
  /** What the red clauses were when they were asked a second time; absent where they were not. */
  readonly drift?: readonly Drift[];
}

export interface RunFacts {
  readonly id: string;
  /** ISO 8601, by our clock. */
  readonly startedAt: string;
  readonly seconds: number;
  readonly seed: number;
  readonly authority: Layer;
  readonly level: Level;
  /** Clauses that came after this version of the package do not gate; absent where all do. */
  readonly asOf?: string;
  readonly drives: readonly Drive[];
  readonly regions: readonly string[];
  /** Which part of the plan was run; null for the whole. */
  readonly shard: { readonly index: number; readonly of: number } | null;
  readonly requests: number;
  /** Stopped before its end, by Ctrl-C or --bail. */
  readonly partial: boolean;
  /** Of a run in an account of somebody's. */
  readonly account?: AccountFacts;
  /** The fresh public keys of this run, by name. */
  readonly keys: Readonly<Record<string, string>>;
  /** Names that this run made and could not delete, or that may be left where nobody could look. */
  readonly leftovers: readonly string[];
  /** Why nobody knows what is left; absent where the target showed it. */
  readonly leftoversUnknown?: string;
  /** What was tried at random beside the plan. */
  readonly random?: RandomFacts;
}

/** Which runs each property made; `to` is before `wanted` where they were stopped, and `from - 1` where none was made. */
export interface RandomFacts {
  readonly from: number;
  readonly to: number;
  readonly wanted: number;
  readonly shrinkRequests: number;
}

/** Of a run in an account of somebody's: what was planned and sent, and the proof that nothing stayed behind. */
export interface AccountFacts {
  readonly tier: Tier;
  /** On a target that answers as the contract says; never more than `bound` in all. */
  readonly planned: { readonly mutating: number; readonly reading: number; readonly bound: number };
  readonly sent: { readonly mutating: number; readonly reading: number };
  /** Keys that earlier runs had left, deleted before this one began. */
  readonly swept: number;
  readonly inventory: readonly InventoryProof[];
  /** Answers that were repeated because the target settles late, and the longest time until one was judged, milliseconds. */
  readonly settling: { readonly repeated: number; readonly longest: number };
  /** Refusals that no clause expects, with what is missing. */
  readonly refusals: readonly {
    readonly code: string;
    readonly action: string;
    readonly missing: string;
    readonly times: number;
  }[];
}

/** What became of the keys of a Region over a run. Nothing left, nothing vanished and nothing changed is the proof. */
export interface InventoryProof {
  readonly region: string;
  /** Keys of others, before and after. */
  readonly before: number;
  readonly after: number;
  /** Keys of others that came, went and changed meanwhile: by their owners, or the run is to blame. */
  readonly appeared: number;
  readonly vanished: number;
  readonly changed: number;
  /** Keys of this run that are still there. */
  readonly left: number;
}

export type Tally = Readonly<Record<VerdictKind, number>>;

/** Coverage and divergence are two scores and never one. */
export interface Score extends Readonly<Record<Level, Tally>> {
  readonly clauses: number;
  readonly open: number;
  readonly judged: number;
  /** judged / (clauses − open) */
  readonly coverage: number;
  /** failed / judged */
  readonly divergence: number;
}

export interface ReportedClause extends Pick<Clause, "id" | "area" | "level" | "text"> {
  readonly verdict: VerdictKind;
  readonly documented: VerdictKind | null;
  readonly observed: VerdictKind | null;
  readonly grounds: ClauseGrounds;
  /** Absent in reports of earlier versions. */
  readonly since?: string;
  /** Absent for an open clause, and in reports of earlier versions. */
  readonly confidence?: Confidence;
  /** Why it was skipped, or could not be observed. */
  readonly why?: string;
  /** The clause whose failure left nothing to judge of this one: its finding, not one of its own. */
  readonly blockedBy?: string;
  readonly cases: readonly string[];
}

export interface ClauseGrounds {
  readonly documented?: Grounds;
  readonly observed?: Grounds;
  readonly inferred?: string;
}

export interface ReportedCase {
  readonly id: string;
  readonly title: string;
  readonly area: Area;
  readonly verdicts: readonly Verdict[];
  readonly disagreements: readonly Disagreement[];
  readonly repro: Repro;
  readonly exchanges: readonly Exchange[];
  /** Absent for the cases of the plan. */
  readonly random?: RandomOrigin;
}

/** What became of a clause that was red, when it was asked again on fresh keys: red again, or green. */
export interface Drift {
  readonly clause: string;
  readonly kind: "drift" | "flake";
  /** What decided, of both times. */
  readonly exchanges: readonly CapturedExchange[];
}

/** An exchange with the case that it is of, and the time that it was captured: first or second. */
export interface CapturedExchange {
  readonly case: string;
  readonly capture: 1 | 2;
  readonly exchange: Exchange;
}

/** Commands to paste; null where the command line can't say the request. */
export interface Repro {
  readonly curl: string | null;
  readonly aws: string | null;
}
