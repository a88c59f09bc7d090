import type { Exchange, SdkReading } from "../../model.ts";
import { clip } from "./clip.ts";
import { marked } from "./marked.ts";
import { html, type Markup } from "./markup.ts";
import { requestText, responseText } from "./wire-text.ts";

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
