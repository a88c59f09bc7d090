import type { KeywordContext, KeywordGenerator, Probe } from "./probe.ts";

/** One character too few. At 1 that is the empty text. */
export const minLength: KeywordGenerator = ({ action, site, field }) => {
  const least = site.schema.minLength ?? 0;
  if (least === 1) return [{ slug: "empty", title: `empty ${field}`, value: "", outcome: "refused" }];
  return [
    {
      slug: `${least}`,
      title: `${field} of ${least} characters`,
      value: action.filler(site.path, least),
      outcome: "accepted",
    },
    {
      slug: `${least - 1}`,
      title: `${field} of ${least - 1} characters`,
      value: action.filler(site.path, least - 1),
      outcome: "refused",
    },
  ];
};

/** The limit itself, one more, and four times as much; disputed lengths run without a judgement. */
export const maxLength: KeywordGenerator = (context) => {
  const { schema } = context.site;
  const most = schema.maxLength ?? 0;
  if (schema.contentEncoding === "base64") return encodedLengths(context, most);
  const disputed = schema["x-disputed"] ?? [];
  const over = Math.max(most, ...disputed) + 1;
  return [
    ofLength(context, most, "accepted"),
    ...disputed.map((length) => ofLength(context, length, "disputed")),
    ofLength(context, over, "refused"),
    ofLength(context, most * 4, "refused"),
  ];
};

/**
 * Whether the limit counts the characters of the text or of its base64 is not known: below it by both counts must be
 * accepted, beyond it by both refused, and what lies between is disputed.
 */
function encodedLengths(context: KeywordContext, most: number): readonly Probe[] {
  const byBoth = Math.floor(most / 4) * 3;
  return [
    ofLength(context, byBoth, "accepted", ` (${(byBoth / 3) * 4} in base64)`),
    ofLength(context, byBoth + 1, "disputed", ` (${(byBoth / 3 + 1) * 4} in base64)`),
    ofLength(context, most, "disputed", ` (${Math.ceil(most / 3) * 4} in base64)`),
    ofLength(context, most + 1, "refused", ` (${Math.ceil((most + 1) / 3) * 4} in base64)`),
  ];
}

function ofLength(
  { action, site, field }: KeywordContext,
  length: number,
  outcome: Probe["outcome"],
  note = "",
): Probe {
  return {
    slug: `${length}`,
    title: `${field} of ${length} characters${note}`,
    value: action.filler(site.path, length),
    outcome,
  };
}
