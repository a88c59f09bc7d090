import type { Drive, Exchange, Verdict } from "../../model.ts";
import type { ReportedCase } from "../report.ts";
import { htmlText } from "./html-text.ts";
import { verdictMarks } from "./matrix.ts";

/** Of a case with many steps, the last ones tell most. */
const mostExchanges = 4;
/** Characters of a URL or a body; the JSON report has the rest. */
const longest = 2000;

/** One target's half: its verdict on the clause, and what went over the wire. */
export function side(
  label: string,
  index: number,
  reported: ReportedCase | undefined,
  drive: Drive,
  verdicts: readonly Verdict[],
): string {
  const exchanges = (reported?.exchanges ?? []).filter((one) => one.drive === drive && one.step !== "cleanup");
  const skipped = exchanges.length - mostExchanges;
  const body =
    reported === undefined
      ? "<p>It did not run here.</p>"
      : `${verdicts.map(verdictLine).join("")}${skipped > 0 ? `<p>${skipped} earlier exchanges are in the JSON report.</p>` : ""}${exchanges.slice(-mostExchanges).map(exchange).join("")}`;
  return `<div class="side" data-target="${index}"><h4>${htmlText(label)}</h4>${body}</div>`;
}

function verdictLine({ drive, verdict, expected, actual, why }: Verdict): string {
  const said =
    expected === undefined
      ? why === undefined
        ? ""
        : `: ${htmlText(cut(why))}`
      : `: expected <code>${htmlText(cut(expected))}</code>, was <code>${htmlText(cut(actual ?? ""))}</code>`;
  return `<p>${drive}: <strong class="${verdict}">${verdictMarks[verdict].word}</strong>${said}</p>`;
}

function exchange({ step, request, response, trouble }: Exchange): string {
  const sent = `${request.method} ${cut(request.url)}\n${headers(request.headers)}\n${cut(request.body)}`;
  const received =
    response === undefined
      ? (trouble?.why ?? "no answer")
      : `${response.status}\n${headers(response.headers)}\n${cut(response.body)}`;
  return `<h5>${htmlText(step)}</h5><pre>${htmlText(sent)}</pre><pre>${htmlText(cut(received, longest * 2))}</pre>`;
}

function headers(fields: Readonly<Record<string, string>>): string {
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\n`);
  return cut(lines.join(""), 1000);
}

function cut(text: string, most = longest): string {
  return text.length > most ? `${text.slice(0, most).toWellFormed()}… (${text.length} characters)` : text;
}
