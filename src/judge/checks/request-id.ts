import type { Observation } from "../../model.ts";
import { childOf } from "../../wire/parse-xml.ts";
import type { Check } from "../check.ts";
import { judgeEach } from "../view.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** `requestId` of a success, `RequestID` of an error; undefined where the answer has none. */
function requestIdOf(observation: Observation): string | undefined {
  if (observation.kind === "output") return childOf(observation.document, "requestId")?.text;
  if (observation.kind === "error") return childOf(observation.document, "RequestID")?.text;
  return undefined;
}

/** A success carries a requestId. */
export const requestIdPresent: Check = ({ seen }) =>
  judgeEach(seen, (observation) => {
    if (observation.kind !== "output") return "not-applicable";
    return requestIdOf(observation) ? "pass" : { expected: "a requestId", actual: "no requestId in the answer" };
  });

/** The request id is a UUID in lower case. */
export const requestIdForm: Check = ({ seen }) =>
  judgeEach(seen, (observation) => {
    const id = requestIdOf(observation);
    if (id === undefined) return "not-applicable";
    return uuid.test(id) ? "pass" : { expected: "a request id that is a UUID in lower case", actual: `"${id}"` };
  });

/** No two requests get the same request id. */
export const requestIdFresh: Check = ({ seen }) => {
  const before = new Set<string>();
  return judgeEach(seen, (observation) => {
    const id = requestIdOf(observation);
    if (id === undefined) return "not-applicable";
    if (before.has(id)) return { expected: "a request id of its own for each request", actual: `"${id}" again` };
    before.add(id);
    return before.size > 1 ? "pass" : "not-applicable";
  });
};

/** Where there is a request id in the headers, it is that of the body. */
export const requestIdInHeader: Check = ({ seen }) =>
  judgeEach(seen, (observation) => {
    const id = requestIdOf(observation);
    const header = observation.exchange.response?.headers["x-amzn-requestid"];
    if (id === undefined || header === undefined) return "not-applicable";
    return id === header
      ? "pass"
      : { expected: `x-amzn-requestid: ${id}, as in the body`, actual: `x-amzn-requestid: ${header}` };
  });
