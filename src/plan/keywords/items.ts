import type { Input, Value } from "../../model.ts";
import { exampleAt } from "../place.ts";
import type { KeywordContext, KeywordGenerator, Probe } from "./probe.ts";

/** One item too few. */
export const minItems: KeywordGenerator = (context) => [
  ofCount(context, (context.site.schema.minItems ?? 0) - 1, "refused"),
];

/** The limit itself, and one more. */
export const maxItems: KeywordGenerator = (context) => {
  const most = context.site.schema.maxItems ?? 0;
  return [ofCount(context, most, "accepted"), ofCount(context, most + 1, "refused")];
};

/** Two items that share the member which tells items apart, with equal and with different other members. */
export const uniqueBy: KeywordGenerator = (context) => {
  const { site, field } = context;
  const member = site.schema["x-unique-by"] ?? "";
  const first = itemAt(context, 0);
  return [
    { slug: "same", title: `${field} with the same item twice`, value: [first, first], outcome: "refused" },
    {
      slug: "same-key",
      title: `${field} with two items of one ${member}`,
      value: [first, { ...itemAt(context, 1), [member]: first[member] as Value }],
      outcome: "refused",
    },
  ];
};

function ofCount(context: KeywordContext, count: number, outcome: Probe["outcome"]): Probe {
  const value = Array.from({ length: count }, (_, index) => itemAt(context, index));
  return { slug: `${count}`, title: `${count} ${context.field}`, value, outcome };
}

/** The example's item, with its members made distinct by the index. */
function itemAt({ action, site }: KeywordContext, index: number): Input {
  const [item] = exampleAt(action, site.path) as readonly Input[];
  return Object.fromEntries(Object.entries(item ?? {}).map(([member, value]) => [member, `${value}-${index}`]));
}
