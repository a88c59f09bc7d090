import { SpecError } from "../../errors.ts";
import { exampleName } from "../case-name.ts";
import type { Keyword } from "../constraint-sites.ts";
import { maxItems, minItems, uniqueBy } from "./items.ts";
import { maxLength, minLength } from "./length.ts";
import type { KeywordGenerator } from "./probe.ts";

/** Leaves the field out. */
const required: KeywordGenerator = ({ field }) => [
  { slug: "absent", title: `no ${field}`, value: undefined, outcome: "refused" },
];

/** Every value of the enumeration is accepted, every other value of its universe refused. */
const enumeration: KeywordGenerator = ({ contract, site, field }) => {
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

/** The field without its encoding, as a forgetful client sends it. What AWS answers to that is not known. */
const contentEncoding: KeywordGenerator = ({ action, site, field }) => {
  const value = action.filler(site.path, 1024) ?? "x";
  const name = site.path.at(-1) ?? "";
  return [
    {
      slug: "bare",
      title: `${field} that is not encoded at all`,
      value,
      outcome: "disputed",
      wire: { set: { [name]: value } },
    },
  ];
};

/** The probes beside the pattern; the pattern itself says which of them must be accepted. */
const pattern: KeywordGenerator = ({ site, contract, action }) => {
  const { schema, pointer } = site;
  const expression = new RegExp(schema.pattern ?? "", "u");
  const probes = schema["x-probes"] ?? [];
  const fits = (value: string): boolean =>
    expression.test(value.replaceAll("{name}", exampleName(contract, action, `${action.accepts}-minimal`)));
  if (probes.every(({ value }) => fits(value))) {
    throw new SpecError(`Failed to plan ${pointer}: none of its x-probes breaks the pattern. Add one that does.`);
  }
  return probes.map(({ slug, title, value }) => ({
    slug,
    title,
    value,
    outcome: fits(value) ? "accepted" : "refused",
  }));
};

/** The generator of each constraint keyword. */
export const generators = {
  required,
  minLength,
  maxLength,
  pattern,
  enum: enumeration,
  minItems,
  maxItems,
  contentEncoding,
  "x-unique-by": uniqueBy,
} as const satisfies Record<Keyword, KeywordGenerator>;
