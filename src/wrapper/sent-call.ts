import { redactHeaders, redactText, secretsOf } from "../drive/redact.ts";
import type { Access, Authorization } from "../mock/authenticate.ts";
import type { Exchange } from "../model.ts";
import { dummyCredentials } from "../target/target.ts";
import { trimExchange } from "../wire/trim-exchange.ts";

/** One request of a wrapper, as the network below it saw it, and what it was answered. */
export interface SentCall {
  readonly action: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly repeated: readonly string[];
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** What its signatures say; none, one, or one in each of header and query. */
  readonly signatures: readonly Authorization[];
  readonly access: Access;
  readonly sentAt: string;
  readonly answer: GivenAnswer;
}

export type GivenAnswer =
  | {
      readonly kind: "answered";
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
      /** The code of an error. */
      readonly code?: string;
    }
  | { readonly kind: "lost" | "silent"; readonly why: string };

/** Client errors that say: not now. Limits on what an account may have do not go away by asking again. */
const passing = /^(RequestLimitExceeded|Throttling(Exception)?|RequestThrottled(Exception)?|RequestExpired)$/;

/** Whether a second try is right after this answer: it was about throttling, the server or the connection. */
export function isRetryable(answer: GivenAnswer): boolean {
  if (answer.kind !== "answered") return true;
  return answer.status >= 500 || passing.test(answer.code ?? "");
}

/** The same request: whoever sends it after the other sends it again. */
export function isSameRequest(one: SentCall, other: SentCall): boolean {
  return one.action === other.action && keyOf(one) === keyOf(other);
}

function keyOf({ parameters }: SentCall): string {
  const said = [...parameters].filter(([name]) => !/^(X-Amz-|Signature|Timestamp|Expires|AWSAccessKeyId)/.test(name));
  return JSON.stringify(said.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A request as a report shows it, without what signs it. */
export function exchangeOf(call: SentCall, at: number): Exchange {
  const secrets = [
    ...secretsOf(dummyCredentials, call.headers["authorization"] ?? call.url),
    ...secretsOf(dummyCredentials, call.url),
  ];
  const { answer, action, method, sentAt } = call;
  return trimExchange({
    step: `request-${at + 1}`,
    action,
    drive: "wrapper",
    request: {
      method,
      url: redactText(call.url, secrets),
      headers: redactHeaders(call.headers, secrets),
      body: redactText(call.body, secrets),
    },
    ...(answer.kind === "answered"
      ? { response: { status: answer.status, headers: answer.headers, body: answer.body } }
      : { trouble: { kind: answer.kind === "lost" ? "reset" : "timeout", why: answer.why } }),
    sentAt,
    milliseconds: 0,
  });
}
