import type nock from "nock";
import { interceptedEndpoint, type NetworkKind } from "./network.ts";

let loaded: typeof nock | undefined;

/** nock in the caller's own process. EC2's real endpoint of the Region leads here too, so that nothing goes out. */
export const nockNetwork: NetworkKind = {
  cannot: { cut: "nock ends no body in its middle" },
  async open(transport, region) {
    const [{ default: running }, { scope }] = await Promise.all([import("nock"), import("../../nock.ts")]);
    loaded = running;
    if (!running.isActive()) running.activate();
    const endpoint = interceptedEndpoint(region);
    const scopes = [scope({ mock: transport, endpoint }), scope({ mock: transport, region })];
    const close = async (): Promise<void> => {
      for (const interceptor of scopes.flatMap(interceptorsOf)) running.removeInterceptor(interceptor);
    };
    return { endpoint, close, leave: close };
  },
};

/** Sets a nock aside that is active with nothing to do: it would write answers a second time that msw gives. */
export function setNockAside(): () => void {
  const running = loaded;
  if (running === undefined || !running.isActive() || running.activeMocks().length > 0) return () => undefined;
  running.restore();
  return () => running.activate();
}

/** A scope's interceptors, which nock's types do not show; it takes no other handle to remove them one by one. */
function interceptorsOf(taken: nock.Scope): readonly nock.Interceptor[] {
  return (taken as nock.Scope & { readonly interceptors: readonly nock.Interceptor[] }).interceptors;
}
