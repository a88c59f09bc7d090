import { escapeXml } from "../escape.ts";

/** Text in a page, attributes included. A line that looks like a command to a CI's log is none in the source, either. */
export function htmlText(text: string): string {
  return escapeXml(text).replace(
    /^(\s*)([:#])(?=[:#])/gm,
    (_, blank: string, char: string) => `${blank}&#${char.charCodeAt(0)};`,
  );
}
