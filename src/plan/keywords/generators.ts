import type { Keyword } from "../constraint-sites.ts";
import { contentEncoding } from "./content-encoding.ts";
import { enumeration } from "./enumeration.ts";
import { maxItems, minItems, uniqueBy } from "./items.ts";
import { maxLength, minLength } from "./length.ts";
import { pattern } from "./pattern.ts";
import type { KeywordGenerator } from "./probe.ts";
import { required } from "./required.ts";

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
