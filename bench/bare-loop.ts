import pMap from "p-map";
import { Agent } from "undici";
import type { Transport } from "../src/model.ts";
import type { RecordedRequest } from "./recorded-requests.ts";

/** The denominator: the same requests over the same connections, and nothing else. @returns seconds. */
export async function bareLoop(requests: readonly RecordedRequest[], concurrency: number): Promise<number> {
  const agent = new Agent({ connections: concurrency, pipelining: 1 });
  const started = performance.now();
  await pMap(
    requests,
    async ({ method, url, headers, body }) => {
      const { origin, pathname, search } = new URL(url);
      const answer = await agent.request({ origin, path: pathname + search, method: method as "POST", headers, body });
      await answer.body.arrayBuffer();
    },
    { concurrency },
  );
  const seconds = (performance.now() - started) / 1000;
  await agent.close();
  return seconds;
}

/** The same without a network: the transport called with each request in turn. @returns seconds. */
export async function bareCalls(
  transport: Transport,
  requests: readonly RecordedRequest[],
  concurrency: number,
): Promise<number> {
  const started = performance.now();
  await pMap(
    requests,
    async ({ method, url, headers, body }) => {
      const init = { method, headers, ...(body !== null && { body: new Uint8Array(body) }) };
      await (await transport(new Request(url, init))).arrayBuffer();
    },
    { concurrency },
  );
  return (performance.now() - started) / 1000;
}
