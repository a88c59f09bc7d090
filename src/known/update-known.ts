import { isMap, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from "yaml";
import { oneLine } from "../report/escape.ts";
import type { Report } from "../report/report.ts";
import { casesOf, type KnownDeviation } from "./known-deviation.ts";
import { appliesTo, judgedCases } from "./match-known.ts";

/** Days until an entry is to be looked at again. */
const reviewDays = 90;

const emptyFile = '# Known deviations: see "ec2-contract test --known FILE". The reasons are yours to write.\n[]\n';

/**
 * The text of a file of known deviations after a run: what fails is listed, what passes is not, reasons and comments
 * stay, and so do entries of other targets and of clauses that were not judged. Pure.
 * @param today ISO date.
 */
export function updateKnown(text: string | undefined, report: Report, today: string): string {
  const given = parseDocument(text ?? emptyFile);
  const document = isSeq(given.contents) ? given : parseDocument(emptyFile);
  const list = document.contents as YAMLSeq;
  list.flow = false;
  const judged = judgedCases(report);
  const review = addDays(today, reviewDays);
  const updated = new Set<string>();
  list.items = list.items.filter((item) => {
    if (!isMap(item)) return true;
    const entry = item.toJSON() as KnownDeviation;
    const found = judged.get(entry.clause);
    if (!appliesTo(entry, report) || found === undefined || entry.flaky) {
      if (entry.flaky && appliesTo(entry, report)) updated.add(entry.clause);
      return true;
    }
    if (found.failed.length === 0 || updated.has(entry.clause)) return false;
    updated.add(entry.clause);
    setCases(item, casesOf(entry), found.passed.length === 0 ? undefined : found.failed);
    item.set("review", review);
    return true;
  });
  for (const [clause, { failed, passed }] of judged) {
    if (failed.length === 0 || updated.has(clause)) continue;
    list.items.push(
      document.createNode({
        clause,
        ...(passed.length > 0 && { case: failed }),
        reason: reasonOf(report, clause),
        review,
      }),
    );
  }
  return document.toString({ lineWidth: 0 });
}

function setCases(item: YAMLMap, before: readonly string[] | undefined, after: readonly string[] | undefined): void {
  if (after === undefined) item.delete("case");
  else if (JSON.stringify(before) !== JSON.stringify(after)) item.set("case", after);
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
