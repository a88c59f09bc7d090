import { importKeyPair } from "../actions/import-key-pair/import-key-pair.ts";
import { checkOf } from "../judge/checks/protocol-checks.ts";
import type { BoundInput, Clause, Exchange, Expectation, Judged, Observation, Step } from "../model.ts";
import { loadContract } from "../spec/load-contract.ts";
import { observe } from "../wire/observe.ts";

export const contract = loadContract(importKeyPair.files);

/** What a target answered, as far as a test cares; the rest is as AWS would have it. */
export interface Answered {
  readonly action?: string;
  readonly sent?: BoundInput;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly notUtf8?: true;
  readonly trouble?: Exchange["trouble"];
  readonly parsed?: Exchange["parsed"];
  readonly sentAt?: string;
  readonly step?: Partial<Step>;
}

export const requestId = "59dbff89-35bd-4eac-99ed-be587ed81825";

/** A success as EC2 writes it around these members. */
export function success(members = "", action = "ImportKeyPair"): string {
  return `<${action}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>${requestId}</requestId>${members}</${action}Response>`;
}

/** An error as EC2 writes it. */
export function failure(code: string, message = "no"): string {
  return `<Response><Errors><Error><Code>${code}</Code><Message>${message}</Message></Error></Errors><RequestID>${requestId}</RequestID></Response>`;
}

/** What the harness observes of such an answer. */
export function observation(given: Answered = {}): Observation {
  const {
    action = "ImportKeyPair",
    sent = {},
    status = 200,
    headers,
    body = success("", action),
    notUtf8,
    trouble,
    parsed,
    sentAt,
  } = given;
  const step: Step = { id: "request", action, input: {}, ...given.step };
  const exchange: Exchange = {
    step: step.id,
    action,
    drive: parsed === undefined ? "raw" : "sdk",
    request: { method: "POST", url: "http://t.test/", headers: {}, body: `Action=${action}` },
    ...(trouble === undefined
      ? {
          response: {
            status,
            headers: { "content-type": "text/xml;charset=UTF-8", ...headers },
            body,
            ...(notUtf8 && { notUtf8 }),
          },
        }
      : { trouble }),
    ...(parsed && { parsed }),
    ...(sentAt !== undefined && { sentAt }),
    milliseconds: 1,
  };
  return observe(contract, step, sent, exchange);
}

/** What a check says of such answers, one a step. */
export function judged(
  check: string,
  answers: readonly Answered[],
  { expect = {}, clause = "M3P2" }: { readonly expect?: Expectation; readonly clause?: string } = {},
): Judged {
  const seen = answers.map(observation);
  const all = new Map(seen.map((one) => [one.step.id, one]));
  const judgement = checkOf(importKeyPair, check)({ contract, clause: clauseOf(clause), expect, seen, all });
  if (judgement.kind !== "fail") return judgement;
  // Which step it was is told by the tests of whoever uses it.
  const { step: _, ...rest } = judgement;
  return rest;
}

export function clauseOf(id: string): Clause {
  const clause = contract.clauses.get(id);
  if (clause === undefined) throw new Error(`no clause ${id}`);
  return clause;
}

export const pass: Judged = { kind: "pass" };
export const notApplicable: Judged = { kind: "not-applicable" };
export function fail(expected: string, actual: string): Judged {
  return { kind: "fail", expected, actual };
}
export function indeterminate(why: string): Judged {
  return { kind: "indeterminate", why };
}
