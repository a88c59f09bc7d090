import { createHash } from "node:crypto";
import type { Drive, Verdict } from "../model.ts";
import type { Contract } from "../spec/contract.ts";

/** What is told of a case for a diagnosis, whatever else is kept of it. */
export interface JudgedCase {
  readonly id: string;
  readonly verdicts: readonly Verdict[];
}

/** What became of one clause in one case, as far as it tells of causes. */
export interface Sign {
  readonly case: string;
  readonly clause: string;
  /**
   * `red`: it failed; `blocked`: it failed, and another clause explains it; `green`: it held. What was not observed is no
   * sign.
   */
  readonly kind: "red" | "blocked" | "green";
  /** A short hash of what was seen where AWS is different; empty where that tells nothing. */
  readonly value: string;
  /** A short hash of its form: the same for two ids that differ in their digits only. */
  readonly form: string;
}

/** A sign that a fault makes. The value is empty where it is another in every run, and so is the form. */
export type FaultSign = Sign & { readonly kind: "red" | "blocked" };

/** The signs of some settled cases. What the drives tell differently, the raw one says. Pure. */
export function signsOf({ clauses }: Pick<Contract, "clauses">, cases: readonly JudgedCase[]): readonly Sign[] {
  const signOf = (verdict: Verdict): Pick<Sign, "kind" | "value" | "form"> | undefined => {
    const kind = kindOf(verdict);
    if (kind === undefined || kind === "green") return kind && { kind, value: "", form: "" };
    if (isRefusal(verdict)) return { kind, value: "", form: hashOf("refused") };
    const telling = tellingPart(clauses.get(verdict.clause)?.check, verdict.actual ?? "");
    return { kind, value: hashOf(telling), form: hashOf(formOf(telling)) };
  };
  return cases.flatMap(({ id, verdicts }) =>
    [...Map.groupBy(verdicts, ({ clause }) => clause)].flatMap(([clause, all]) => {
      const kinds = all.toSorted((one, other) => order[one.drive] - order[other.drive]).map(signOf);
      const worst = (["red", "blocked", "green"] as const).find((kind) => kinds.some((one) => one?.kind === kind));
      const found = kinds.find((one) => one !== undefined && one.kind === worst);
      return found === undefined ? [] : [{ case: id, clause, ...found }];
    }),
  );
}

const order = { raw: 0, sdk: 1, wrapper: 2 } as const satisfies Record<Drive, number>;

function kindOf({ verdict, blockedBy, expected }: Verdict): Sign["kind"] | undefined {
  if (verdict === "pass") return "green";
  if (verdict === "fail") return "red";
  // What was wanted and seen is kept of a failure that is another clause's finding.
  return blockedBy !== undefined && expected !== undefined ? "blocked" : undefined;
}

function hashOf(text: string): string {
  return text === "" ? "" : createHash("sha256").update(text).digest("hex").slice(0, 6);
}

/** Where a success is wanted, that it is refused is the finding, by whatever code. A dry run is told by its own. */
function isRefusal({ expected = "", actual = "" }: Verdict): boolean {
  return expected.startsWith("200 ") && /^4\d\d (?!DryRunOperation)[\w.]+: /.test(actual);
}

/** What was seen, without what every run draws anew and without the words that are an implementation's own. */
function tellingPart(check: string | undefined, actual: string): string {
  // A wrong text is a wrong text, whatever it says.
  if (check === "message-text") return "";
  const [, status = "", code = ""] = /^(\d{3}) (?:(?:Client|Server)\.)?([\w.]+): /.exec(actual) ?? [];
  // Status and code are judged by clauses of their own, and so is the message.
  if (code !== "") return check === "status-of-code" ? status : code;
  return (
    actual
      .replace(/ec2c-[0-9a-z]{1,9}-[0-9a-f]{8}-[0-9a-f]{4}/gi, "RUN")
      .replace(/-sdk\b/g, "-raw")
      .replace(/^(HTTP \d{3}, [\w/+-]+).*$/s, "$1")
      // How many others there are is of the cases that run beside it.
      .replace(/^[1-9]\d* (key pairs): .+$/s, "$1")
      .replace(/^(xmlns="[^"]+)\/"$/, '$1"')
  );
}

/** Each run of letters and digits as what it is made of, and how long it is. */
function formOf(text: string): string {
  // Where octets have lost a zero is another place in each.
  if (/^"?[0-9a-f]{1,2}(:[0-9a-f]{1,2}){15}"?$/.test(text) && /\b[0-9a-f]\b/.test(text))
    return "octets, some of one digit";
  return text.replace(/[\w+/=]{2,}/g, (run) => {
    const [made = "text"] = Object.entries(alphabets).find(([, alphabet]) => alphabet.test(run)) ?? [];
    return `${made}${run.length}`;
  });
}

const alphabets = { hex: /^[0-9a-f]+$/, HEX: /^[0-9A-F]+$/ } as const;
