import type { Action } from "../action.ts";
import type { Input, Value } from "../model.ts";

/** The minimal valid request, or the one with every structure. */
export function baseInput(action: Action, dressed: boolean): Input {
  if (dressed) return action.example;
  return Object.fromEntries(Object.entries(action.example).filter(([field]) => action.minimal.includes(field)));
}

/** Whether the field at this path is only there in the dressed request. */
export function isDressed(action: Action, path: readonly string[]): boolean {
  return path[0] !== undefined && !action.minimal.includes(path[0]);
}

/**
 * The smallest valid request with the value at the path; lists on the way are entered at their first item.
 * `undefined` leaves the field out.
 */
export function place(action: Action, path: readonly string[], value: Value | undefined): Input {
  return put(baseInput(action, isDressed(action, path)), path, value) as Input;
}

/** The value of the example at the path. */
export function exampleAt(action: Action, path: readonly string[]): Value | undefined {
  return path.reduce<Value | undefined>((here, key) => (firstOf(here) as Input | undefined)?.[key], action.example);
}

function put(base: Value | undefined, path: readonly string[], value: Value | undefined): Value | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(base)) return [put(base[0] as Value, path, value) as Value, ...base.slice(1)];
  const { [key]: old, ...others } = (base ?? {}) as Input;
  const next = put(old, rest, value);
  return next === undefined ? others : { ...(base as Input), [key]: next };
}

function firstOf(value: Value | undefined): Value | undefined {
  return Array.isArray(value) ? (value[0] as Value | undefined) : value;
}
