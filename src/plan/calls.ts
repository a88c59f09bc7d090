import type { Action } from "../action.ts";
import type { Case, Drive, Step } from "../model.ts";
import { expectedOf } from "./expected.ts";

/** The calls of a case, by action. Mutating ones make or delete, dry runs among them. */
export interface Calls {
  /** By the action that the request names, in the order of the steps. */
  readonly byAction: Readonly<Record<string, number>>;
  readonly mutating: number;
  readonly reading: number;
  /** Deletions that may be needed after it: more than are planned where a target takes what it should refuse. */
  readonly deletions: number;
}

const noCalls: Calls = { byAction: {}, mutating: 0, reading: 0, deletions: 0 };

/** The calls of one case under these drives, on a target that answers as the contract says. Pure. */
export function callsOf(action: Action, planned: Case, drives: readonly Drive[]): Calls {
  return sumCalls(drives.filter((drive) => canSay(drive, planned)).map(() => callsOfOneDrive(action, planned)));
}

export function sumCalls(all: readonly Calls[]): Calls {
  return all.reduce(
    (sum, one) => ({
      byAction: addUp(sum.byAction, one.byAction),
      mutating: sum.mutating + one.mutating,
      reading: sum.reading + one.reading,
      deletions: sum.deletions + one.deletions,
    }),
    noCalls,
  );
}

function callsOfOneDrive(action: Action, planned: Case): Calls {
  const { creates, removes, name } = action.cleanup;
  const imports = planned.steps.filter((step) => step.action === creates);
  // One deletion a name and Region, as the cleanup does.
  const things = new Map<string, readonly Step[]>();
  for (const step of imports) {
    const key = JSON.stringify([step.input[name], step.elsewhere]);
    things.set(key, [...(things.get(key) ?? []), step]);
  }
  const isDeleted = (steps: readonly Step[]): boolean => steps.some((step) => isDeletedAfter(action, planned, step));
  const deletes = [...things.values()].filter(isDeleted).length;
  const said = planned.steps.map((step) => actionSaid(step));
  const byAction: Record<string, number> = {};
  for (const one of said) byAction[one] = (byAction[one] ?? 0) + 1;
  if (deletes > 0) byAction[removes] = (byAction[removes] ?? 0) + deletes;
  const mutating = (byAction[creates] ?? 0) + (byAction[removes] ?? 0);
  return { byAction, mutating, reading: said.length + deletes - mutating, deletions: things.size };
}

/**
 * Whether the cleanup deletes what a step may have made. Where nobody knows what becomes of a request, what it may have
 * made is deleted whatever its answer; what is to be refused, only when it was not.
 */
export function isDeletedAfter({ cleanup: { name } }: Action, planned: Pick<Case, "judgements">, step: Step): boolean {
  const isNamed = step.input[name] !== undefined && step.input[name] !== null && step.input[name] !== "";
  return isNamed && expectedOf(planned, step) !== "refused";
}

/** The action that the request names on the wire. */
function actionSaid({ action, wire }: Step): string {
  const set = wire?.set?.["Action"];
  return set === undefined ? action : typeof set === "string" ? set : "(no action)";
}

function addUp(
  one: Readonly<Record<string, number>>,
  other: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const sum: Record<string, number> = { ...one };
  for (const [key, count] of Object.entries(other)) sum[key] = (sum[key] ?? 0) + count;
  return sum;
}

/** Whether a drive can say the case at all: only the raw drive says what no SDK would. */
export function canSay(drive: Drive, planned: Case): boolean {
  if (planned.drives?.includes(drive) === false) return false;
  return drive === "raw" || planned.steps.every(({ wire, as }) => wire === undefined && as !== "anonymous");
}
