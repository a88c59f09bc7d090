import type { Exchange, SdkReading, WireRequest, WireResponse } from "../../model.ts";
import { clip, html, type Markup } from "./markup.ts";

/** One request and its answer, as on the wire. */
export function exchangeView(exchange: Exchange, words: readonly string[], open: boolean): Markup {
  const { step, action, drive, request, response, trouble, parsed, milliseconds } = exchange;
  const came = response === undefined ? (trouble?.kind ?? "no answer") : `${response.status}`;
  return html`<details class="exchange"${open && html` open`}>
<summary><span class="step">${clip(step, 60)}</span> ${clip(action, 60)} <span class="muted">${drive} · ${came} · ${Math.round(milliseconds)} ms</span></summary>
<div class="wire"><div><p class="caption">Request</p><pre><code>${requestText(request)}</code></pre></div>
<div><p class="caption">Answer</p>${
    response === undefined
      ? html`<p class="silence">${clip(trouble?.why ?? "There is none.", 600)}</p>`
      : html`<pre><code>${marked(responseText(response), words)}</code></pre>`
  }${response?.notUtf8 && html`<p class="muted">The bytes were no valid UTF-8.</p>`}</div></div>
${parsed && html`<p class="parsed">${sdkReading(parsed)}</p>`}</details>`;
}

/** What the SDK made of an answer. */
function sdkReading(parsed: SdkReading): Markup {
  return parsed.kind === "error"
    ? html`The SDK threw <code>${clip(parsed.name, 200)}</code>: ${clip(parsed.message, 600)}`
    : html`The SDK returned <code>${clip(JSON.stringify(parsed.output), 600)}</code>`;
}

const longestValue = 160;
const longestHeader = 240;
const longestBody = 4_000;
const mostHeaders = 30;
const mostParameters = 60;

/** A request as on the wire, but a parameter a line, and long values with their middle left out. */
export function requestText({ method, url, headers, body }: WireRequest): string {
  return [`${method} ${clip(url, 600)}`, ...headerLines(headers), "", formLines(body)].join("\n").trimEnd();
}

/** An answer as on the wire, but XML that came without line breaks is given some. */
export function responseText({ status, headers, body }: WireResponse): string {
  return [`HTTP ${status}`, ...headerLines(headers), "", clip(indented(body), longestBody)].join("\n").trimEnd();
}

function headerLines(headers: Readonly<Record<string, string>>): readonly string[] {
  const lines = Object.entries(headers).map(([name, value]) => `${clip(name, 80)}: ${clip(value, longestHeader)}`);
  return shortened(lines, mostHeaders, "headers");
}

function formLines(body: string): string {
  if (!/^[\w.]+=/.test(body)) return clip(body, longestBody);
  return shortened(body.split("&"), mostParameters, "parameters")
    .map((parameter, index) => (index === 0 ? "" : "&") + clip(parameter, longestValue))
    .join("\n");
}

function shortened(lines: readonly string[], most: number, noun: string): readonly string[] {
  return lines.length <= most ? lines : [...lines.slice(0, most), `… ${lines.length - most} more ${noun} …`];
}

/** XML by its tags: one line an element. Anything that is not plainly XML stays as it is. */
export function indented(body: string): string {
  const compact = body.trim();
  if (!/^<[?\w]/.test(compact) || /^<(!|html)/i.test(compact) || body.length > longestBody * 4) return body;
  const lines: string[] = [];
  let depth = 0;
  for (const piece of compact.split(/(?<=>)\s*(?=<)/)) {
    if (/^<\//.test(piece)) depth = Math.max(0, depth - 1);
    lines.push("  ".repeat(Math.min(depth, 12)) + piece);
    const opens = /^<[^?!/]/.test(piece) && !/\/>$/.test(piece) && !/<\/[^>]*>$/.test(piece);
    if (opens) depth += 1;
  }
  return lines.join("\n");
}

/** Text with these words marked. */
export function marked(text: string, words: readonly string[]): Markup {
  if (words.length === 0) return html`${text}`;
  const alternatives = words.toSorted((a, b) => b.length - a.length).map(literally);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${alternatives.join("|")})(?![\\p{L}\\p{N}])`, "u");
  const pieces = text.split(pattern);
  return html`${pieces.map((piece, index) => (index % 2 === 1 ? html`<mark>${piece}</mark>` : piece))}`;
}

const literally = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
