import { createHash } from "node:crypto";
import type { WireRequest } from "../model.ts";
import { type Drawn, shortText, standardText } from "./standard-form.ts";

/** Longer ones are told by their start, length and SHA-256. */
const longest = 4096;
const kept = 1024;

/**
 * A request as a recording holds it, a parameter a line: without what differs each time it is sent (date, signature) or
 * says nothing of it (host, versions of programs). Two requests of one text ask for the same.
 */
export function requestText({ method, url, headers, body }: WireRequest, drawn: Drawn): string {
  const { pathname, search } = new URL(url);
  const query = search.replace(/^\?/, "").split("&").filter(Boolean);
  const named = query.filter((parameter) => !parameter.startsWith("X-Amz-"));
  const type = headers["content-type"];
  const lines = [
    `${method} ${pathname}${named.length === 0 ? "" : `?${named.join("&")}`}`,
    ...(headers["authorization"] === undefined ? [] : ["authorization: ***"]),
    ...(named.length === query.length ? [] : ["signed in the query: ***"]),
    ...(type === undefined ? [] : [`content-type: ${type}`]),
    ...(body === "" ? [] : ["", body.replaceAll("&", "\n&")]),
  ];
  const text = standardText(shortText(lines.join("\n")), drawn);
  if (text.length <= longest) return text;
  const sha256 = createHash("sha256").update(text).digest("hex");
  return `${text.slice(0, kept)}… [${text.length} characters, sha256 ${sha256}]`;
}

/** Whether a request asks for what was recorded; `***` there stands for what was hidden. */
export function asksTheSame(recorded: string, asked: string): boolean {
  if (recorded === asked) return true;
  const [first = "", ...rest] = recorded.split("***");
  if (!asked.startsWith(first)) return false;
  let at = first.length;
  for (const [index, part] of rest.entries()) {
    const isLast = index === rest.length - 1;
    const found = isLast ? (asked.endsWith(part) ? asked.length - part.length : -1) : asked.indexOf(part, at);
    if (found < at) return false;
    at = found + part.length;
  }
  return at === asked.length;
}
