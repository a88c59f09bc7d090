import type { Check } from "../../../judge/check.ts";
import { judgeEach, shown } from "../../../judge/view.ts";
import type { Observation } from "../../../model.ts";
import { itemsOf, textOf } from "./read-answers.ts";

/** Whether a deletion answers `return` true. */
export function returnsTrue(observation: Observation): boolean {
  return observation.kind === "output" && observation.output["Return"] === true;
}

/** The deletion (first) answers `return` true, and the key is gone (second). */
export const deleted: Check = ({ seen: [deletion, after] }) => {
  return judgeEach(deletion === undefined || after === undefined ? [] : [after], (observation) => {
    if (deletion === undefined) return "not-applicable";
    if (!returnsTrue(deletion)) return { expected: "200 with return true", actual: returned(deletion) };
    const items = itemsOf(observation);
    return items === undefined || items.length === 0
      ? "pass"
      : {
          expected: "the key is gone",
          actual: `it is still described: ${JSON.stringify(items[0]?.["KeyName"] ?? null)}`,
        };
  });
};

/** The deletion answers `return` true. */
export const deletionAccepted: Check = ({ seen }) =>
  judgeEach(seen, (observation) =>
    returnsTrue(observation) ? "pass" : { expected: "200 with return true", actual: returned(observation) },
  );

/** The deletion (second) names the id of the import (first). */
export const deletedId: Check = ({ seen: [imported, deletion] }) =>
  judgeEach(deletion === undefined ? [] : [deletion], (observation) => {
    const [wanted, actual] = [textOf(imported, "KeyPairId"), textOf(observation, "KeyPairId")];
    return wanted !== undefined && wanted === actual
      ? "pass"
      : {
          expected: `keyPairId ${wanted ?? "of the import"}`,
          actual: actual === undefined ? "no keyPairId" : `keyPairId ${actual}`,
        };
  });

/** A deletion of nothing names no id. */
export const noDeletedId: Check = ({ seen }) =>
  judgeEach(seen, (observation) => {
    if (observation.kind !== "output") return "not-applicable";
    const actual = observation.output["KeyPairId"];
    return actual === undefined ? "pass" : { expected: "no keyPairId", actual: `keyPairId ${JSON.stringify(actual)}` };
  });

function returned(observation: Observation): string {
  return observation.kind === "output"
    ? `return ${JSON.stringify(observation.output["Return"] ?? null)}`
    : shown(observation);
}
