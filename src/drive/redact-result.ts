import type { CaseResult, Exchange, SdkReading, Verdict } from "../model.ts";
import { redactHeaders, redactText, redactValue } from "./redact.ts";

/**
 * A result without what the caller gave. Done after the judgement: a header's value may well be a word that an honest
 * answer holds, and nobody is blamed for a report that hides it.
 */
export function redactResult(result: CaseResult, secrets: readonly string[]): CaseResult {
  if (secrets.length === 0) return result;
  const clean = (text: string): string => redactText(text, secrets);
  return {
    ...result,
    verdicts: result.verdicts.map(
      (verdict): Verdict => ({
        ...verdict,
        ...(verdict.expected !== undefined && { expected: clean(verdict.expected) }),
        ...(verdict.actual !== undefined && { actual: clean(verdict.actual) }),
        ...(verdict.why !== undefined && { why: clean(verdict.why) }),
      }),
    ),
    exchanges: result.exchanges.map((exchange) => hideSecrets(exchange, secrets)),
    disagreements: result.disagreements.map((one) => ({ ...one, why: clean(one.why) })),
  };
}

/** An exchange without what the caller gave. */
export function hideSecrets(exchange: Exchange, secrets: readonly string[]): Exchange {
  if (secrets.length === 0) return exchange;
  const { request, response, trouble, parsed } = exchange;
  const clean = (text: string): string => redactText(text, secrets);
  return {
    ...exchange,
    request: {
      ...request,
      url: clean(request.url),
      headers: redactHeaders(request.headers, secrets),
      body: clean(request.body),
    },
    ...(response && {
      response: { ...response, headers: redactHeaders(response.headers, secrets), body: clean(response.body) },
    }),
    ...(trouble && { trouble: { ...trouble, why: clean(trouble.why) } }),
    ...(parsed && { parsed: redactParsed(parsed, secrets) }),
  };
}

function redactParsed(parsed: SdkReading, secrets: readonly string[]): SdkReading {
  if (parsed.kind === "output") return { ...parsed, output: redactValue(parsed.output, secrets) };
  return { ...parsed, name: redactText(parsed.name, secrets), message: redactText(parsed.message, secrets) };
}
