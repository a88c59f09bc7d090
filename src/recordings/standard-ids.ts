import type { Exchange } from "../model.ts";

/** Long enough to have been drawn at random. */
const random = /^[0-9A-Za-z-]{16,}$/;
const elements = /<(?:[\w-]+:)?\w*[iI][dD]>([^<]+)<\//g;
const header = /request-?id$|^x-amz-id-2$/i;

/**
 * What a target drew at random in the exchanges of a case, request ids and the ids of what it made, and what stands for each:
 * as long, of the same parts and kinds of letters, and counted up. Equal ones stay equal, and different ones different.
 * @param prefix of the run: what bears it is a name, whatever its element is called.
 */
export function standardIds(exchanges: readonly Exchange[], prefix: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let asked = "";
  for (const { request, response } of exchanges) {
    asked += `${request.url} ${request.body}\n`;
    const { headers = {}, body = "" } = response ?? {};
    const ofHeaders = Object.entries(headers).flatMap(([name, value]) => (header.test(name) ? [value] : []));
    const ofBody = [...body.matchAll(elements)].map(([, id = ""]) => id);
    for (const id of [...ofHeaders, ...ofBody]) {
      if (found.has(id) || !random.test(id)) continue;
      // What was asked for was drawn by nobody.
      if (!id.toLowerCase().includes(prefix.toLowerCase()) && !asked.includes(id))
        found.set(id, numbered(id, found.size + 1));
    }
  }
  return found;
}

/** Letters that tell one kind of id from another: lower-case hexadecimal digits are as usual as figures. */
const letters: readonly (readonly [RegExp, string])[] = [
  [/[A-F]/, "A"],
  [/[G-Z]/, "Z"],
  [/[g-z]/, "z"],
];

/** `key-00000000000000001`, `00000000-0000-0000-0000-000000000001`, `key-A0000000000000001` where there were capitals. */
function numbered(id: string, number: number): string {
  const [kind = ""] = /^[a-z]+-(?=[0-9A-Za-z]+$)/.exec(id) ?? [];
  const drawn = id.slice(kind.length);
  const length = drawn.replaceAll("-", "").length;
  const start = letters.flatMap(([pattern, letter]) => (pattern.test(drawn) ? letter : [])).join("");
  const chars = [...(start + String(number).padStart(length - start.length, "0"))];
  return kind + drawn.replace(/[^-]/g, () => chars.shift() ?? "0");
}
