import { serveMock } from "../../mock/http-server.ts";
import type { NetworkKind } from "./network.ts";

/** A server on a free port of this machine: for any HTTP stack, also of other processes. */
export const httpNetwork: NetworkKind = {
  cannot: {},
  async open(transport) {
    const { url, close, leave } = await serveMock(transport);
    return { endpoint: url, close, leave };
  },
};
