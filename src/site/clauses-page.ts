import { type Area, areas, type Clause, type VerdictKind } from "../model.ts";
import { html, type Markup } from "../report/html/markup.ts";
import { verdictOrder } from "../report/html/verdict-words.ts";
import { sign, signLegend } from "./clause-marks.ts";
import type { MeasuredRun } from "./history.ts";
import type { SiteInput } from "./site-input.ts";
import { clausePath, emulatorPath, type Place, placeOf, sitePage } from "./site-page.ts";
import { measuredRuns } from "./timeline.ts";
import { areaWords } from "./words.ts";

interface Newest {
  readonly emulator: string;
  readonly run: MeasuredRun;
}

/** Every clause by every emulator, as its newest release does. Pure. */
export function clausesPage(input: SiteInput): string {
  const place = placeOf("clauses.html", input);
  const { contract, histories } = input;
  const newest = histories.flatMap((history): Newest[] => {
    const run = measuredRuns(history).at(-1);
    return run === undefined ? [] : [{ emulator: history.emulator, run }];
  });
  const clauses = [...contract.clauses.values()];
  const seen = new Set(newest.flatMap(({ run }) => clauses.map(({ id }) => verdictOf(run, id))));
  const jumps = areas.map((area) => html`<li><a href="#${area}">${area}</a></li>`);
  return sitePage(
    input,
    place,
    "All clauses",
    html`<h1>All clauses, by all emulators</h1>
<p class="lead">Each sentence says what AWS does; beside it, whether the newest release of each emulator does so.</p>
<nav aria-label="Areas"><ul class="jumps">${jumps}</ul></nav>
${signLegend(verdictOrder.filter((kind) => seen.has(kind)))}
${areas.map((area) =>
  areaTable(
    area,
    clauses.filter((clause) => clause.area === area),
    newest,
    place,
  ),
)}`,
  );
}

const verdictOf = ({ verdicts }: MeasuredRun, id: string): VerdictKind => verdicts[id] ?? "not-run";

function areaTable(area: Area, clauses: readonly Clause[], newest: readonly Newest[], place: Place): Markup {
  const heads = newest.map(
    ({ emulator, run }) =>
      html`<th scope="col"><a href="${place.to(emulatorPath(emulator))}">${emulator}</a> <span class="version">${run.version}</span></th>`,
  );
  const rows = clauses.map(
    ({ id, text }) =>
      html`<tr><th scope="row"><a href="${place.to(clausePath(id))}"><code class="id">${id}</code></a></th><td>${text}</td>${newest.map(({ run }) => html`<td class="mark">${sign(verdictOf(run, id))}</td>`)}</tr>
`,
  );
  return html`<section aria-labelledby="${area}"><h2 id="${area}">${area} <span class="muted">${areaWords[area]}</span></h2>
<table class="list marks"><thead><tr><th scope="col">Clause</th><th scope="col">What AWS does</th>${heads}</tr></thead><tbody>${rows}</tbody></table></section>
`;
}
