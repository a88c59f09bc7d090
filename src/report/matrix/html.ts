import { createHash } from "node:crypto";
import { standing } from "../describe-clause.ts";
import { htmlText } from "../escape.ts";
import { percent } from "../score.ts";
import { pageScript, pageStyle } from "./html-assets.ts";
import { clauseSections } from "./html-clauses.ts";
import { type Matrix, type MatrixClause, type MatrixReporter, verdictMarks } from "./matrix.ts";

/**
 * One page that needs nothing else: the table, then clause by clause the exchanges of the targets side by side. All of
 * it is there without a script; the script filters, and picks two targets. The policy forbids every request.
 */
export const matrixHtml: MatrixReporter = (matrix, { reports }) => {
  const { contract, targets, clauses, authority, tool } = matrix;
  const title = `${contract.action}: ${targets.length} targets by ${clauses.length} clauses`;
  const hash = createHash("sha256").update(pageScript).digest("base64");
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${policy}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<title>${htmlText(title)}</title>
<style>${pageStyle}</style>
</head>
<body>
<header>
<h1>${htmlText(title)}</h1>
${targetTable(matrix)}
<p>Authority: ${authority}. Contract <code>${contract.sha256.slice(0, 12)}</code>, ${htmlText(`${tool.name} ${tool.version}`)}.</p>
</header>
<main>
${controls(matrix)}
<h2>Clauses</h2>
${clauseTable(matrix)}
<h2>Clause by clause</h2>
${clauseSections(matrix, reports)}
</main>
<script>${pageScript}</script>
</body>
</html>
`;
};

function targetTable({ targets }: Matrix): string {
  const rows = targets.map(({ label, target, run, score }) => {
    const cells = [
      percent(score.coverage),
      percent(score.divergence),
      ...(["must", "should", "may"] as const).map((level) => String(score[level].fail)),
      `${run.startedAt.slice(0, 16).replace("T", " ")}${run.partial ? ", stopped before its end" : ""}`,
      target.endpoint,
    ];
    return `<tr><th scope="row">${htmlText(label)}</th>${cells.map((cell) => `<td>${htmlText(cell)}</td>`).join("")}</tr>`;
  });
  const heads = ["target", "coverage", "divergence", "must fail", "should fail", "may fail", "run (UTC)", "endpoint"];
  return `<div class="wide" role="region" aria-label="targets" tabindex="0"><table><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join("")}</tr></thead><tbody>${rows.join("\n")}</tbody></table></div>`;
}

/** Hidden until the script shows it. */
function controls({ targets }: Matrix): string {
  const options = targets.map(({ label }, index) => `<option value="${index}">${htmlText(label)}</option>`).join("");
  const select = (id: string, words: string): string =>
    `<label>${words} <select id="${id}"><option value="all">all targets</option>${options}</select></label>`;
  const sides = targets.length > 2 ? `${select("left", "side by side")}${select("right", "and")}` : "";
  return `<form id="controls" hidden="hidden"><label>find <input id="find" type="search"/></label><label>show <select id="show"><option value="all">all clauses</option><option value="differ">where targets differ</option><option value="fail">where something fails</option></select></label>${sides}<output id="count"></output></form>`;
}

function clauseTable({ targets, clauses }: Matrix): string {
  const heads = ["clause", "level", "", ...targets.map(({ label }) => label)];
  const groups = [...Map.groupBy(clauses, ({ area }) => area)].map(
    ([area, members]) =>
      `<tbody><tr class="area"><th scope="rowgroup" colspan="${heads.length}">${area}</th></tr>${members.map(clauseRow).join("\n")}</tbody>`,
  );
  return `<div class="wide" role="region" aria-label="clauses" tabindex="0"><table class="matrix"><thead><tr>${heads.map((head) => (head === "" ? "<td></td>" : `<th scope="col">${htmlText(head)}</th>`)).join("")}</tr></thead>${groups.join("\n")}</table></div>`;
}

function clauseRow(clause: MatrixClause): string {
  const { id, area, level, text, agree, cells } = clause;
  const verdicts = cells.map(({ verdict }) => {
    const { mark, word } = verdictMarks[verdict];
    return `<td class="${verdict}"><span aria-hidden="true">${mark}</span> ${word}</td>`;
  });
  const fails = cells.some(({ verdict }) => verdict === "fail" || verdict === "error");
  return `<tr data-clause="${htmlText(`${id} ${area} ${level} ${text}`)}" data-differ="${!agree}" data-fail="${fails}"><th scope="row"><a href="#${htmlText(id)}">${htmlText(id)}</a></th><td class="level">${standing(clause)}</td><td class="text">${htmlText(text)}</td>${verdicts.join("")}</tr>`;
}
