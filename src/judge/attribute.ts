import type { Disagreement, Observation, Verdict } from "../model.ts";
import { shown } from "./view.ts";

/** Where the verdicts of the two drives on one case differ, and whose fault it is. Pure. */
export function attribute(
  verdicts: readonly Verdict[],
  raw: readonly Observation[],
  sdk: readonly Observation[],
): readonly Disagreement[] {
  const byDrive = (drive: Verdict["drive"]) =>
    new Map(verdicts.filter((verdict) => verdict.drive === drive).map((verdict) => [verdict.clause, verdict.verdict]));
  const [fromRaw, fromSdk] = [byDrive("raw"), byDrive("sdk")];
  return [...fromRaw].flatMap(([clause, verdict]) => {
    const other = fromSdk.get(clause);
    if (other === undefined || other === verdict) return [];
    return [{ clause, raw: verdict, sdk: other, ...blame(verdict === "fail", raw, sdk) }];
  });
}

function blame(
  rawFails: boolean,
  raw: readonly Observation[],
  sdk: readonly Observation[],
): Pick<Disagreement, "fault" | "why"> {
  for (const [index, one] of raw.entries()) {
    const other = sdk[index];
    if (other !== undefined && wireKey(one) !== wireKey(other)) {
      return {
        fault: "target",
        why: `at the step ${one.step.id} it answers our request with "${shown(one)}", and the SDK's with "${shown(other)}"`,
      };
    }
  }
  if (rawFails)
    return { fault: "target", why: "the answers are alike on the wire; the SDK hides what is wrong with them" };
  return { fault: "sdk", why: "the answers are alike on the wire; the SDK reads them otherwise" };
}

/** What two answers to the same step must share to count as the same answer. */
function wireKey({ exchange, kind }: Observation): string {
  const { response, trouble } = exchange;
  if (response === undefined) return trouble?.kind ?? kind;
  const root = response.body.match(/<(?!\?)[^\s>]+/)?.[0] ?? "";
  return `${response.status} ${root} ${response.body.match(/<Code>([^<]*)/)?.[1] ?? ""}`;
}
