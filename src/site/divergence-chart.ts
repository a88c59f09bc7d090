import { html, type Markup, nothing } from "../report/html/markup.ts";
import { percent } from "../report/score.ts";
import type { History } from "./history.ts";
import { dayNumber, timeTicks } from "./time-axis.ts";
import { type DatedRun, type Series, seriesOf } from "./timeline.ts";

export interface ChartOptions {
  /** Tells its title from those of other charts on the page. */
  readonly id: string;
  readonly title: string;
  /** Units of the drawing: a character takes some 7 of them. */
  readonly width: number;
  readonly height: number;
  /** What a picture has that stands alone, in front of all else. */
  readonly inside?: Markup;
}

/** From facts to places in the drawing. */
interface Scales {
  readonly first: string;
  readonly last: string;
  /** The highest share that is shown, a multiple of a tenth. */
  readonly top: number;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  x(day: string): number;
  y(share: number): number;
}

const margin = { left: 44, right: 140, top: 34, bottom: 28 };
/** Between two names at the ends of lines. */
const lineHeight = 17;
/** Between two marks on the axis of time. */
const tickWidth = 74;

/**
 * Divergence by the day of release, a line an emulator, as a drawing that needs no script. A line stays where it is until the
 * next release that was run. Pure.
 */
export function divergenceChart(histories: readonly History[], options: ChartOptions): Markup {
  const { id, title, width, height, inside } = options;
  const all = histories.map(seriesOf);
  const scales = scalesOf(all, width, height);
  const lines = all.map((series, index) => drawSeries(series, index, scales));
  return html`<svg class="chart" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-desc"><title id="${id}-title">${title}</title><desc id="${id}-desc">${describe(all, scales)}</desc>
${inside}<text class="scale" x="0" y="12">Share of the checked clauses that fail</text>
${axes(scales)}${lines}${names(all, scales)}</svg>`;
}

function scalesOf(all: readonly Series[], width: number, height: number): Scales {
  const runs = all.flatMap(({ line, aside }) => [...line, ...aside]);
  const days = runs.map(({ day }) => day).sort();
  const [first = "1970-01-01"] = days;
  const last = days.at(-1) ?? first;
  const top = Math.max(1, Math.ceil(Math.max(0, ...runs.map(({ divergence }) => divergence)) * 10)) / 10;
  const span = Math.max(1, dayNumber(last) - dayNumber(first));
  const { left } = margin;
  const [right, bottom] = [width - margin.right, height - margin.bottom];
  const x = (day: string): number => tenth(left + ((dayNumber(day) - dayNumber(first)) / span) * (right - left));
  const y = (share: number): number => tenth(bottom - (share / top) * (bottom - margin.top));
  return { first, last, top, left, right, bottom, x, y };
}

function axes({ first, last, top, left, right, bottom, x, y }: Scales): readonly Markup[] {
  const shares = Array.from({ length: Math.round(top * 10) + 1 }, (_, tenths) => tenths / 10);
  const rules = shares.map(
    (share) => html`<line class="rule" x1="${left}" x2="${right}" y1="${y(share)}" y2="${y(share)}"/>
<text class="scale" x="${left - 8}" y="${y(share) + 4}" text-anchor="end">${Math.round(share * 100)} %</text>
`,
  );
  const ticks = timeTicks(first, last, Math.floor((right - left) / tickWidth)).map(
    ({ day, label }) =>
      html`<line class="tick" x1="${x(day)}" x2="${x(day)}" y1="${bottom}" y2="${bottom + 5}"/><text class="scale" x="${x(day)}" y="${bottom + 20}" text-anchor="middle">${label}</text>
`,
  );
  return [...rules, ...ticks];
}

/** Steps from release to release, and on to the right edge, as the newest release still stands. */
function drawSeries({ name, line, aside }: Series, index: number, { right, x, y }: Scales): Markup {
  const [start, ...rest] = line;
  const end = line.at(-1);
  if (start === undefined || end === undefined) return nothing;
  const steps = rest.map(({ day, divergence }) => `H${x(day)}V${y(divergence)}`).join("");
  const dot = ({ version, day, divergence }: DatedRun): Markup =>
    html`<circle cx="${x(day)}" cy="${y(divergence)}" r="3"><title>${name} ${version}, ${day}: ${percent(divergence)}</title></circle>`;
  return html`<g class="line l-${index % 4}"><path d="M${x(start.day)} ${y(start.divergence)}${steps}"/><path class="still" d="M${x(end.day)} ${y(end.divergence)}H${right}"/>${[...line, ...aside].map(dot)}</g>
`;
}

/** The names at the ends of the lines, moved apart where they would cover each other. */
function names(all: readonly Series[], { right, y }: Scales): readonly Markup[] {
  const ends = all.flatMap(({ name, line }, index) => {
    const end = line.at(-1);
    return end === undefined ? [] : [{ name, index, share: end.divergence }];
  });
  let lowest = Number.NEGATIVE_INFINITY;
  return ends
    .toSorted((a, b) => b.share - a.share)
    .map(({ name, index, share }) => {
      lowest = tenth(Math.max(y(share) + 4, lowest + lineHeight));
      return html`<text class="name n-${index % 4}" x="${right + 8}" y="${lowest}">${name} ${percent(share)}</text>
`;
    });
}

/** What there is to see, for those who do not see it. */
function describe(all: readonly Series[], { first, last }: Scales): string {
  const told = all.flatMap(({ name, line }) => {
    const [oldest, newest] = [line[0], line.at(-1)];
    if (oldest === undefined || newest === undefined) return [];
    return `${name}: ${percent(oldest.divergence)} in ${oldest.version}, ${percent(newest.divergence)} in ${newest.version}.`;
  });
  return told.length === 0 ? "No release was run." : `From ${first} to ${last}. ${told.join(" ")}`;
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
