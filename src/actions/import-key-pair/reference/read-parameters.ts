import type { Tag } from "./key-pair-store.ts";

/** The values of `NAME.1`, `NAME.2` … in the order of their numbers. */
export const readList = (parameters: ReadonlyMap<string, string>, name: string): readonly string[] =>
  [...parameters]
    .filter(([parameter]) => parameter.startsWith(`${name}.`) && /^\d+$/.test(parameter.slice(name.length + 1)))
    .sort(([a], [b]) => Number(a.slice(name.length + 1)) - Number(b.slice(name.length + 1)))
    .map(([, value]) => value);

/** A boolean as SDKs write it; anything else, `1` too, is false. */
export const readFlag = (parameters: ReadonlyMap<string, string>, name: string): boolean =>
  parameters.get(name)?.toLowerCase() === "true";

/** One `TagSpecification.N` as sent; nothing is checked yet. */
export interface TagSpecification {
  readonly resourceType: string | undefined;
  readonly tags: readonly Tag[];
}

const inOrder = <Value>(entries: ReadonlyMap<number, Value>): readonly Value[] =>
  [...entries].sort(([a], [b]) => a - b).map(([, value]) => value);

const entry = <Value>(map: Map<number, Value>, index: string, make: () => Value): Value => {
  const found = map.get(Number(index)) ?? make();
  map.set(Number(index), found);
  return found;
};

/** Gathers `TagSpecification.N.ResourceType` and `TagSpecification.N.Tag.M.Key|Value`; gaps in the numbers are fine. */
export const readTagSpecifications = (parameters: ReadonlyMap<string, string>): readonly TagSpecification[] => {
  const found = new Map<
    number,
    { resourceType: string | undefined; tags: Map<number, { key: string; value: string }> }
  >();
  for (const [name, value] of parameters) {
    const [, number, rest] = /^TagSpecification\.(\d{1,9})\.(.+)$/s.exec(name) ?? [];
    if (!number || !rest) continue;
    const specification = entry(found, number, () => ({ resourceType: undefined, tags: new Map() }));
    if (rest === "ResourceType") specification.resourceType = value;
    const [, index, member] = /^Tag\.(\d{1,9})\.(Key|Value)$/.exec(rest) ?? [];
    if (!index) continue;
    // A tag without a Value has an empty one; a tag without a Key is refused like an empty key.
    const tag = entry(specification.tags, index, () => ({ key: "", value: "" }));
    if (member === "Key") tag.key = value;
    else tag.value = value;
  }
  return inOrder(found).map(({ resourceType, tags }) => ({ resourceType, tags: inOrder(tags) }));
};
