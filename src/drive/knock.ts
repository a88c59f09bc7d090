import type { Exchange } from "../model.ts";
import type { Outcome } from "./breaker.ts";
import { driveRaw } from "./raw.ts";
import type { Session } from "./session.ts";

/** What became of an exchange, as the breaker wants to know it. */
export function outcomeOf({ trouble }: Exchange): Outcome {
  if (trouble === undefined) return "answered";
  return trouble.kind === "broken" ? "broken" : "silent";
}

/** Any answer will do; a connection that was cut is tried once more, as servers may have closed an idle one. */
export async function knock(session: Session): Promise<Exchange> {
  const first = await contact(session);
  return first.trouble?.kind === "reset" ? contact(session) : first;
}

/** A description of a key of ours that cannot exist yet. */
function contact(session: Session): Promise<Exchange> {
  const { action, contract, draws } = session;
  const binding = { action, contract, draws, name: draws.prefix, answers: new Map() };
  const input = { Filters: [{ Name: "key-name", Values: ["{name}"] }] };
  return driveRaw(session, { id: "contact", action: action.cleanup.lists, input }, binding);
}
