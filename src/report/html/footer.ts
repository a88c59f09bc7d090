import type { Report } from "../report.ts";
import { counted, html, type Markup } from "./markup.ts";

/** What the page does not show, and where it is. */
export function footerView({ tool, cases }: Report, shown: number): Markup {
  const exchanges = cases.reduce((sum, reported) => sum + reported.exchanges.length, 0);
  return html`<footer><h2>What was left out</h2>
<p>The run kept ${counted(exchanges, "exchange")} of ${counted(cases.length, "case")}. To stay small, this page shows the wire of ${counted(shown, "case")}: of each clause up to eight that fail, and one that passes. Clean-up requests are not shown, long values are cut in the middle (the commands to copy are whole), and the SDK’s exchange is shown where it differs from the raw one. The JSON report has everything: <code>--reporter json=FILE</code>.</p>
<p>Run one case again with <code>ec2-contract test TARGET --only CASE</code>. The page loads nothing from anywhere. Made by ${tool.name} ${tool.version}.</p></footer>`;
}
