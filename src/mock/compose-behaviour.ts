import { isDeepStrictEqual } from "node:util";
import type { Fault } from "./fault.ts";

/**
 * How several faults that replace one hook get on: `pipe`, each works on what the one before made of the first argument;
 * `departing`, the first that does something else than the reference is obeyed. Of hooks that are not listed, which act or
 * draw, the last fault's wins.
 */
export type Ways<Behaviour extends object> = { readonly [Name in keyof Behaviour]?: "pipe" | "departing" };

type Hook = (...args: readonly unknown[]) => unknown;

/** The behaviour with the faults' hooks in the place of its own. */
export function composeBehaviour<Behaviour extends object>(
  base: Behaviour,
  faults: readonly Fault[],
  ways?: Ways<Behaviour>,
): Behaviour {
  const overrides = faults.flatMap((fault) => (fault.kind === "behaviour" ? Object.entries(fault.behaviour) : []));
  const composed = [...Map.groupBy(overrides, ([name]) => name)].map(([name, all]): [string, unknown] => {
    const hooks = all.map(([, hook]) => hook as Hook);
    const way = ways?.[name as keyof Behaviour];
    if (hooks.length === 1 || way === undefined) return [name, hooks.at(-1)];
    return [name, way === "pipe" ? piped(hooks) : departing(base[name as keyof Behaviour] as Hook, hooks)];
  });
  return { ...base, ...(Object.fromEntries(composed) as Partial<Behaviour>) };
}

const piped =
  (hooks: readonly Hook[]): Hook =>
  (value, ...rest) =>
    hooks.reduce((piping, hook) => hook(piping, ...rest), value);

const departing =
  (base: Hook, hooks: readonly Hook[]): Hook =>
  (...args) => {
    const own = base(...args);
    for (const hook of hooks) {
      const result = hook(...args);
      if (!isDeepStrictEqual(result, own)) return result;
    }
    return own;
  };
