import type { Hold } from "../drive/gate.ts";
import type { Session } from "../drive/session.ts";
import type { Case, CaseResult, Tier } from "../model.ts";
import { type CallPlan, defaultRate, planOfCases } from "../plan/call-plan.ts";
import type { TierContext } from "../plan/tiers.ts";
import type { AccountFacts, RunFacts } from "../report/report.ts";
import type { Target } from "../target/target.ts";
import { type AccountRun, beginAccountRun, type Closing } from "./account-run.ts";
import { journalFolder, type Remembered, readJournals } from "./journal.ts";
import { type Gating, holdForTheEnd } from "./open-gating.ts";

/** A run in an account, begun. */
export interface PreparedAccount {
  readonly run: AccountRun;
  readonly gating: Gating;
}

/** What the first exchanges tell. */
export interface Greeting {
  readonly account?: PreparedAccount;
  /** Why nothing is to be sent at all. */
  readonly dead?: string;
}

interface AccountOptions {
  readonly tier?: Tier;
  readonly maxRequests?: number;
  readonly journals?: string;
}

/**
 * Begins a run in the account of the session's target.
 * @throws {UsageError} when so few requests are allowed that nothing could begin.
 */
export async function greetAccount(session: Session, options: AccountOptions, gating: Gating): Promise<Greeting> {
  const { account } = session.target;
  const { journal } = gating;
  if (account === undefined || journal === undefined) throw new Error("the target has no account");
  const { regions } = account;
  let hold: Hold;
  try {
    hold = holdForTheEnd(gating, regions.length, options.maxRequests);
  } catch (cause) {
    journal.forget();
    throw cause;
  }
  const remembered = readJournals(options.journals ?? journalFolder()).filter(
    (one) => one.account === account.id.slice(-4) && one.prefix !== session.draws.prefix && !isRunning(one),
  );
  const run = await beginAccountRun({ session, hold, regions, tier: options.tier ?? "full", journal, remembered });
  const { trouble } = run.firstContact;
  const dead = trouble === undefined ? run.forbidden : `nobody answers: ${trouble.why}`;
  return { account: { run, gating }, ...(dead !== undefined && { dead }) };
}

/** Whether the process that wrote a journal still runs here. */
function isRunning({ pid }: Remembered): boolean {
  try {
    return pid > 0 && pid !== process.pid && process.kill(pid, 0);
  } catch (cause) {
    // It is somebody else's, so it is there.
    return (cause as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** What a run was asked for, as far as its plan depends on it. */
interface LeaveOptions extends Omit<TierContext, "plan" | "lacks"> {
  readonly target: Target;
  readonly tier?: Tier;
  readonly rate?: number;
  readonly maxRequests?: number;
}

/** Leaves an account as it was, and says so. */
export async function leaveAccount(
  { contract, action, drives, target, tier = "full", rate = defaultRate, maxRequests }: LeaveOptions,
  { plan: cases, selected }: { readonly plan: readonly Case[]; readonly selected: { readonly cases: readonly Case[] } },
  account: PreparedAccount,
  results: readonly Pick<CaseResult, "exchanges">[],
): Promise<Pick<RunFacts, "leftovers" | "leftoversUnknown" | "account">> {
  const closing = await account.run.finish();
  const context = { contract, action, plan: cases, drives, lacks: target.lacks };
  const regions = target.account?.regions.length ?? 1;
  const pace = { rate, regions, ...(maxRequests !== undefined && { maxRequests }) };
  const planned = planOfCases(tier, context, selected.cases, pace);
  return {
    leftovers: closing.left,
    ...(closing.unknown !== undefined && { leftoversUnknown: closing.unknown }),
    account: accountFacts(planned, account, closing, results),
  };
}

/** What the report of a run in an account says of it. */
function accountFacts(
  { tier, calls, bound }: CallPlan,
  { run, gating }: PreparedAccount,
  { inventory }: Closing,
  results: readonly Pick<CaseResult, "exchanges">[],
): AccountFacts {
  const settled = results.flatMap(({ exchanges }) => exchanges.flatMap((one) => one.settled ?? []));
  return {
    tier,
    planned: { mutating: calls.mutating, reading: calls.reading, bound },
    // Who is calling was asked before the gate was there.
    sent: { mutating: gating.sent().mutating, reading: gating.sent().reading + 1 },
    swept: run.swept,
    inventory,
    settling: {
      repeated: settled.length,
      longest: Math.max(0, ...settled.map(({ milliseconds }) => milliseconds)),
    },
    refusals: gating.refusals(),
  };
}
