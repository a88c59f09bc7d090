import type { Exchange } from "../model.ts";
import { codeBlock } from "./markdown-text.ts";

/** The longest body that is quoted, in characters: an issue on GitHub holds 65,536 in all. */
const longest = 2000;

/** One exchange as a block of Markdown: what was sent, and what came back. */
export function wireBlock({ request, response, trouble }: Exchange): string {
  const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)} …` : text);
  const headers = Object.entries(response?.headers ?? {}).map(([name, value]) => `${name}: ${value}`);
  const answer =
    response === undefined
      ? [trouble?.why ?? "no answer"]
      : [String(response.status), ...headers, "", cut(response.body)];
  return codeBlock("http", [`${request.method} ${request.url}`, cut(request.body), "", ...answer].join("\n"));
}
