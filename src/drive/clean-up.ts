import type { BoundValue, Case, Exchange, Observation, Step } from "../model.ts";
import type { Binding } from "./bind.ts";
import { driveRaw } from "./raw.ts";
import type { Session } from "./session.ts";

/**
 * Deletes what the steps of a case made or may have made: by name, or by the id in its answer where there is no name.
 * Runs to its end also after Ctrl-C.
 */
export async function cleanUp(
  session: Session,
  binding: Binding,
  observations: readonly Observation[],
  planned: Pick<Case, "judgements">,
): Promise<readonly Exchange[]> {
  const { creates, removes, name, id } = session.action.cleanup;
  const unstoppable: Session = { ...session, signal: new AbortController().signal, cleaning: true };
  const exchanges: Exchange[] = [];
  const done = new Set<string>();
  for (const observation of observations) {
    if (observation.step.action !== creates || !mayHaveMade(observation)) continue;
    const answered = observation.kind === "output" ? observation.output : {};
    const called = nameOf(observation.sent[name], answered[name]);
    const input =
      called !== undefined ? { [name]: called } : typeof answered[id] === "string" ? { [id]: answered[id] } : undefined;
    const key = `${JSON.stringify(input)} ${observation.step.elsewhere}`;
    if (input === undefined || done.has(key)) continue;
    done.add(key);
    const step: Step = {
      id: "cleanup",
      action: removes,
      input,
      ...(observation.step.elsewhere ? { elsewhere: true } : {}),
    };
    exchanges.push(await driveRaw(unstoppable, step, binding));
  }
  return exchanges;
}

/** A refusal makes nothing; that it may have is found by the sweep at the end of the run. */
function mayHaveMade(observation: Observation): boolean {
  if (observation.kind === "error") return (observation.exchange.response?.status ?? 500) >= 500;
  return observation.exchange.trouble?.kind !== "not-sent" && observation.exchange.trouble?.kind !== "unreachable";
}

function nameOf(sent: BoundValue | undefined, answered: unknown): string | undefined {
  if (typeof sent === "string" && sent !== "") return sent;
  return typeof answered === "string" && answered !== "" && sent !== undefined ? answered : undefined;
}
