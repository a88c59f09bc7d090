import type { Transport } from "../model.ts";
import type { Target } from "./target.ts";

/** The target with its requests counted: also those of twins outside of the selection, of cleanup and of sweeps. */
export function counting(target: Target): { readonly target: Target; requests(): number } {
  let count = 0;
  const transport: Transport = (request) => {
    count++;
    return target.transport(request);
  };
  return { target: { ...target, transport }, requests: () => count };
}
