import { escapeXml } from "../escape.ts";

/** Text that is HTML already. Only the tag `html` makes it, so that whatever else is put into a page gets escaped. */
export interface Markup {
  readonly markup: string;
}

export type Part = Markup | string | number | false | undefined | readonly Part[];

/** HTML with escaped values: text and numbers are text, markup is kept, lists are joined, `false` and `undefined` are nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const markup = strings.reduce((text, literal, index) => `${text}${render(parts[index - 1])}${literal}`);
  return { markup };
}

export const nothing: Markup = { markup: "" };

function render(part: Part): string {
  if (part === undefined || part === false) return "";
  if (typeof part === "string" || typeof part === "number") return escapeXml(String(part));
  if ("markup" in part) return part.markup;
  return part.map(render).join("");
}

/** `1 case`, `2 cases`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

/** A long text with its middle left out, and said so. Cut between characters, not inside of one. */
export function clip(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const characters = [...text];
  if (characters.length <= longest) return text;
  const end = Math.floor(longest / 4);
  const start = longest - end;
  const left = characters.length - longest;
  return `${characters.slice(0, start).join("")} … ${left} characters left out … ${characters.slice(-end).join("")}`;
}
