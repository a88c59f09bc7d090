import { code, escapeMarkdown, row } from "../../src/report/markdown/markdown-text.ts";
import { percent } from "../../src/report/score.ts";
import { areas } from "./areas.ts";
import { explained } from "./explained.ts";
import type { Measured, Survivor } from "./measured.ts";

/** Why a survivor is none to worry about. */
export interface Explanation {
  /** Any file where it is absent. */
  readonly file?: string;
  /** The source that was mutated, as the table shows it; all mutants of the file where it is absent. */
  readonly original?: string;
  /** What it became; whatever it became where it is absent. */
  readonly replacement?: string;
  readonly why: string;
}

/** docs/mutation.md: how much of what was broken the tests saw, and what they did not see. Pure. */
export function mutationPage(measured: readonly Measured[], explanations: readonly Explanation[] = explained): string {
  const sections = measured
    .filter(({ survivors }) => survivors.length > 0)
    .map((one) => survivorsOf(one, explanations));
  return `# Mutation

Made by \`npm run mutation\`: do not edit. [StrykerJS](https://stryker-mutator.io/) changes the sources of a folder in one
place (\`<\` becomes \`<=\`, a condition \`true\`, a text empty), and the unit tests beside that folder are to see it, without
those that start other programs; tests elsewhere may see more. The score is what they saw, killed and timeouts (the mutant ran
on and on), of all that could be run; mutants of what is worked out once, when a file is loaded, are among them. No types are
checked, so what the compiler would refuse counts too. It takes longer than all other tests, so it is no part of CI.

${table(measured)}${unmeasured(measured)}
What survived, or was reached by no test, is told below: a change that no test can see, with its reason, or a place where a bug
would not be seen. \`npm run mutation -- src/wire\` measures one folder again, and only what has changed since it was measured
here; a run that is stopped goes on where it was.

${sections.join("\n")}`;
}

/** Whether a survivor is the one that is explained. */
export function explains({ file, original, replacement }: Explanation, survivor: Survivor): boolean {
  return (
    (file === undefined || file === survivor.file) &&
    (original === undefined || original === oneLine(survivor.original)) &&
    (replacement === undefined || replacement === oneLine(survivor.replacement))
  );
}

function table(measured: readonly Measured[]): string {
  const head = row("folder", "mutants", "killed", "timeouts", "survived", "not reached", "errors", "score", "measured");
  const rule = row("---", "--:", "--:", "--:", "--:", "--:", "--:", "--:", "---");
  const rows = measured.map((one) => row(code(one.area), ...figures(one), one.date));
  return `${[head, rule, ...rows, row("**all**", ...figures(total(measured)), "")].join("\n")}\n`;
}

/** The areas without figures, so that nobody takes the table for the whole. */
function unmeasured(measured: readonly Measured[]): string {
  const names = areas.map(({ name }) => name).filter((name) => !measured.some(({ area }) => area === name));
  return names.length === 0 ? "" : `\nNot measured as a whole yet: ${names.map((name) => code(name)).join(", ")}.\n`;
}

function figures({ killed, timeouts, survived, uncovered, errors }: Figures): readonly string[] {
  const valid = killed + timeouts + survived + uncovered;
  return [
    ...[valid + errors, killed, timeouts, survived, uncovered, errors].map(String),
    percent(valid === 0 ? 0 : (killed + timeouts) / valid),
  ];
}

type Figures = Pick<Measured, "killed" | "timeouts" | "survived" | "uncovered" | "errors">;

function total(measured: readonly Measured[]): Figures {
  const sum = (name: keyof Figures) => measured.reduce((all, one) => all + one[name], 0);
  return {
    killed: sum("killed"),
    timeouts: sum("timeouts"),
    survived: sum("survived"),
    uncovered: sum("uncovered"),
    errors: sum("errors"),
  };
}

function survivorsOf({ area, survivors }: Measured, explanations: readonly Explanation[]): string {
  const rows = survivors.map((survivor) => {
    const { file, line, original, replacement } = survivor;
    const why = explanations.find((one) => explains(one, survivor))?.why ?? "";
    const change = `${code(oneLine(original), 120)} → ${code(oneLine(replacement), 120)}`;
    return row(`${file.slice(area.length + 1) || file}:${line}`, change, escapeMarkdown(why));
  });
  return `## ${area}\n\n${[row("where", "mutant", "why it may"), row("---", "---", "---"), ...rows].join("\n")}\n`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
