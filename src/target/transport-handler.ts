import type { Transport } from "../model.ts";

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

/** A request of the SDK as one that a Transport takes. */
export function webRequest({ method, protocol, hostname, port, path, headers, body }: SdkRequest): Request {
  const { host: _, ...sent } = headers;
  const url = `${protocol}//${hostname}${port === undefined ? "" : `:${port}`}${path}`;
  return new Request(url, { method, headers: sent, body: body ?? "" });
}

/** A Transport as the request handler of an SDK client. */
export function handlerOver(transport: Transport): { handle(request: SdkRequest): Promise<object> } {
  return {
    async handle(request) {
      const response = await transport(webRequest(request));
      const body = new Uint8Array(await response.arrayBuffer());
      return { response: { statusCode: response.status, headers: Object.fromEntries(response.headers), body } };
    },
  };
}
