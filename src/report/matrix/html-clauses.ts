import type { Drive, Exchange, Verdict } from "../../model.ts";
import { standing } from "../describe-clause.ts";
import { htmlText } from "../escape.ts";
import type { Report, ReportedCase } from "../report.ts";
import { type Matrix, type MatrixClause, verdictMarks } from "./matrix.ts";

/** Cases of a clause whose exchanges are shown; the rest is named. */
const mostCases = 12;

/** A section a clause; a case's exchanges stand in the first clause that shows them, and are linked from the others. */
export function clauseSections(matrix: Matrix, reports: readonly Report[]): string {
  const byId = reports.map(({ cases }) => new Map(cases.map((reported) => [reported.id, reported])));
  const columns = (id: string): readonly Column[] => byId.map((cases) => cases.get(id));
  const shown = new Set<string>();
  return matrix.clauses.map((clause) => section(matrix, clause, reports, columns, shown)).join("\n");
}

/** One case at one target; undefined where it did not run. */
type Column = ReportedCase | undefined;

function section(
  { targets }: Matrix,
  clause: MatrixClause,
  reports: readonly Report[],
  columns: (caseId: string) => readonly Column[],
  shown: Set<string>,
): string {
  const { id, area, level, text, agree, cells } = clause;
  const cases = [...new Set(reports.flatMap((report) => report.clauses.find((one) => one.id === id)?.cases ?? []))];
  const telling = cases.filter((one) => isTelling(id, columns(one)));
  const verdicts = cells.map(({ verdict, documented, observed, why }, index) => {
    const layers = [documented && `documents: ${documented}`, observed && `seen: ${observed}`]
      .filter(Boolean)
      .join(", ");
    const notes = [...(layers === "" ? [] : [layers]), ...(why === undefined ? [] : [why])];
    return `<li>${htmlText(targets[index]?.label ?? "")}: <strong class="${verdict}">${verdictMarks[verdict].word}</strong>${notes.length === 0 ? "" : ` (${htmlText(notes.join("; "))})`}</li>`;
  });
  const details = telling.slice(0, mostCases).map((caseId) => {
    if (shown.has(caseId)) return `<p>exchanges of <a href="#case-${htmlText(caseId)}">${htmlText(caseId)}</a></p>`;
    shown.add(caseId);
    return caseDetail(
      id,
      caseId,
      columns(caseId),
      targets.map(({ label }) => label),
    );
  });
  const rest = telling.slice(mostCases).map((caseId) => htmlText(caseId));
  const fails = cells.some(({ verdict }) => verdict === "fail" || verdict === "error");
  return `<section id="${htmlText(id)}" data-clause="${htmlText(`${id} ${area} ${level} ${text}`)}" data-differ="${!agree}" data-fail="${fails}">
<h3><a href="#${htmlText(id)}">${htmlText(id)}</a> <small>${area} · ${standing(clause)}</small> ${htmlText(text)}</h3>
<ul>${verdicts.join("")}</ul>
${details.join("\n")}
${rest.length === 0 ? "" : `<p>and ${rest.length} more: ${rest.join(", ")}</p>`}
</section>`;
}

/** Worth a look: somewhere it fails, breaks or was not observed, or nobody knows what is right. */
function isTelling(clause: string, columns: readonly Column[]): boolean {
  return columns.some((column) =>
    verdictsOf(clause, column).some(({ verdict }) => verdict !== "pass" && verdict !== "skip"),
  );
}

function caseDetail(clause: string, caseId: string, columns: readonly Column[], labels: readonly string[]): string {
  const title = columns.find((column) => column !== undefined)?.title ?? "";
  const drive = tellingDrive(clause, columns);
  const sides = columns.map((column, index) =>
    side(labels[index] ?? "", index, column, drive, verdictsOf(clause, column)),
  );
  return `<details id="case-${htmlText(caseId)}"><summary>${htmlText(caseId)}: ${htmlText(title)} · ${drive}</summary>
<div class="sides" role="region" aria-label="${htmlText(caseId)}" tabindex="0">${sides.join("\n")}</div></details>`;
}

/** The drive by which something fails; raw shows the wire best. */
function tellingDrive(clause: string, columns: readonly Column[]): Drive {
  const drives = columns.flatMap((column) => verdictsOf(clause, column));
  const bad = drives.filter(({ verdict }) => verdict !== "pass" && verdict !== "skip" && verdict !== "open");
  const among = bad.length > 0 ? bad : drives;
  return among.some(({ drive }) => drive === "raw") ? "raw" : (among[0]?.drive ?? "raw");
}

function verdictsOf(clause: string, column: Column): readonly Verdict[] {
  return column?.verdicts.filter((verdict) => verdict.clause === clause) ?? [];
}

/** Of a case with many steps, the last ones tell most. */
const mostExchanges = 4;
/** Characters of a URL or a body; the JSON report has the rest. */
const longest = 2000;

/** One target's half: its verdict on the clause, and what went over the wire. */
function side(
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
