import { interceptedEndpoint, type NetworkKind } from "./network.ts";
import { setNockAside } from "./nock.ts";

const noSocket = "msw has no connection that could end";

/** msw in the caller's own process. EC2's real endpoints lead here too, so that nothing goes out. */
export const mswNetwork: NetworkKind = {
  cannot: { before: noSocket, after: noSocket, cut: noSocket },
  async open(transport, region) {
    const [{ setupServer }, { handlers }] = await Promise.all([import("msw/node"), import("../../msw.ts")]);
    const bringNockBack = setNockAside();
    const endpoint = interceptedEndpoint(region);
    const server = setupServer(...handlers({ mock: transport, endpoint }), ...handlers({ mock: transport }));
    server.listen({ onUnhandledFrame: "bypass" });
    const close = async (): Promise<void> => {
      await server.close();
      bringNockBack();
    };
    return { endpoint, close, leave: close };
  },
};
