import { styleText } from "node:util";
import type { VerdictKind } from "../../model.ts";
import { oneLine } from "../escape.ts";
import { percent } from "../score.ts";
import {
  type CaseChange,
  type ClauseChange,
  caveats,
  changeWords,
  countsInWords,
  type Difference,
  type Side,
} from "./difference.ts";

type Style = (format: "bold" | "dim" | "red" | "green" | "yellow", text: string) => string;

/** Changed cases of a clause that are shown; the rest is counted. */
const mostCases = 5;

/** For a person at a terminal: the changes by area, and what they come to. */
export function diffText(difference: Difference, { colour }: { readonly colour: boolean }): string {
  const style: Style = (format, text) => (colour ? styleText(format, text, { validateStream: false }) : text);
  const areas = [...Map.groupBy(difference.clauses, ({ area }) => area)].flatMap(([area, changes]) => [
    style("bold", area),
    ...changes.flatMap((change) => lines(change, style)),
    "",
  ]);
  return `${[
    ...areas,
    `  old  ${sideLine(difference.old)}`,
    `  new  ${sideLine(difference.new)}`,
    ...caveats(difference).map((caveat) => style("yellow", `  mind: ${caveat}`)),
    `  ${style("bold", countsInWords(difference))}`,
  ].join("\n")}\n`;
}

function sideLine({ target, run, score }: Side): string {
  const version = target.version === undefined ? "" : ` ${oneLine(target.version, 60)}`;
  return `${oneLine(target.name, 60)}${version} · ${run.startedAt} · coverage ${percent(score.coverage)} · divergence ${percent(score.divergence)}`;
}

function lines({ kind, regression, id, level, text, old, new: now, cases }: ClauseChange, style: Style): string[] {
  const { mark, words } = changeWords[kind];
  const format = kind === "newly-failing" ? "red" : kind === "newly-passing" ? "green" : "yellow";
  const head = `  ${style(format, mark)} ${style("bold", id)} ${style("dim", level)} ${words}${old === now ? "" : `: ${arrow(old, now)}`}${regression ? style("red", ", it passed") : ""}  ${oneLine(text)}`;
  const more = cases.length > mostCases ? [style("dim", `      … and ${cases.length - mostCases} more cases`)] : [];
  return [head, ...cases.slice(0, mostCases).map(caseLine), ...more];
}

function caseLine({ id, drive, title, old, new: now, expected, actual }: CaseChange): string {
  const finding =
    expected === undefined ? "" : `: expected ${oneLine(expected, 120)}, was ${oneLine(actual ?? "", 120)}`;
  return `      ${id} · ${drive} · ${oneLine(title, 100)}: ${arrow(old, now)}${finding}`;
}

function arrow(old: VerdictKind | null, now: VerdictKind | null): string {
  return `${old ?? "none"} → ${now ?? "none"}`;
}
