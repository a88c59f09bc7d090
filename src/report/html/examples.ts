import type { Exchange } from "../../model.ts";
import type { ReportedCase } from "../report.ts";
import { type ClauseCase, type ClauseView, worstDrives } from "./clause-view.ts";
import { tellingWords } from "./difference.ts";
import { exchangeView, responseText } from "./exchange.ts";
import { html, type Markup, nothing } from "./markup.ts";

/** Cases that a page shows in full. */
export type Examples = ReadonlyMap<ClauseCase, Markup>;

/** So many failing cases of one clause are shown in full, and of everything so many characters. */
const limits = { perClause: 8, characters: 1_200_000 } as const;

/**
 * Chooses which cases are shown with their exchanges. A report has megabytes of them: each clause has its turn, first
 * with one failing case of each kind of failure, then one passing case, then further failing cases, until the page is
 * full.
 */
export function chooseExamples(views: readonly ClauseView[], characters: number = limits.characters): Examples {
  const examples = new Map<ClauseCase, Markup>();
  const queues = views.map(queueOf);
  const rounds = Math.max(0, ...queues.map(({ length }) => length));
  let left = characters;
  for (let round = 0; round < rounds; round += 1) {
    for (const queue of queues) {
      const next = queue[round];
      if (next === undefined || left <= 0) continue;
      const view = exampleView(next);
      if (view.markup.length > left) continue;
      examples.set(next, view);
      left -= view.markup.length;
    }
  }
  return examples;
}

function queueOf({ groups }: ClauseView): readonly ClauseCase[] {
  const red = groups.filter(({ kind }) => kind === "fail" || kind === "error" || kind === "indeterminate");
  const others = groups.filter((group) => !red.includes(group));
  const firsts = red.flatMap(({ cases }) => cases.slice(0, 1)).slice(0, limits.perClause);
  const further = red.flatMap(({ cases }) => cases.slice(1)).slice(0, limits.perClause - firsts.length);
  const [first, ...more] = firsts;
  return [
    ...(first ? [first] : []),
    ...others.flatMap(({ cases }) => cases.slice(0, 1)).slice(0, 1),
    ...more,
    ...further,
  ];
}

/** More steps than this are not shown of one case. */
const mostExchanges = 8;

/** A case in full: its exchanges, and the commands that send it again. A passing one shows its last exchange only. */
function exampleView(one: ClauseCase): Markup {
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

/** The commands that send a case again, each with a button that copies it. */
function reproView({ id, repro: { curl, aws } }: ReportedCase): Markup {
  if (curl === null && aws === null) {
    return html`<p class="muted">No command line can say this request. Send it again with <code>ec2-contract test … --only ${id}</code>.</p>`;
  }
  return html`<div class="repros">${command("curl", curl, id)}${command("aws", aws, id)}</div>`;
}

function command(name: string, text: string | null, id: string): Markup {
  if (text === null) return nothing;
  return html`<div class="repro"><button type="button" class="copy js-only">Copy ${name}<span class="sr"> of ${id}</span></button>
<details><summary>${name}<span class="sr"> command of ${id}</span></summary><pre><code>${text}</code></pre></details></div>`;
}
