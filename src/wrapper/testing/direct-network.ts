import type { Transport } from "../../model.ts";
import { interceptedEndpoint, type NetworkKind } from "../networks/network.ts";

/**
 * A network without sockets, one scenario at a time, for what asks the same of hundreds of wrappers that let their `fetch` be
 * chosen.
 */
export function createDirectNetwork(): { readonly network: NetworkKind; readonly fetch: typeof globalThis.fetch } {
  let open: Transport | undefined;
  const close = async (): Promise<void> => {
    open = undefined;
  };
  return {
    network: {
      cannot: {},
      async open(transport, region) {
        open = transport;
        return { endpoint: interceptedEndpoint(region), close, leave: close };
      },
    },
    async fetch(input, init) {
      const request = new Request(input, init);
      const answer = open?.(request) ?? Promise.reject(new Error("the scenario is over"));
      const stopped = new Promise<never>((_, reject) => {
        request.signal.addEventListener("abort", () => reject(request.signal.reason));
      });
      return Promise.race([answer, stopped]);
    },
  };
}
