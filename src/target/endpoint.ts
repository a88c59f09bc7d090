import { UsageError } from "../errors.ts";
import { isRealAws } from "./is-real-aws.ts";
import { dummyCredentials, type Target, undeclared } from "./target.ts";
import { TransportError } from "./transport-error.ts";

/**
 * A target behind a URL, over undici: no retries, no redirects, connections kept alive.
 * @throws {UsageError} for hosts of the real AWS: nothing reaches a real account without its guard.
 */
export async function endpointTarget(url: URL, options: { readonly concurrency: number }): Promise<Target> {
  if (isRealAws(url.hostname)) {
    throw new UsageError(
      `Failed to use ${url.origin} as the target: it belongs to the real AWS, which this version does not test. Name an emulator's URL.`,
    );
  }
  const { Agent } = await import("undici");
  const agent = new Agent({ connections: options.concurrency, pipelining: 1, connect: { timeout: 5_000 }, bodyTimeout: 0, headersTimeout: 0 });
  return {
    name: url.host,
    endpoint: url,
    transport: (request) => send(agent, request),
    lacks: undeclared,
    credentials: { run: dummyCredentials },
    close: () => agent.destroy(),
  };
}

async function send(agent: import("undici").Agent, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const body = request.body === null ? null : new Uint8Array(await request.arrayBuffer());
  const answer = await agent.request({
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method: request.method as "POST",
    headers: Object.fromEntries(request.headers),
    body,
    signal: request.signal,
  });
  const { statusCode, headers } = answer;
  if (statusCode < 200 || statusCode > 599) {
    answer.body.destroy();
    throw new TransportError("broken", `the HTTP status is ${statusCode}`);
  }
  const fields = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((text): [string, string] => [name, text]),
  );
  const bodyless = statusCode === 204 || statusCode === 205 || statusCode === 304;
  if (bodyless) answer.body.destroy();
  // undici's stream and the DOM's differ in name only.
  const stream = bodyless ? null : (ReadableStream.from(answer.body) as ReadableStream<Uint8Array>);
  return new Response(stream, { status: statusCode, headers: fields });
}
