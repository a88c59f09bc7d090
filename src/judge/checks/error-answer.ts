import type { Expectation, Observation, StatusSeries } from "../../model.ts";
import type { Check } from "../check.ts";
import { judgeEach, shown, wireLine } from "../view.ts";

/** The HTTP status goes with the error code. */
export const statusOfCode: Check = ({ seen, contract }) =>
  judgeEach(seen, (observation) => {
    if (observation.kind !== "error") return "not-applicable";
    const wanted = Object.hasOwn(contract.errors, observation.code) ? contract.errors[observation.code] : undefined;
    if (wanted === undefined || wanted === null) return "not-applicable";
    return isOfStatus(observation.exchange.response?.status, wanted)
      ? "pass"
      : { expected: `${wanted} ${observation.code}`, actual: shown(observation) };
  });

/** The error code is one that EC2 is known to have. */
export const knownCode: Check = ({ seen, contract }) =>
  judgeEach(seen, (observation) => {
    if (observation.kind !== "error") return "not-applicable";
    return Object.hasOwn(contract.errors, observation.spelled)
      ? "pass"
      : { expected: "an error code of EC2", actual: shown(observation) };
  });

/** The message says something. */
export const messageNotEmpty: Check = ({ seen }) =>
  judgeEach(seen, (observation) => {
    if (observation.kind !== "error") return "not-applicable";
    return observation.message.trim() !== ""
      ? "pass"
      : { expected: "a message", actual: `${observation.code} with an empty message` };
  });

/** Whatever a client sends, it is not the server's failure. */
export const noServerError: Check = ({ seen }) =>
  judgeEach(seen, (observation) => {
    const status = observation.exchange.response?.status ?? 0;
    if (observation.kind === "unreadable" && status === 0)
      return { expected: "a complete answer", actual: observation.why };
    return status < 500 ? "pass" : { expected: "a status below 500", actual: wireLine(observation) };
  });

/** An answer is never a page for browsers, and never nothing. */
export const noForeignBody: Check = ({ seen }) =>
  judgeEach(seen, (observation) => {
    const { response } = observation.exchange;
    if (response === undefined) return "not-applicable";
    const foreign = response.body.trim() === "" || /^\s*(<!doctype html|<html|[{[])/i.test(response.body);
    return foreign ? { expected: "an XML document", actual: wireLine(observation) } : "pass";
  });

/** The message of one code has one of the recorded wordings. */
export const messageText: Check = ({ seen, expect }) =>
  judgeEach(seen, (observation) => {
    if (observation.kind !== "error" || observation.code !== expect.code) return "not-applicable";
    const wordings = wordingsFor(expect, observation);
    if (wordings.length === 0) return "not-applicable";
    if (wordings.includes(observation.message)) return "pass";
    return { expected: wordings.map((wording) => `"${wording}"`).join(" or "), actual: `"${observation.message}"` };
  });

/** The recorded wordings, as they are for this request. */
export function wordingsFor({ messages = [] }: Expectation, observation: Observation): readonly string[] {
  return messages.flatMap((wording) => fillFromRequest(wording, observation) ?? []);
}

/** The wording with each `{Field}` or `{List.0}` replaced by what the request had there; undefined where it had nothing. */
function fillFromRequest(wording: string, { sent }: Observation): string | undefined {
  let isWhole = true;
  const filled = wording.replace(/\{([A-Za-z.0-9]+)\}/g, (_, path: string) => {
    const value = path
      .split(".")
      .reduce<unknown>((here, key) => (here as Record<string, unknown> | undefined)?.[key], sent);
    isWhole &&= typeof value === "string";
    return String(value);
  });
  return isWhole ? filled : undefined;
}

/** Whether an HTTP status is the one that is wanted, or of the series that is. */
export function isOfStatus(status: number | undefined, wanted: number | StatusSeries): boolean {
  return typeof wanted === "number" ? status === wanted : String(status)[0] === wanted[0];
}
