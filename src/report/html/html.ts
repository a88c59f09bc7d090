import { createHash } from "node:crypto";
import type { Reporter } from "../reporter.ts";
import { earlyScript, script } from "./assets/script.ts";
import { styles } from "./assets/styles.ts";
import { causeList } from "./cause-list.ts";
import { clauseList } from "./clause-list.ts";
import { clauseViews } from "./clause-view.ts";
import { chooseExamples } from "./examples.ts";
import { factsView, footerView, headerView, scoresView } from "./glance.ts";
import { knownMarks, knownView } from "./known.ts";
import { clip, type Markup, html as markup } from "./markup.ts";
import { clauseMap, filtersView } from "./overview.ts";

/** One page that needs nothing else: for a person who asks where a target differs, and how to see it again. */
export const html: Reporter = (report, context) => {
  const views = clauseViews(report);
  const examples = chooseExamples(views);
  const rows = views.filter(({ clause }) => clause.blockedBy === undefined);
  const marks = knownMarks(report.clauses, context.known);
  const { target, contract } = report;
  return page(
    `${contract.action} on ${clip(target.name, 80)}: ec2-contract`,
    markup`${headerView(report, context)}
<main>
<div class="glance">${scoresView(report)}${factsView(report)}</div>
${causeList(report)}
${knownView(context.known)}
${clauseMap(views, marks)}
${filtersView(rows, marks)}
${clauseList(views, { report, contract: context.contract, examples, marks })}
</main>
${footerView(report, new Set([...examples.keys()].map((one) => one.reported.id)).size)}`,
  );
};

/** The icon of the page, so that a browser asks nobody for one. */
const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='3' fill='%23334'/%3E%3Cpath d='M4 8.5l2.5 2.5L12 5.5' fill='none' stroke='white' stroke-width='2'/%3E%3C/svg%3E";

/** Nothing may be loaded, and no script or style runs but these: a second wall, if ever a text got through as markup. */
const policy = [
  "default-src 'none'",
  `script-src ${hashOf(earlyScript)} ${hashOf(script)}`,
  `style-src ${hashOf(styles)}`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
].join("; ");

/** The page around its content. */
function page(title: string, body: Markup): string {
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="${icon}">
<style>${own(styles)}</style>
<script>${own(earlyScript)}</script>
</head>
<body>
${body}
<p class="sr" id="announcer" role="status"></p>
<script>${own(script)}</script>
</body>
</html>
`;
  return page.markup;
}

/** Our own code, which is no text: a policy's hash is of the very characters. */
const own = (code: string): Markup => ({ markup: code });

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
