import { SpecError } from "../../errors.ts";
import type { Value } from "../../model.ts";
import type { KeywordContext, KeywordGenerator, Probe } from "./probe.ts";

/**
 * The limit itself, and one character too few. At 1 that is the empty text. Where no valid value is as short as the limit,
 * only what is too short is tried.
 */
export const minLength: KeywordGenerator = (context) => {
  const { action, site, field } = context;
  const { minLength: least = 0, contentEncoding } = site.schema;
  // Below it by both counts, see encodedLengths.
  const short = contentEncoding === "base64" ? Math.floor((least - 1) / 4) * 3 : least - 1;
  if (short === 0) return [{ slug: "empty", title: `empty ${field}`, value: "", outcome: "refused" }];
  const valid = action.filler(site.path, least) !== undefined;
  return [...(valid ? [ofLength(context, least, "accepted")] : []), ofLength(context, short, "refused")];
};

/** The limit itself, one more, and four times as much; disputed lengths run without a judgement. */
export const maxLength: KeywordGenerator = (context) => {
  const { schema } = context.site;
  const most = schema.maxLength ?? 0;
  if (schema.contentEncoding === "base64") return encodedLengths(context, most);
  const disputed = schema["x-disputed"] ?? [];
  const over = Math.max(most, ...disputed) + 1;
  const beyond = [ofLength(context, over, "refused"), ofLength(context, most * 4, "refused")];
  return [
    ofLength(context, most, "accepted"),
    ...disputed.filter((length) => length !== most).map((length) => ofLength(context, length, "disputed")),
    ...(most * 4 > over ? beyond : beyond.slice(0, 1)),
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

function ofLength(context: KeywordContext, length: number, outcome: Probe["outcome"], note = ""): Probe {
  return {
    slug: `${length}`,
    title: `${context.field} of ${length} characters${note}`,
    value: drawnValue(context, length, outcome),
    outcome,
  };
}

/** What is to be refused for its length need be nothing else. */
function drawnValue({ action, site, field }: KeywordContext, length: number, outcome: Probe["outcome"]): Value {
  const value = action.filler(site.path, length);
  if (value !== undefined) return value;
  if (outcome === "refused") return { $repeat: "x", times: length };
  throw new SpecError(
    `Failed to plan ${site.pointer}: no valid ${field} of ${length} characters can be made: names of a run's own, and keys, are longer. Raise the limit.`,
  );
}
