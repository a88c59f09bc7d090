import { html, type Markup } from "../report/html/markup.ts";
import { chartStyles } from "./chart-styles.ts";
import { divergenceChart } from "./divergence-chart.ts";
import type { History } from "./history.ts";

const size = { width: 860, height: 340 };

/** Its own colours, as a picture has those of no page: an image viewer may know no newer CSS than this. */
const styles = `
:root { --ground: #ffffff; --line: #e2e2de; --line-strong: #8b8b85; --muted: #5f6368; --line-0: #0b57a4; --line-1: #8a4b00; --line-2: #6b2f9c; --line-3: #1c6b3a; --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #0d1117; --line: #30343a; --line-strong: #767c85; --muted: #9ba1a9; --line-0: #86b9f3; --line-1: #f0b05c; --line-2: #cfa3f2; --line-3: #7fcf9b; }
}
.ground { fill: var(--ground); }
${chartStyles}`;

/** The chart of the front page as a picture of its own: `docs/history.svg`, which the README shows. Pure. */
export function historyPicture(histories: readonly History[]): string {
  const inside: Markup = {
    markup: `<style>${styles}</style>\n<rect class="ground" width="${size.width}" height="${size.height}"/>\n`,
  };
  const title = "Divergence of emulators from AWS by day of release";
  const chart = divergenceChart(histories, { id: "history", title, ...size, inside });
  return html`${chart}\n`.markup;
}
