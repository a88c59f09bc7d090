import { X509Certificate } from "node:crypto";
import type { Agent, Dispatcher } from "undici";
import { messageOf, UsageError } from "../errors.ts";
import type { Transport } from "../model.ts";
import { readBounded } from "../spec/read-bounded.ts";
import { isRealAws } from "./aws/is-real-aws.ts";
import { TransportError } from "./transport-error.ts";

export interface EndpointOptions {
  /** How many connections are kept. */
  readonly concurrency: number;
  /** Further headers of every request, for proxies; unsigned, and never in a report. */
  readonly headers?: Readonly<Record<string, string>>;
  /** A file with certificates of authorities to trust. */
  readonly cacert?: string;
}

/** What is behind a URL: no retries, no redirects, connections kept alive. */
export interface Endpoint {
  readonly transport: Transport;
  close(): Promise<void>;
}

/**
 * Opens a URL over undici.
 * @throws {UsageError} for hosts of the real AWS: nothing reaches a real account without its guard.
 */
export async function openEndpoint(url: URL, options: EndpointOptions): Promise<Endpoint> {
  if (isRealAws(url.hostname)) {
    throw new UsageError(
      `Failed to use ${url.origin} as the target: it belongs to the real AWS. Name an emulator's URL, or test the real one with its guard: ec2-contract test aws --account ID --region REGION.`,
    );
  }
  return open(options);
}

/**
 * Opens these origins and no other, hosts of the real AWS among them. Only what has passed the guard of `live/` may
 * use it.
 */
export async function openOrigins(origins: readonly string[], options: EndpointOptions): Promise<Endpoint> {
  const { transport, close } = await open(options);
  return {
    transport: async (request) => {
      const { origin } = new URL(request.url);
      if (!origins.includes(origin))
        throw new TransportError("not-sent", `${origin} is not among the guarded endpoints`);
      return transport(request);
    },
    close,
  };
}

async function open(options: EndpointOptions): Promise<Endpoint> {
  const { headers = {} } = options;
  const [bad] = Object.entries(headers).find(([, value]) => !/^[\t\x20-\x7e\x80-\xff]*$/.test(value)) ?? [];
  if (bad !== undefined) {
    throw new UsageError(
      `Failed to use the header ${bad}: its value holds a line break, or another character that no header may hold. Leave it out.`,
    );
  }
  const ca = options.cacert === undefined ? undefined : readCertificates(options.cacert);
  const undici = await import("undici");
  const agent = new undici.Agent({
    connections: options.concurrency,
    pipelining: 1,
    connect: { timeout: 5_000, ...(ca !== undefined && { ca }) },
    // The time limit of an exchange covers both.
    bodyTimeout: 0,
    headersTimeout: 0,
  });
  return { transport: (request) => send(agent, request, headers), close: () => agent.destroy() };
}

async function send(agent: Agent, request: Request, further: Readonly<Record<string, string>>): Promise<Response> {
  const url = new URL(request.url);
  const answer = await agent.request({
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method: request.method as "POST",
    headers: { ...Object.fromEntries(request.headers), ...further },
    body: request.body === null ? null : new Uint8Array(await request.arrayBuffer()),
    signal: request.signal,
  });
  const { statusCode, headers, body } = answer;
  if (statusCode < 200 || statusCode > 599) {
    discard(body);
    throw new TransportError("broken", `the HTTP status is ${statusCode}`);
  }
  const fields = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((text): [string, string] => [name, text]),
  );
  const isBodyless = statusCode === 204 || statusCode === 205 || statusCode === 304;
  if (isBodyless) discard(body);
  const stream = isBodyless ? null : (ReadableStream.from(body) as ReadableStream<Uint8Array>);
  return new Response(stream, { status: statusCode, headers: fields });
}

/** Reads no further. Undici calls that an error of the body, which nobody waits for. */
function discard(body: Dispatcher.ResponseData["body"]): void {
  body.on("error", () => undefined);
  body.destroy();
}

function readCertificates(path: string): string {
  const text = readBounded(path, "Name a PEM file.");
  const blocks =
    text.match(/-----BEGIN (?:TRUSTED )?CERTIFICATE-----[\s\S]*?-----END (?:TRUSTED )?CERTIFICATE-----/g) ?? [];
  if (blocks.length === 0)
    throw new UsageError(`Failed to use ${path}: it holds no certificate. Name a PEM file of certificates.`);
  for (const [index, block] of blocks.entries()) {
    try {
      new X509Certificate(block);
    } catch (cause) {
      throw new UsageError(
        `Failed to use ${path}: its certificate ${index + 1} can't be read: ${messageOf(cause)}. Name a PEM file of certificates.`,
        { cause },
      );
    }
  }
  return text;
}
