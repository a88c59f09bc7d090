import type { Reporter } from "../reporter.ts";
import { earlyScript, script } from "./assets/script.ts";
import { styles } from "./assets/styles.ts";
import { clauseList } from "./clause-list.ts";
import { clauseViews } from "./clause-view.ts";
import { chooseExamples } from "./examples.ts";
import { factsView, footerView, headerView, scoresView } from "./glance.ts";
import { knownMarks, knownView } from "./known.ts";
import { clip, html as markup } from "./markup.ts";
import { causeList, clauseMap, filtersView } from "./overview.ts";
import { page } from "./page.ts";

/** One page that needs nothing else: for a person who asks where a target differs, and how to see it again. */
export const html: Reporter = (report, context) => {
  const views = clauseViews(report);
  const examples = chooseExamples(views);
  const rows = views.filter(({ clause }) => clause.blockedBy === undefined);
  const marks = knownMarks(report.clauses, context.known);
  const { target, contract } = report;
  return page({
    title: `${contract.action} on ${clip(target.name, 80)}: ec2-contract`,
    styles,
    scripts: { early: earlyScript, late: script },
    body: markup`${headerView(report, context)}
<main>
<div class="glance">${scoresView(report)}${factsView(report)}</div>
${causeList(report)}
${knownView(context.known)}
${clauseMap(views, marks)}
${filtersView(rows, marks)}
${clauseList(views, { report, contract: context.contract, examples, marks })}
</main>
${footerView(report, new Set([...examples.keys()].map((one) => one.reported.id)).size)}
<p class="sr" id="announcer" role="status"></p>`,
  });
};
