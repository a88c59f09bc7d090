import { redactText } from "../redact.ts";
import type { Session } from "../session.ts";
import { freshPatience, type Leftovers, sweep } from "./sweep.ts";

/** What a report says of it. */
export interface Left {
  readonly leftovers: readonly string[];
  /** Why nobody knows what is left; absent where the target showed it. */
  readonly leftoversUnknown?: string;
}

/** Time for what was asked for without an answer to appear, milliseconds. */
const settling = 1000;

/** Deletes what a run left behind, in every Region in which it asked for something. Never rejects for the target's sake. */
export async function sweepRun({ session }: { readonly session: Session }): Promise<Left> {
  // A recording makes nothing.
  if (session.target.replayed !== undefined) return { leftovers: [] };
  const patience = freshPatience();
  const swept: Leftovers[] = [];
  if (session.ledger.isUnsure()) await session.clock.sleep(settling);
  for (const region of session.ledger.regions()) swept.push(await sweep(session, region, patience));
  const names = [...new Set(swept.flatMap((one) => (one.kind === "none" ? [] : one.names)))];
  const whys = swept.flatMap((one) => (one.kind === "unknown" ? one.why : []));
  const clean = (text: string): string => redactText(text, session.target.secrets ?? []);
  return { leftovers: names.map(clean), ...(whys.length > 0 && { leftoversUnknown: clean(whys.join("; ")) }) };
}
