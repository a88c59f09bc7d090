/**
 * The nouns of the harness: types only, imported by every stage, importing nothing.
 *
 * spec ─► plan ─► drive ─► target ─► observe ─► judge ─► report
 */

/** The one door to the network: a target is something that answers a Request. Rejects when nobody answers. */
export type Transport = (request: Request) => Promise<Response>;

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export const areas = [
  "protocol",
  "name",
  "material",
  "fingerprint",
  "tags",
  "response",
  "dry-run",
  "errors",
  "lifecycle",
  "auth",
  "robustness",
] as const;
export type Area = (typeof areas)[number];

export const levels = ["must", "should", "may"] as const;
export type Level = (typeof levels)[number];

/** Two layers of truth: what AWS's documents say, and what the service was seen to do. */
export const layers = ["documented", "observed"] as const;
export type Layer = (typeof layers)[number];

/** How much of the plan an account is asked, from nothing that changes anything to everything. */
export const tiers = ["read-only", "dry-run", "smoke", "truth", "full"] as const;
export type Tier = (typeof tiers)[number];

/** How a request is said: by our own writer, which can also say malformed things, or by the real AWS SDK. */
export type Drive = "raw" | "sdk" | "wrapper";

/** Something that a target may honestly lack; a clause that needs it is skipped there, with the reason. */
export type Capability = "signatures" | "iam" | "regions" | "dry-run";

// ─── the contract ────────────────────────────────────────────────────────────────────────────────────────────────

/** Client errors and server errors, as AWS's page of error codes parts them. */
export type StatusSeries = "4xx" | "5xx";

/** A refusal is exact: the status, and the code, or a list of codes where AWS itself varies. */
export interface Refusal {
  /** The series alone where the codes have different statuses, or none was recorded. */
  readonly status: number | StatusSeries;
  readonly codes: readonly string[];
}

/** A digest of a public key: MD5 of DER SubjectPublicKeyInfo, MD5 of the SSH blob (RFC 4716), SHA-256 of the SSH blob. */
export type Digest = "md5-spki" | "md5-ssh" | "sha256-ssh";

/** What a layer wants to see; a check reads the member that it understands. */
export interface Expectation {
  readonly accepted?: true;
  /** What the answer repeats of an accepted request is as it was sent. */
  readonly echoed?: true;
  readonly refused?: Refusal;
  /** Several where the layer's own sources name several. */
  readonly digest?: Digest | readonly Digest[];
  /** The code whose message is judged. */
  readonly code?: string;
  /** Recorded wordings of a message; `{Field}`, also `{List.0}`, stands for what the request had there. */
  readonly messages?: readonly string[];
  /** The XML namespace of an answer, with or without its last slash. */
  readonly namespace?: string;
  /** The media type of an answer. */
  readonly contentType?: string;
}

export interface Grounds {
  /** Ids of `spec/sources.yaml`. */
  readonly sources: readonly string[];
  /** Seen on another EC2 action: then code and status are judged, the text of messages never. */
  readonly sibling?: true;
  /** Where this layer wants something else than the clause's own expectation. */
  readonly expect?: Expectation;
}

/**
 * How sure it is that AWS does what a clause says: `certain`, documented and observed on the action that it speaks of;
 * `firm`, one of them; `sibling`, observed on another action only; `inferred`, neither. An open clause has none.
 */
export const confidences = ["certain", "firm", "sibling", "inferred"] as const;
export type Confidence = (typeof confidences)[number];

/** Which observations a clause speaks about, beyond the cases that name it. */
export type Scope = "exchange" | "success" | "error" | "creation";

/** One sentence of the contract. Without documented, observed and inferred it is open: run, recorded, not judged. */
export interface Clause {
  /** Four characters, permanent, never reused. */
  readonly id: string;
  readonly area: Area;
  readonly level: Level;
  /** The minor version of this package with which it came, as `0.1`. */
  readonly since: string;
  readonly text: string;
  /** JSON pointers into the OpenAPI file: the constraint keywords that generate this clause's cases. */
  readonly constraints?: readonly string[];
  /** What every judged case must show; absent where a check in code says it. */
  readonly expect?: Expectation;
  /** The check holds for every observation of this scope, whatever the case. */
  readonly holds?: Scope;
  /** With `holds`: only in the cases of these clauses. */
  readonly among?: readonly string[];
  /** Clauses on which this one builds: where one of them fails, nothing can be said about this one. */
  readonly after?: readonly string[];
  /** The name of the check in code; by default `accepted` or `refused`, from the expectation. */
  readonly check?: string;
  readonly needs?: readonly Capability[];
  readonly documented?: Grounds;
  readonly observed?: Grounds;
  /** Why this follows from what is known. Judged, at most `should`. */
  readonly inferred?: string;
  /** Cases that are plain data. */
  readonly cases?: readonly CaseTemplate[];
}

/** A case written as data: the base request with some fields replaced (`null` removes one). */
export interface CaseTemplate {
  readonly slug: string;
  readonly title: string;
  readonly input?: Input;
  /** Start from the request that uses every structure, not from the minimal one. */
  readonly dressed?: true;
  readonly as?: Principal;
  readonly wire?: Wire;
}

// ─── the plan ────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * A value of a planned request. A string may hold `{name}`, which stands for the case's own name. An object with a
 * `$` key is drawn at the edge: see {@link Draw}.
 */
export type Value = string | number | boolean | null | Draw | readonly Value[] | { readonly [key: string]: Value };
export type Input = { readonly [key: string]: Value };

/** What the plan needs but cannot hold, because the run draws it. */
export type Draw =
  /** The text, lengthened with `with`, or cut, to `to` characters. */
  | { readonly $pad: string; readonly to: number; readonly with: string }
  | { readonly $repeat: string; readonly times: number }
  /**
   * Key material by its name in the action's corpus: the bytes of a key file, lengthened to `to` by its comment; in
   * another encoding of the corpus, or under another comment, where these are given.
   */
  | { readonly $material: string; readonly to?: number; readonly comment?: string; readonly encoding?: string }
  /** The same, as the very text of the wire parameter, where that is not simply the base64 of the bytes. */
  | { readonly $wire: string }
  /** A member of an earlier step's answer, as `step.Member`. */
  | { readonly $ref: string };

/** What only the raw drive can say. */
export interface Wire {
  readonly method?: "GET";
  /** Parameters of a POST that stand in the query of its URL, instead of in its body. */
  readonly inQuery?: readonly string[];
  /** Wire parameters set after serialisation; `null` removes one. */
  readonly set?: { readonly [parameter: string]: Value };
  /** Text appended to the body as it is. */
  readonly append?: string;
  /** Signed in the query instead of the headers; with `method: GET`. */
  readonly presigned?: true;
  /** Does not name the body's hash in a header of its own, beside the signature that covers it. */
  readonly hidesHash?: true;
  /** Text appended to the body after it was signed. */
  readonly tamper?: string;
  /** `count` further parameters, `Filler.1=x` and so on. */
  readonly filler?: number;
  /** `spaces-as-plus`: `+` for a blank, as HTML forms do; `lower-hex`: `%2f`; `charset`: names UTF-8 in the content type. */
  readonly spelling?: "spaces-as-plus" | "lower-hex" | "charset" | "reversed";
}

/** Whose credentials sign a request: the run's own, or deliberately poor ones. */
export type Principal = "run" | "anonymous" | "unknown-key" | "wrong-secret" | "unauthorized";

export interface Step {
  readonly id: string;
  readonly action: string;
  readonly input: Input;
  /** A step that only prepares: if it is not accepted, what follows can't be observed. */
  readonly setup?: true;
  /**
   * What later steps of the case build on, and the clause that says so: where it is otherwise, they are not judged, and
   * that clause is to blame.
   */
  readonly premise?: Premise;
  /** In the run's second Region. */
  readonly elsewhere?: true;
  /** Said only when nothing came back for that step: one silence proves nothing. */
  readonly ifSilent?: string;
  /** Neighbouring steps of one mark are sent at the same time: a race. */
  readonly together?: string;
  readonly as?: Principal;
  readonly wire?: Wire;
}

/** What must have become of a step. */
export interface Premise {
  readonly outcome: "accepted" | "refused";
  readonly clause: string;
}

/** One clause judged by one check on some steps of a case. The check `open` records and judges nothing. */
export interface Judgement {
  readonly clause: string;
  readonly check: string;
  readonly steps: readonly string[];
  /**
   * Clauses that the same case must show to hold before this one is judged: an absence proves nothing by a look that was
   * never seen to show anything.
   */
  readonly provided?: readonly string[];
  /** The check itself says what silence means; otherwise a step that nobody answered leaves nothing to judge. */
  readonly silence?: "judged";
}

/** A plan of steps with a permanent id; pure data. */
export interface Case {
  readonly id: string;
  readonly title: string;
  readonly area: Area;
  /** The clauses that this case is made for; clauses that hold for every exchange come on top. */
  readonly clauses: readonly string[];
  readonly steps: readonly Step[];
  readonly judgements: readonly Judgement[];
  /** The accepted case from which this one differs in exactly one field. */
  readonly twin?: string;
  readonly needs: readonly Capability[];
  /** Said by these drives only; by all that can say it where absent. */
  readonly drives?: readonly Drive[];
  /** Makes a thing that can have no name: it runs alone in its Region. */
  readonly nameless?: true;
}

/** A planned value with everything drawn: what both drives send. */
export type BoundValue = string | boolean | Uint8Array | readonly BoundValue[] | { readonly [key: string]: BoundValue };
export type BoundInput = { readonly [key: string]: BoundValue };

// ─── the run ─────────────────────────────────────────────────────────────────────────────────────────────────────

export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface WireResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The bytes were no valid UTF-8; `body` then has replacement characters. */
  readonly notUtf8?: true;
}

/** Why there is no answer. */
export type Silence = "timeout" | "reset" | "unreachable" | "not-sent";

/** One request and what came back, both as they were on the wire. */
export interface Exchange {
  readonly step: string;
  readonly action: string;
  readonly drive: Drive;
  readonly request: WireRequest;
  readonly response?: WireResponse;
  /** Absent when there is a response. `broken`: bytes came that are no complete HTTP answer. */
  readonly trouble?: { readonly kind: Silence | "broken"; readonly why: string };
  /** What the SDK made of the answer; absent for the raw drive. */
  readonly parsed?: SdkReading;
  /** When it was sent, by our clock: ISO 8601. Absent in reports of earlier versions. */
  readonly sentAt?: string;
  readonly milliseconds: number;
  /** How often it was sent, where an answer said "not now". */
  readonly tries?: number;
  /** Repeated because the target settles late: how often, and how long it took until the answer was judged. */
  readonly settled?: { readonly repeats: number; readonly milliseconds: number };
}

/** The SDK's reading of an answer. */
export type SdkReading =
  | { readonly kind: "output"; readonly output: Output }
  | { readonly kind: "error"; readonly name: string; readonly message: string };

/** An answer by the member names of the model; a member that is absent on the wire is absent here. */
export type Output = { readonly [member: string]: Json };

/** An element of the answer's XML. */
export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  readonly text: string;
  readonly children: readonly XmlElement[];
  /** What no answer of EC2 has: a prefix, attributes. Absent where there is none. */
  readonly notes?: readonly string[];
}

/**
 * What was seen at one step. Reading is lenient: whatever can be read of an answer is read, and what is wrong with its
 * form is kept beside it, for the clauses that speak about form.
 */
export type Observation = {
  readonly step: Step;
  readonly sent: BoundInput;
  readonly exchange: Exchange;
  /** Why the body is no well-formed XML, where it is not. */
  readonly flaw?: string;
} & (
  | {
      readonly kind: "output";
      readonly document: XmlElement;
      readonly output: Output;
      /** Elements and the like that the model does not have. */
      readonly extras: readonly string[];
      /** Members that were found in another place, or under another name, than the model says. */
      readonly misplaced: readonly string[];
    }
  | {
      readonly kind: "error";
      /** Absent where the error is no XML. */
      readonly document?: XmlElement;
      /** The code without what other spellings put around it. */
      readonly code: string;
      /** The code as it was spelled. */
      readonly spelled: string;
      readonly message: string;
    }
  /** It answered, but not as EC2 does. `document` where it is XML at all. */
  | { readonly kind: "unreadable"; readonly document?: XmlElement; readonly why: string }
  | { readonly kind: "unanswered"; readonly why: string }
);

/** What a check found wrong. */
export interface Finding {
  readonly expected: string;
  readonly actual: string;
}

/** `not-applicable`: nothing to judge here. `indeterminate`: it could not be observed. */
export type Judged =
  | { readonly kind: "pass" }
  | ({ readonly kind: "fail"; readonly step?: string } & Finding)
  | { readonly kind: "indeterminate"; readonly why: string }
  | { readonly kind: "not-applicable" };

export const verdictKinds = ["error", "fail", "indeterminate", "pass", "skip", "open", "not-run"] as const;
export type VerdictKind = (typeof verdictKinds)[number];

/** The judgement of one clause in one case under one drive. */
export interface Verdict {
  readonly clause: string;
  readonly drive: Drive;
  readonly verdict: VerdictKind;
  readonly expected?: string;
  readonly actual?: string;
  /** Why it was skipped, not observed, or what broke in the harness. */
  readonly why?: string;
  /** The step whose answer decided. */
  readonly step?: string;
  /**
   * The clause whose failure left nothing to judge here: what was wanted and seen is kept, but it is that clause's
   * finding. Only with `indeterminate`.
   */
  readonly blockedBy?: string;
  readonly documented?: VerdictKind;
  readonly observed?: VerdictKind;
}

/** Where raw and sdk differ on a clause, and whose fault it is. */
export interface Disagreement {
  readonly clause: string;
  readonly raw: VerdictKind;
  readonly sdk: VerdictKind;
  readonly fault: "target" | "sdk";
  readonly why: string;
}

/** Where in the random part of a run a case was found, or what it sums up. */
export interface RandomOrigin {
  /** The property that it belongs to. */
  readonly property: string;
  /** Of a summary: how many runs were made; of a finding: in which run it was found. */
  readonly runs: number;
  /** What `--replay` takes to run a finding again: the seed, and the path to its smallest form. */
  readonly replay?: string;
  /** How many requests it took to make the finding smaller. */
  readonly shrinkRequests?: number;
}

export interface CaseResult {
  readonly case: Case;
  /** Absent for the cases of the plan. */
  readonly random?: RandomOrigin;
  readonly verdicts: readonly Verdict[];
  readonly exchanges: readonly Exchange[];
  readonly disagreements: readonly Disagreement[];
}

/** Runs one case: on all drives that can say it, or on some; selected as itself, or as what it belongs to. */
export type CaseRunner = (
  planned: Case,
  how?: { readonly drives?: readonly Drive[]; readonly selectedAs?: string },
) => Promise<CaseResult>;
