import type { Transport } from "../src/model.ts";

/** A request as it was sent, to be sent again without any of ours around it. */
export interface RecordedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
}

/** Keeps every request that passes, in the order in which they were sent. */
export function recording(transport: Transport): {
  readonly transport: Transport;
  readonly requests: RecordedRequest[];
} {
  const requests: RecordedRequest[] = [];
  return {
    requests,
    async transport(request) {
      const body = request.body === null ? null : new Uint8Array(await request.clone().arrayBuffer());
      requests.push({ method: request.method, url: request.url, headers: Object.fromEntries(request.headers), body });
      return transport(request);
    },
  };
}
