import type { Check } from "../../../judge/check.ts";
import { judgeEach, shown, wireLine } from "../../../judge/view.ts";
import type { Observation } from "../../../model.ts";
import { childOf } from "../../../wire/parse-xml.ts";
import { describedItem } from "./read-answers.ts";

/** As the service writes it; a fraction of a second is usual. */
export const isoUtc = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;
const second = 1000;
/** How far a target's clock may be from ours: signatures of requests, too, are only valid for so long. */
export const allowance = 15 * 60 * second;

/** ISO 8601 in UTC, read on the wire: an SDK turns any date into one. */
export const createTimeForm: Check = ({ seen: [imported, described] }) =>
  judgeEach(described === undefined ? [] : [described], (observation) => {
    const text = wireTime(observation, imported);
    if (text === undefined) return { expected: "a createTime", actual: wireLine(observation) };
    return isoUtc.test(text) && !Number.isNaN(Date.parse(text))
      ? "pass"
      : { expected: "ISO 8601 in UTC, such as 2022-04-28T11:37:26.000Z", actual: text };
  });

/**
 * Between the answers before and of the import, by the target's own clock; its Date header has whole seconds. Where the
 * target tells no time, by ours.
 */
export const createTime: Check = ({ seen: [before, imported, described] }) =>
  judgeEach(described === undefined ? [] : [described], (observation) => {
    const item = describedItem(observation, imported);
    const text = item?.["CreateTime"];
    const time = typeof text === "string" ? Date.parse(text) : Number.NaN;
    const span = byTarget(before, imported) ?? byUs(before, imported);
    if (span === undefined) return "not-applicable";
    if (time >= span.earliest && time < span.latest) return "pass";
    const [from, to] = [span.earliest, span.latest].map((one) => new Date(one).toISOString());
    return {
      expected: `a createTime between ${from} and ${to}, by ${span.clock}`,
      actual: typeof text === "string" ? text : shown(observation),
    };
  });

/** Two descriptions (second and third) of the import (first) give one createTime. */
export const sameCreateTime: Check = ({ seen: [imported, described, again] }) => {
  const [first, second] = [described, again].map((observation) => observation && wireTime(observation, imported));
  return judgeEach(again === undefined ? [] : [again], () => {
    if (first === undefined) return "not-applicable";
    return first === second
      ? "pass"
      : { expected: `createTime ${first}, as before`, actual: `createTime ${second ?? "(none)"}` };
  });
};

/** The time in which an import must have been made, in milliseconds, and whose clock says so. */
interface Span {
  readonly earliest: number;
  readonly latest: number;
  readonly clock: string;
}

function byTarget(before: Observation | undefined, imported: Observation | undefined): Span | undefined {
  const [earliest, latest] = [dateOf(before), dateOf(imported)];
  if (earliest === undefined || latest === undefined) return undefined;
  return { earliest: earliest - second, latest: latest + 2 * second, clock: "the target's clock" };
}

function byUs(before: Observation | undefined, imported: Observation | undefined): Span | undefined {
  const [earliest, latest] = [before, imported].map((one) => Date.parse(one?.exchange.sentAt ?? ""));
  if (earliest === undefined || latest === undefined || Number.isNaN(earliest + latest)) return undefined;
  const end = latest + (imported?.exchange.milliseconds ?? 0);
  return {
    earliest: earliest - allowance,
    latest: end + allowance,
    clock: "our clock, as the target's answers have no Date",
  };
}

/** HTTP's date; some servers send the header twice. */
const httpDate = /\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT/;

function dateOf(observation: Observation | undefined): number | undefined {
  const time = Date.parse(observation?.exchange.response?.headers["date"]?.match(httpDate)?.[0] ?? "");
  return Number.isNaN(time) ? undefined : time;
}

function wireTime(described: Observation, imported: Observation | undefined): string | undefined {
  if (described.kind !== "output") return undefined;
  const name = imported?.sent["KeyName"];
  const items = childOf(described.document, "keySet")?.children ?? [];
  const item = items.find((candidate) => childOf(candidate, "keyName")?.text === name);
  return childOf(item, "createTime")?.text;
}
