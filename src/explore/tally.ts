import { type CaseResult, type Verdict, type VerdictKind, verdictKinds } from "../model.ts";

/** What the passed runs of a property came to: a verdict for each clause and drive, however many runs there were. */
export interface Tally {
  add(result: Pick<CaseResult, "verdicts">): void;
  /** Whether a clause passed in any run. */
  hasPassed(clause: string): boolean;
  /** Forgets the verdicts on a clause: something was found against it. */
  drop(clause: string): void;
  verdicts(): readonly Verdict[];
}

export function createTally(): Tally {
  const seen = new Map<string, Verdict>();
  const passed = new Set<string>();
  return {
    add({ verdicts }) {
      for (const verdict of verdicts) {
        if (verdict.verdict === "pass") passed.add(verdict.clause);
        const key = `${verdict.clause} ${verdict.drive}`;
        seen.set(key, joined(seen.get(key), verdict));
      }
    },
    hasPassed: (clause) => passed.has(clause),
    drop(clause) {
      for (const [key, verdict] of seen) if (verdict.clause === clause) seen.delete(key);
    },
    verdicts: () => [...seen.values()],
  };
}

/** The worse of two; but what one run could not judge, because something else was wrong there, another run did. */
function joined(before: Verdict | undefined, next: Verdict): Verdict {
  if (before === undefined) return next;
  const [telling, other] = rank(next) < rank(before) ? [next, before] : [before, next];
  const documented = worse(telling.documented, other.documented);
  const observed = worse(telling.observed, other.observed);
  return { ...telling, ...(documented && { documented }), ...(observed && { observed }) };
}

const rank = ({ verdict, blockedBy }: Verdict): number =>
  verdict === "indeterminate" && blockedBy !== undefined
    ? verdictKinds.indexOf("pass") + 0.5
    : verdictKinds.indexOf(verdict);

function worse(one: VerdictKind | undefined, other: VerdictKind | undefined): VerdictKind | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return verdictKinds.indexOf(one) < verdictKinds.indexOf(other) ? one : other;
}
