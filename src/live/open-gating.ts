import type { AccessRefusal } from "../drive/access-refusal.ts";
import type { Clock } from "../drive/clock.ts";
import type { Gate, Hold } from "../drive/gate.ts";
import { UsageError } from "../errors.ts";
import { defaultRate } from "../plan/call-plan.ts";
import type { Target } from "../target/target.ts";
import { type Budget, createBudget } from "./budget.ts";
import { createGate, type Sent } from "./create-gate.ts";
import { type Journal, journalFolder, openJournal } from "./journal.ts";
import { createPace } from "./pace.ts";

/** What stands between a run and its target, and what it has noted. */
export interface Gating {
  readonly gate: Gate;
  readonly budget: Budget;
  /** In an account of somebody's. */
  readonly journal?: Journal;
  sent(): Sent;
  /** Refusals for want of a permission and the like: by what is missing, how often. */
  refusals(): readonly (AccessRefusal & { readonly times: number })[];
  onRefusal(refusal: AccessRefusal): void;
}

interface GatingOptions {
  readonly target: Target;
  readonly rate?: number;
  readonly maxRequests?: number;
  readonly journals?: string;
  readonly clock: Clock;
}

/** Before the first resend, milliseconds: AWS fills its bucket by the second. */
const [patienceWithAws, patienceWithOthers] = [500, 50];

/** @throws {UsageError} when no journal can be written. */
export function openGating(options: GatingOptions, prefix: string): Gating {
  const { target, maxRequests } = options;
  const { account } = target;
  const rate = options.rate ?? (account && defaultRate);
  // Who is calling was asked before.
  const budget = createBudget(maxRequests, account === undefined ? 0 : 1);
  const pace = createPace({
    ...(rate !== undefined && { rate }),
    patience: account === undefined ? patienceWithOthers : patienceWithAws,
    persistent: account !== undefined,
    clock: options.clock,
  });
  const journal = account && openJournal(options.journals ?? journalFolder(), { prefix, account: account.id });
  const { gate, sent } = createGate({ budget, pace, ...(journal && { journal }) });
  const refusals = new Map<string, AccessRefusal & { readonly times: number }>();
  return {
    gate,
    budget,
    ...(journal && { journal }),
    sent,
    refusals: () => [...refusals.values()],
    onRefusal(refusal) {
      const key = JSON.stringify(refusal);
      refusals.set(key, { ...refusal, times: (refusals.get(key)?.times ?? 0) + 1 });
    },
  };
}

/** Keeps back what the end of a run takes. @throws {UsageError} when so few requests are allowed that nothing could begin. */
export function holdForTheEnd({ budget }: Gating, regions: number, maxRequests: number | undefined): Hold {
  const hold = budget.reserve(regions);
  if (typeof hold !== "string") return hold;
  throw new UsageError(
    `Failed to begin: --max-requests ${maxRequests} does not even last for the inventories of ${regions} Regions. Raise it.`,
  );
}
