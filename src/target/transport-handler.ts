import type { Transport } from "../model.ts";
import { mostOfSideCall, readBody } from "./read-body.ts";

/** What the SDK hands to its request handler, as far as it is read here. */
export interface SdkRequest {
  readonly method: string;
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Where a request of the SDK goes, and its headers but for Host, which is of the address. */
export function addressed({ protocol, hostname, port, path, headers }: SdkRequest): {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
} {
  const { host: _, ...sent } = headers;
  return { url: `${protocol}//${hostname}${port === undefined ? "" : `:${port}`}${path}`, headers: sent };
}

/** A Transport as the request handler of an SDK client. */
export function handlerOver(transport: Transport): { handle(request: SdkRequest): Promise<object> } {
  return {
    async handle(request) {
      const { url, headers } = addressed(request);
      const web = new Request(url, { method: request.method, headers: { ...headers }, body: request.body ?? "" });
      const response = await transport(web);
      const body = new Uint8Array(await readBody(response, mostOfSideCall));
      return { response: { statusCode: response.status, headers: Object.fromEntries(response.headers), body } };
    },
  };
}
