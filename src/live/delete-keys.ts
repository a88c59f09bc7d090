import { accessRefusal } from "../drive/access-refusal.ts";
import { saysDeleted } from "../drive/cleanup/clean-up.ts";
import { driveRaw } from "../drive/raw.ts";
import type { Session } from "../drive/session.ts";
import type { Step } from "../model.ts";
import { observe } from "../wire/observe.ts";
import type { ListedKey } from "./inventory.ts";

/**
 * Deletes keys that were listed, each by its id: a name-sake that somebody makes meanwhile is not touched. Also after a stop.
 * @returns how many deletions were refused for want of a permission.
 */
export async function deleteKeys(session: Session, keys: readonly ListedKey[]): Promise<number> {
  const { action, contract, draws, ledger } = session;
  const { removes, name: nameField, id: idField } = action.cleanup;
  let refused = 0;
  for (const { region, name, id } of keys) {
    const input = id !== undefined ? { [idField]: id } : name !== undefined ? { [nameField]: name } : undefined;
    if (input === undefined) continue;
    const own: Session = {
      ...session,
      regions: [region, region],
      signal: new AbortController().signal,
      cleaning: true,
    };
    const step: Step = { id: "sweep", action: removes, input };
    const binding = { action, contract, draws, name: draws.prefix, answers: new Map() };
    const seen = observe(contract, step, input, await driveRaw(own, step, binding));
    const refusal = accessRefusal(contract, seen);
    if (refusal !== undefined) {
      refused++;
      session.onRefusal?.(refusal);
    } else if (saysDeleted(seen)) {
      ledger.deleted({ region, by: "sweep", ...(name !== undefined && { name }), ...(id !== undefined && { id }) });
    }
  }
  return refused;
}
