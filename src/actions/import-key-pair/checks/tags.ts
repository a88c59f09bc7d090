import type { Check } from "../../../judge/check.ts";
import { judgeEach, shown } from "../../../judge/view.ts";
import type { BoundValue, Finding, Json, Observation } from "../../../model.ts";
import { keyNameEchoed } from "./answers.ts";
import { describedItem } from "./read-answers.ts";

/** Each tag of the request once, in any order. */
export const tagsEchoed: Check = ({ seen }) =>
  judgeEach(seen, (observation) => {
    const sent = sentTags(observation).map(spelled);
    if (sent.length === 0 || observation.kind !== "output") return "not-applicable";
    return compare(sent, observation.output["Tags"]);
  });

/** Each tag of the import once, in any order. */
export const tagsDescribed: Check = ({ seen: [imported, described] }) =>
  judgeEach(described === undefined ? [] : [described], (observation) => {
    const item = describedItem(observation, imported);
    if (item === undefined || imported === undefined)
      return { expected: "the imported key pair in the description", actual: shown(observation) };
    return compare(sentTags(imported).map(spelled), item["Tags"]);
  });

/** Name and tags come back as they were sent; there is nothing to compare where the request was not accepted. */
export const echoed: Check = (view) => {
  const accepted = view.seen.filter(({ kind }) => kind === "output");
  const name = keyNameEchoed({ ...view, seen: accepted });
  const tags = tagsEchoed({ ...view, seen: accepted });
  return name.kind === "pass" && tags.kind !== "not-applicable" ? tags : name;
};

function compare(sent: readonly string[], answered: Json | undefined): Finding | "pass" {
  const received = (Array.isArray(answered) ? answered : []).map((tag) => spelled(tag as Record<string, Json>));
  const [wanted, actual] = [sent, received].map((tags) => [...tags].sort().join(", "));
  return wanted === actual
    ? "pass"
    : { expected: `the tags ${wanted}`, actual: received.length === 0 ? "no tags" : `the tags ${actual}` };
}

/** The tags that a request sent, of all its specifications. */
export function sentTags({ sent }: Observation): readonly Readonly<Record<string, BoundValue>>[] {
  const specifications = sent["TagSpecifications"];
  const all = Array.isArray(specifications)
    ? (specifications as { Tags?: readonly Record<string, BoundValue>[] }[])
    : [];
  return all.flatMap(({ Tags = [] }) => Tags);
}

/** Key and value so that no two tags look alike. */
function spelled(tag: Readonly<Record<string, BoundValue | Json>>): string {
  return `${JSON.stringify(tag["Key"] ?? null)}=${JSON.stringify(tag["Value"] ?? null)}`;
}
