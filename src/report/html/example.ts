import type { Exchange } from "../../model.ts";
import type { ReportedCase } from "../report.ts";
import { type ClauseCase, worstDrives } from "./clause-view.ts";
import { exchangeView } from "./exchange.ts";
import { html, type Markup } from "./markup.ts";
import { reproView } from "./repro.ts";
import { tellingWords } from "./telling-words.ts";
import { responseText } from "./wire-text.ts";

/** More steps than this are not shown of one case. */
const mostExchanges = 8;

/** A case in full: its exchanges, and the commands that send it again. A passing one shows its last exchange only. */
export function exampleView(one: ClauseCase): Markup {
  const { reported, kind } = one;
  const chosen = chosenExchanges(one);
  const shown = kind === "fail" || kind === "error" ? chosen : chosen.slice(-1);
  const words = onlyLast(shown.map((exchange) => wordsFor(one, exchange)));
  const marks = words.some((list) => list.length > 0);
  const views = shown.map((exchange, index) =>
    exchangeView(exchange, words[index] ?? [], marks ? words[index]?.length !== 0 : index === shown.length - 1),
  );
  return html`${views}${shown.length === 0 && html`<p class="muted">Nothing was sent.</p>`}${kind !== "pass" && reproView(reported)}`;
}

/** Those of a drive to which it happened, both drives where only one of them saw it; never the clean-up. */
function chosenExchanges(one: ClauseCase): readonly Exchange[] {
  const of = ({ exchanges }: ReportedCase, drive: string): readonly Exchange[] =>
    exchanges.filter((exchange) => exchange.drive === drive && exchange.step !== "cleanup");
  const drives = worstDrives(one);
  const differ = one.verdicts.some(({ verdict }) => verdict !== one.kind);
  const [first = "raw"] = drives;
  const wanted = differ && one.kind === "fail" ? ["raw", "sdk"] : [first];
  return wanted.flatMap((drive) => of(one.reported, drive).slice(-mostExchanges));
}

function wordsFor({ verdicts }: ClauseCase, { drive, response }: Exchange): readonly string[] {
  const failed = verdicts.find((verdict) => verdict.drive === drive && verdict.verdict === "fail");
  if (response === undefined || failed?.expected === undefined || failed.actual === undefined) return [];
  return tellingWords(failed.expected, failed.actual, responseText(response));
}

/** What a clause is about comes last: before it, the same words only tell of how it was prepared. */
function onlyLast(words: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const last = words.findLastIndex((list) => list.length > 0);
  return words.map((list, index) => (index === last ? list : []));
}
