import { redactHeaders, redactText, secretsOf } from "../drive/redact.ts";
import type { Exchange } from "../model.ts";
import { dummyCredentials } from "../target/target.ts";
import { trimExchange } from "../wire/trim-exchange.ts";
import type { SentCall } from "./sent-call.ts";

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
