import { type Drive, type VerdictKind, verdictKinds } from "../../model.ts";
import { oneLine } from "../escape.ts";
import type { ClauseView } from "./clause-view.ts";
import { html, type Markup, nothing } from "./markup.ts";
import { verdictWords } from "./verdict-words.ts";

/** What each drive came to, and whose doing it is where they differ. */
export function drivesView({ groups, disagreements }: ClauseView): Markup {
  const verdicts = groups.flatMap(({ cases }) => cases.flatMap((one) => one.verdicts));
  const tallies = (["raw", "sdk"] as const).flatMap((drive) => {
    const mine = verdicts.flatMap((verdict) => (verdict.drive === drive ? verdict.verdict : []));
    return mine.length === 0 ? [] : [html`<li><span class="drive">${driveWords[drive]}</span> ${tally(mine)}</li>`];
  });
  if (tallies.length === 0) return nothing;
  const alike = Map.groupBy(disagreements, ({ disagreement: { raw, sdk, fault, why } }) =>
    JSON.stringify([raw, sdk, fault, why]),
  );
  const differing = [...alike.values()].slice(0, 6).map((same) => {
    const [{ disagreement, case: id } = { disagreement: undefined, case: "" }] = same;
    if (disagreement === undefined) return nothing;
    const { raw, sdk, fault, why } = disagreement;
    const others = same.length > 1 ? ` and ${same.length - 1} more` : "";
    return html`<p class="disagreement">raw ${verdictWords[raw].label}, sdk ${verdictWords[sdk].label} in <code class="id">${id}</code>${others}: <strong>the ${fault}’s doing</strong>, ${oneLine(why)}.</p>`;
  });
  return html`<ul class="drives-tally">${tallies}</ul>${differing}`;
}

const driveWords = { raw: "Raw requests", sdk: "AWS SDK", wrapper: "Wrapper" } as const satisfies Readonly<
  Record<Drive, string>
>;

function tally(kinds: readonly VerdictKind[]): string {
  return verdictKinds
    .flatMap((kind) => {
      const count = kinds.filter((one) => one === kind).length;
      return count === 0 ? [] : [`${count} ${verdictWords[kind].label}`];
    })
    .join(", ");
}
