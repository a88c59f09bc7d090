import { clausePage } from "./clause-page.ts";
import { clausesPage } from "./clauses-page.ts";
import { emulatorPage } from "./emulator-page.ts";
import { frontPage } from "./front-page.ts";
import type { Site, SiteInput } from "./site-input.ts";
import { clausePath, emulatorPath } from "./site-page.ts";
import { measuredRuns } from "./timeline.ts";

/** The pages of the site by their paths: nothing of them needs a script, and nothing is loaded. Pure. */
export function buildSite(given: SiteInput): Site {
  const measured = given.histories.filter((history) => measuredRuns(history).length > 0);
  const input = { ...given, histories: measured };
  return new Map([
    ["index.html", frontPage(input)],
    ["clauses.html", clausesPage(input)],
    ...measured.map((history) => [emulatorPath(history.emulator), emulatorPage(input, history)] as const),
    ...[...input.contract.clauses.values()].map(
      (clause) => [clausePath(clause.id), clausePage(input, clause)] as const,
    ),
  ]);
}
