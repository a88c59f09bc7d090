import type { Reporter } from "../reporter.ts";
import { chooseExamples } from "./choose-examples.ts";
import { clauseList } from "./clause-list.ts";
import { clauseMap } from "./clause-map.ts";
import { clauseViews } from "./clause-view.ts";
import { clip } from "./clip.ts";
import { factsView } from "./facts.ts";
import { filtersView } from "./filters.ts";
import { footerView } from "./footer.ts";
import { knownMarks } from "./known-marks.ts";
import { knownView } from "./known-view.ts";
import { html as markup } from "./markup.ts";
import { page } from "./page.ts";
import { scoresView } from "./scores.ts";
import { headerView } from "./summary.ts";

/** One page that needs nothing else: for a person who asks where a target differs, and how to see it again. */
export const html: Reporter = (report, context) => {
  const views = clauseViews(report);
  const examples = chooseExamples(views);
  const marks = knownMarks(report.clauses, context.known);
  const { target, contract } = report;
  return page(
    `${contract.action} on ${clip(target.name, 80)}: ec2-contract`,
    markup`${headerView(report, context)}
<main>
<div class="glance">${scoresView(report)}${factsView(report)}</div>
${knownView(context.known)}
${clauseMap(views, marks)}
${filtersView(views, marks)}
${clauseList(views, { report, contract: context.contract, examples, marks })}
</main>
${footerView(report, new Set([...examples.keys()].map((one) => one.reported.id)).size)}`,
  );
};
