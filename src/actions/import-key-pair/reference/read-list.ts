/** The values of `NAME.1`, `NAME.2` … in the order of their numbers. */
export const readList = (parameters: ReadonlyMap<string, string>, name: string): readonly string[] =>
  [...parameters]
    .filter(([parameter]) => parameter.startsWith(`${name}.`) && /^\d+$/.test(parameter.slice(name.length + 1)))
    .sort(([a], [b]) => Number(a.slice(name.length + 1)) - Number(b.slice(name.length + 1)))
    .map(([, value]) => value);

/** A boolean as SDKs write it; anything else, `1` too, is false. */
export const readFlag = (parameters: ReadonlyMap<string, string>, name: string): boolean =>
  parameters.get(name)?.toLowerCase() === "true";
