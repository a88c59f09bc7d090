import type { BoundValue, Json } from "../../model.ts";
import type { Check } from "../check.ts";
import { judgeEach } from "../view.ts";

/**
 * What was sent with characters that XML gives a meaning comes back so that an XML parser reads what was sent: not pasted
 * in as markup, not escaped twice. A value that comes back changed in another way, or not at all, says nothing here.
 */
export const escapedOnce: Check = ({ seen }) =>
  judgeEach(seen, (observation) => {
    if (observation.kind !== "output") return "not-applicable";
    const sent = texts(observation.sent).filter((text) => /[&<>]/.test(text));
    const read = new Set(texts(observation.output));
    for (const text of sent) {
      if (read.has(text)) continue;
      const mistaken = misreadings(text).find((misread) => read.has(misread));
      if (mistaken !== undefined) return { expected: JSON.stringify(text), actual: JSON.stringify(mistaken) };
    }
    return sent.some((text) => read.has(text)) ? "pass" : "not-applicable";
  });

/** What a parser reads of the value where it was pasted in as it is, or was escaped once too often. */
function misreadings(text: string): readonly string[] {
  const [beforeMarkup = ""] = text.split(/[<&]/, 1);
  const withoutElements = text.replaceAll(/<[^<>]*>/g, "");
  const readings = [escaped(text), withoutElements, unescaped(text), unescaped(withoutElements), beforeMarkup];
  return readings.filter((reading) => reading !== text && reading !== "");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function unescaped(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll(/&#(\d{1,5});/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll("&amp;", "&");
}

/** All texts in a value, however deep. */
function texts(value: BoundValue | Json | undefined): readonly string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(texts);
  if (value instanceof Uint8Array || typeof value !== "object" || value === null) return [];
  return Object.values(value as Readonly<Record<string, BoundValue | Json>>).flatMap(texts);
}
