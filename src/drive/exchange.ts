import type { Cleanup } from "../action.ts";
import type { Exchange, Transport, WireRequest, WireResponse } from "../model.ts";
import { readBody } from "../target/read-body.ts";
import { TransportError } from "../target/transport-error.ts";
import { throttledCode } from "../wire/throttled-code.ts";
import type { Breaker } from "./breaker.ts";
import { callOf, type Outgoing } from "./call-of.ts";
import type { Call, Gate, Hold } from "./gate.ts";
import { redactHeaders, redactText } from "./redact.ts";

/** More than any honest answer; a target that sends without end costs no more memory than this. */
const maxBody = 2 * 1024 * 1024;

/** What came back, and how long it took; `body` is kept as bytes too, for whoever parses it himself. */
export type Answer = Pick<Exchange, "request" | "response" | "trouble" | "sentAt" | "milliseconds" | "tries"> & {
  readonly bytes: Uint8Array;
};

/** What one exchange may take, and what stands before it; a {@link Session} has it all. */
export interface Limits {
  readonly timeout: number;
  readonly signal: AbortSignal;
  readonly breaker: Breaker;
  readonly gate: Gate;
  readonly action: { readonly cleanup: Pick<Cleanup, "creates" | "removes"> };
  /** What the case keeps back of the run's requests. */
  readonly hold?: Hold;
  /** Deletes what was made. */
  readonly cleaning?: true;
}

/**
 * Sends a request and reads the whole answer, within the time limit. What says "not now" is sent again, as often as the
 * gate wants. Never rejects: trouble is a result.
 */
export async function exchange(
  transport: Transport,
  outgoing: Outgoing,
  limits: Limits,
  secrets: readonly string[],
): Promise<Answer> {
  const { signal, breaker, gate, hold } = limits;
  const call = callOf(outgoing, limits.action.cleanup, limits.cleaning === true);
  let last: Answer | undefined;
  for (let tries = 1; ; tries++) {
    const refusal = signal.aborted
      ? "the run was stopped"
      : ((await breaker.admit()) ?? (await gate.admit(call, hold, signal)));
    if (refusal !== undefined) return last ?? unsent(outgoing, refusal, secrets);
    const answer = await sendOnce(transport, outgoing, limits, secrets);
    last = tries === 1 ? answer : { ...answer, tries };
    if (!saysNotNow(call, answer.response)) {
      gate.answered(call, answer.response);
      return last;
    }
    if (!(await gate.throttled(tries, signal))) return last;
  }
}

/** Whether the same request may be sent again. A bare 503 may be a proxy's: what makes something may have been carried out. */
function saysNotNow({ creating }: Call, response: WireResponse | undefined): boolean {
  if (response === undefined) return false;
  return (
    response.status === 429 || throttledCode(response.body) !== undefined || (!creating && response.status === 503)
  );
}

function unsent(outgoing: Outgoing, why: string, secrets: readonly string[]): Answer {
  const request = wireRequest(requestOf(outgoing), outgoing.body, secrets);
  return { request, trouble: { kind: "not-sent", why }, milliseconds: 0, bytes: new Uint8Array() };
}

function requestOf({ method, url, headers, body }: Outgoing, signal?: AbortSignal): Request {
  return new Request(url, {
    method,
    headers: { ...headers },
    ...(method !== "GET" && { body }),
    ...(signal && { signal }),
  });
}

async function sendOnce(
  transport: Transport,
  outgoing: Outgoing,
  limits: Limits,
  secrets: readonly string[],
): Promise<Answer> {
  const started = performance.now();
  const elapsed = (): number => Math.round((performance.now() - started) * 100) / 100;
  const sentAt = new Date().toISOString();
  const deadline = new AbortController();
  const request = requestOf(outgoing, deadline.signal);
  const seen = { request: wireRequest(request, outgoing.body, secrets), sentAt };
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new TransportError("timeout", `no complete answer within ${limits.timeout} ms`)),
      limits.timeout,
    );
  });
  try {
    const answered = receive(transport, request);
    answered.catch(() => undefined); // a late failure after the deadline has no one left to tell
    const { response, bytes } = await Promise.race([answered, timeout]);
    limits.breaker.note("answered");
    return { ...seen, response: wireResponse(response, bytes, secrets), milliseconds: elapsed(), bytes };
  } catch (cause) {
    // Whatever is still to come is not waited for.
    deadline.abort();
    const { kind, message } = TransportError.from(cause);
    limits.breaker.note(kind === "broken" ? "broken" : "silent");
    const trouble = { kind, why: redactText(message, secrets) };
    return { ...seen, trouble, milliseconds: elapsed(), bytes: new Uint8Array() };
  } finally {
    clearTimeout(timer);
  }
}

async function receive(transport: Transport, request: Request): Promise<{ response: Response; bytes: Uint8Array }> {
  const response = await transport(request);
  try {
    return { response, bytes: await readBody(response, maxBody) };
  } catch (cause) {
    const { kind, message } = TransportError.from(cause);
    // It began to answer: that it broke off is its doing.
    throw kind === "reset"
      ? new TransportError("broken", `the answer breaks off in its body: ${message}`, { cause })
      : cause;
  }
}

function wireResponse(response: Response, bytes: Uint8Array, secrets: readonly string[]): WireResponse {
  const { text, isUtf8 } = decode(bytes);
  return {
    status: response.status,
    headers: redactHeaders(Object.fromEntries(response.headers), secrets),
    body: redactText(text, secrets),
    ...(isUtf8 ? {} : { notUtf8: true }),
  };
}

function decode(bytes: Uint8Array): { readonly text: string; readonly isUtf8: boolean } {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), isUtf8: true };
  } catch {
    // With replacement characters, so that a person sees at least the rest.
    return { text: new TextDecoder().decode(bytes), isUtf8: false };
  }
}

/** A request as the report shows it: without its signature. */
function wireRequest(request: Request, body: string, secrets: readonly string[]): WireRequest {
  return {
    method: request.method,
    url: redactText(request.url, secrets),
    headers: redactHeaders(Object.fromEntries(request.headers), secrets),
    body: redactText(body, secrets),
  };
}
