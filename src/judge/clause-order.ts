import { type Clause, levels } from "../model.ts";
import type { Contract } from "../spec/contract.ts";

/** Where a clause stands among others: the smaller, the more it weighs. */
export function rank({ clauses }: Contract, id: string): number {
  return levels.indexOf(clauses.get(id)?.level ?? "may");
}

export function firstOf(contract: Contract, ids: readonly string[]): string {
  const order = [...contract.clauses.keys()];
  const [first = ""] = ids.toSorted(
    (one, other) => rank(contract, one) - rank(contract, other) || order.indexOf(one) - order.indexOf(other),
  );
  return first;
}

/** All clauses that this one builds on, the nearest first. */
export function basesOf({ clauses }: Contract, { id, after = [] }: Clause): readonly string[] {
  const found = new Set<string>();
  const queue = [...after];
  for (let base = queue.shift(); base !== undefined; base = queue.shift()) {
    if (base === id || found.has(base)) continue;
    found.add(base);
    queue.push(...(clauses.get(base)?.after ?? []));
  }
  return [...found];
}
