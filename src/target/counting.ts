import type { Transport } from "../model.ts";
import type { Replayed, Target } from "./target.ts";

/** The target with its requests counted: also those of twins outside of the selection, of cleanup and of sweeps. */
export function counting(target: Target): { readonly target: Target; requests(): number } {
  let count = 0;
  const counted =
    (transport: Transport): Transport =>
    (request) => {
      count++;
      return transport(request);
    };
  const { replayed } = target;
  const at: Replayed["at"] | undefined =
    replayed &&
    ((place) => {
      const { transport, hasMore } = replayed.at(place);
      return { transport: counted(transport), hasMore };
    });
  return {
    target: {
      ...target,
      transport: counted(target.transport),
      ...(replayed && at && { replayed: { ...replayed, at } }),
    },
    requests: () => count,
  };
}
