import type { ReportedCase } from "../report.ts";
import { html, type Markup, nothing } from "./markup.ts";

/** The commands that send a case again, each with a button that copies it. */
export function reproView({ id, repro: { curl, aws } }: ReportedCase): Markup {
  if (curl === null && aws === null) {
    return html`<p class="muted">No command line can say this request. Send it again with <code>ec2-contract test … --only ${id}</code>.</p>`;
  }
  return html`<div class="repros">${command("curl", curl, id)}${command("aws", aws, id)}</div>`;
}

function command(name: string, text: string | null, id: string): Markup {
  if (text === null) return nothing;
  return html`<div class="repro"><button type="button" class="copy js-only">Copy ${name}<span class="sr"> of ${id}</span></button>
<details><summary>${name}<span class="sr"> command of ${id}</span></summary><pre><code>${text}</code></pre></details></div>`;
}
