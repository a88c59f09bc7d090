import type { KeywordGenerator } from "./probe.ts";

/** Every value of the enumeration is accepted, every other value of its universe refused. */
export const enumeration: KeywordGenerator = ({ contract, site, field }) => {
  const { schema } = site;
  const allowed = schema.enum ?? [];
  const universe = contract.universes[schema["x-universe"] ?? ""] ?? [];
  return [...new Set([...allowed, ...universe])].map((value) => ({
    slug: value,
    title: `${field} ${value}`,
    value,
    outcome: allowed.includes(value) ? "accepted" : "refused",
  }));
};
