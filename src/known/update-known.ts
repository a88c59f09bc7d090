import { isMap, isSeq, parseDocument, stringify, type YAMLMap, type YAMLSeq } from "yaml";
import { oneLine } from "../report/escape.ts";
import type { Report } from "../report/report.ts";
import { appliesTo, type Deviation, type JudgedCases, judgedCases } from "./match-known.ts";
import { casesOf, type KnownDeviation } from "./read-known.ts";

/** Days until an entry is to be looked at again. */
const reviewDays = 90;

const emptyFile = '# Known deviations: see "ec2-contract test --known FILE". The reasons are yours to write.\n[]\n';

/** An entry, with the node of the file that it stands in. */
interface Listed {
  readonly node: YAMLMap;
  readonly entry: KnownDeviation;
}

/**
 * The text of a file of known deviations after a run: what fails is listed, what passes is not, reasons and comments
 * stay, and so do flaky entries, those of other targets, and what was not judged. Pure.
 * @param today ISO date.
 */
export function updateKnown(text: string | undefined, report: Report, today: string): string {
  const given = parseDocument(text ?? emptyFile);
  const document = isSeq(given.contents) ? given : parseDocument(emptyFile);
  const list = document.contents as YAMLSeq;
  list.flow = false;
  const review = addDays(today, reviewDays);
  const all = list.items.filter(isMap).map((node): Listed => ({ node, entry: node.toJSON() as KnownDeviation }));
  const mine = Map.groupBy(
    all.filter(({ entry }) => appliesTo(entry, report)),
    ({ entry }) => entry.clause,
  );
  for (const [clause, judged] of judgedCases(report)) {
    const listed = mine.get(clause) ?? [];
    const flaky = listed.filter(({ entry }) => entry.flaky).map(({ entry }) => casesOf(entry) ?? judged.failed);
    const failed = judged.failed.filter((id) => !flaky.flat().includes(id));
    const kept = listed.filter(({ entry }) => !entry.flaky).filter((one) => keep(one, { ...judged, failed }, review));
    const removed = new Set(listed.filter((one) => !one.entry.flaky && !kept.includes(one)).map(({ node }) => node));
    list.items = list.items.filter((item) => !removed.has(item as YAMLMap));
    const isWhole = judged.passed.length === 0 && flaky.length === 0;
    const left = failed.filter((id) => !kept.some(({ node }) => (casesIn(node) ?? failed).includes(id)));
    const [first] = kept;
    if (left.length > 0 && first !== undefined) {
      const cases = [...(casesIn(first.node) ?? []), ...left];
      setCases(first.node, isWhole && cases.every((id) => failed.includes(id)) ? undefined : cases);
      first.node.set("review", review);
    } else if (left.length > 0) {
      list.items.push(
        document.createNode({
          clause,
          ...(!isWhole && { case: left }),
          reason: reasonOf(report, clause),
          review,
        }),
      );
    }
  }
  return document.toString({ lineWidth: 0 });
}

/** Takes what passes out of an entry. @returns whether anything is left of it. */
function keep({ node, entry }: Listed, { failed, passed }: JudgedCases, review: string): boolean {
  const cases = casesOf(entry);
  const left = cases?.filter((id) => !passed.includes(id)) ?? failed;
  if (left.length === 0) return passed.length === 0;
  if (cases === undefined ? passed.length > 0 : left.length < cases.length) setCases(node, left);
  if (left.some((id) => failed.includes(id))) node.set("review", review);
  return true;
}

function casesIn(node: YAMLMap): readonly string[] | undefined {
  return casesOf(node.toJSON() as KnownDeviation);
}

function setCases(node: YAMLMap, cases: readonly string[] | undefined): void {
  if (cases === undefined) node.delete("case");
  else node.set("case", cases);
}

/** What the first failure said, for somebody to replace by the true reason. */
function reasonOf(report: Report, clause: string): string {
  for (const { verdicts } of report.cases) {
    const failed = verdicts.find((verdict) => verdict.clause === clause && verdict.verdict === "fail");
    if (failed !== undefined) return oneLine(`expected ${failed.expected ?? ""}, was ${failed.actual ?? ""}`);
  }
  return "it fails";
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Deviations as entries of a file of known deviations, for somebody to give their reasons. */
export function entriesToPaste(report: Report, deviations: readonly Deviation[]): string {
  const review = addDays(report.run.startedAt.slice(0, 10), reviewDays);
  const entries = deviations.map(({ clause, cases }) => ({
    clause,
    ...(cases && { case: cases }),
    reason: "say why",
    review,
  }));
  return stringify(entries, { lineWidth: 0 }).trimEnd();
}
