import type { Action } from "../action.ts";
import { bindInput } from "../drive/bind.ts";
import { foundBy, lookId, lostWords } from "../drive/look-after-loss.ts";
import type { Case, Drive, Exchange, Observation, Output } from "../model.ts";
import { caseName } from "../plan/case-name.ts";
import type { Report, ReportedCase } from "../report/report.ts";
import type { Contract } from "../spec/contract.ts";
import { observe } from "../wire/observe.ts";
import { isTrimmed } from "../wire/trim-exchange.ts";

/** What one drive saw of a case, from the exchanges that a report keeps; undefined where it keeps an answer only in part. */
export function observeAgain(
  contract: Contract,
  action: Action,
  run: Report["run"],
  planned: Case,
  { exchanges }: ReportedCase,
  drive: Drive,
): readonly Observation[] | undefined {
  const kept = exchanges.filter((exchange) => exchange.drive === drive && exchange.step !== "cleanup");
  if (kept.some(({ response }) => response !== undefined && isTrimmed(response.body))) return undefined;
  const answers = new Map<string, Output>();
  const name = caseName(contract, action, run.id, planned.id, drive);
  const binding = { action, contract, draws: { prefix: run.id, keys: run.keys }, name, answers };
  const looks = kept.filter(({ step }) => step === lookId);
  const isLost = (exchange: Exchange): boolean =>
    exchange.action === action.cleanup.creates && (exchange.trouble !== undefined || exchange.response?.status === 503);
  // Which look belongs to which of several lost answers is not kept.
  if (looks.length > 0 && kept.filter(isLost).length !== 1) return undefined;
  const look = looks.at(-1);
  return kept.flatMap((exchange): readonly Observation[] => {
    const step = planned.steps.find(({ id }) => id === exchange.step);
    if (step === undefined) return [];
    const seen = observe(contract, step, bindInput(binding, step.input), exchange);
    if (seen.kind === "output") answers.set(step.id, seen.output);
    if (look === undefined || !isLost(exchange)) return [seen];
    const why = lostWords("why" in seen ? seen.why : "not now", foundBy(contract, action, look));
    return [{ step, sent: seen.sent, exchange, kind: "unanswered", why }];
  });
}
