import type { Observation, XmlElement } from "../../model.ts";
import { childOf } from "../../wire/parse-xml.ts";
import type { Check } from "../check.ts";
import { judgeEach, wireLine } from "../view.ts";

/** The document of an answer, error or not, as far as it is XML. */
function documentOf(observation: Observation): XmlElement | undefined {
  return observation.kind === "unanswered" ? undefined : observation.document;
}

function statusOf(observation: Observation): number {
  return observation.exchange.response?.status ?? 0;
}

/** The body is XML that a strict parser reads, in UTF-8. */
export const wellFormed: Check = ({ seen }) =>
  judgeEach(seen, (observation) => {
    const expected = "well-formed XML in UTF-8";
    const { flaw, exchange } = observation;
    if (flaw !== undefined || documentOf(observation) === undefined) return { expected, actual: wireLine(observation) };
    if (exchange.response?.notUtf8) return { expected, actual: "bytes that are not UTF-8" };
    const encoding = /^\uFEFF?<\?xml[^>]*?\bencoding\s*=\s*["']([^"']*)/.exec(exchange.response?.body ?? "")?.[1];
    return encoding === undefined || /^utf-?8$/i.test(encoding)
      ? "pass"
      : { expected, actual: `a declaration of the encoding ${encoding}` };
  });

/** The members of a success stand where the model puts them, under its names. */
export const membersInPlace: Check = ({ seen }) =>
  judgeEach(seen, (observation) => {
    if (observation.kind !== "output") return "not-applicable";
    const [first, ...more] = observation.misplaced;
    return first === undefined
      ? "pass"
      : { expected: "members by the model's names and places", actual: [first, ...more.slice(0, 4)].join(", ") };
  });

/** A success has the status 200. */
export const statusOfSuccess: Check = ({ seen }) =>
  judgeEach(seen, (observation) => {
    if (observation.kind !== "output") return "not-applicable";
    const status = statusOf(observation);
    return status === 200 ? "pass" : { expected: "status 200", actual: `status ${status}` };
  });

/** The root of a success is the action's name followed by `Response`. */
export const rootElement: Check = ({ seen }) =>
  judgeEach(seen, (observation) => {
    const document = documentOf(observation);
    if (document === undefined || statusOf(observation) >= 300 || observation.kind === "error") return "not-applicable";
    const expected = `the root element ${observation.step.action}Response`;
    return document.name === `${observation.step.action}Response`
      ? "pass"
      : { expected, actual: `the root element ${document.name}` };
  });

/** The namespace of a success; its last slash is not judged, as documents and models differ in it. */
export const namespace: Check = ({ seen, expect }) =>
  judgeEach(seen, (observation) => {
    // Whoever asks for another version may be answered in its namespace.
    if (observation.kind !== "output" || observation.step.wire?.set?.["Version"] !== undefined) return "not-applicable";
    const wanted = expect.namespace ?? "";
    const { namespace: found } = observation.document;
    if (trimSlash(found) === trimSlash(wanted)) return "pass";
    return { expected: `xmlns="${wanted}"`, actual: found === "" ? "no xmlns" : `xmlns="${found}"` };
  });

/** The media type; a charset, where one is named, is UTF-8. */
export const contentType: Check = ({ seen, expect }) =>
  judgeEach(seen, (observation) => {
    const { response } = observation.exchange;
    if (response === undefined) return "not-applicable";
    const header = response.headers["content-type"];
    // Recordings of error answers of 2016 to 2019 carry no content type at all.
    if (header === undefined && response.status >= 400) return "not-applicable";
    const [type, ...parameters] = (header ?? "")
      .toLowerCase()
      .split(";")
      .map((part) => part.trim());
    const charset = parameters
      .find((parameter) => parameter.startsWith("charset="))
      ?.slice(8)
      .replaceAll('"', "");
    const fits = type === expect.contentType && (charset === undefined || charset === "utf-8");
    return fits
      ? "pass"
      : {
          expected: `content-type: ${expect.contentType};charset=UTF-8`,
          actual: `content-type: ${header ?? "(none)"}`,
        };
  });

/** An error is `Response > Errors > Error > Code, Message`. */
export const errorEnvelope: Check = ({ seen }) =>
  judgeEach(seen, (observation) => {
    if (statusOf(observation) < 400 && observation.kind !== "error") return "not-applicable";
    const root = documentOf(observation);
    // A success under the status of an error is no error of another shape.
    if (root?.name === `${observation.step.action}Response`) return "not-applicable";
    const error = childOf(childOf(root, "Errors"), "Error");
    const whole =
      root?.name === "Response" && childOf(error, "Code") !== undefined && childOf(error, "Message") !== undefined;
    return whole
      ? "pass"
      : { expected: "Response > Errors > Error > Code, Message", actual: outline(root, observation) };
  });

/** An error carries `RequestID` under the root. */
export const errorRequestId: Check = ({ seen }) =>
  judgeEach(seen, (observation) => {
    if (observation.kind !== "error") return "not-applicable";
    const id = childOf(observation.document, "RequestID")?.text ?? "";
    return id !== ""
      ? "pass"
      : { expected: "a RequestID beside Errors", actual: outline(observation.document, observation) };
  });

/** Unlike the Query protocol of other services, an error has no `Type`. */
export const errorWithoutType: Check = ({ seen }) =>
  judgeEach(seen, (observation) => {
    if (observation.kind !== "error" || observation.document === undefined) return "not-applicable";
    return names(observation.document).includes("Type")
      ? { expected: "no Type element", actual: outline(observation.document, observation) }
      : "pass";
  });

/** The root of an error has no namespace. */
export const errorWithoutNamespace: Check = ({ seen }) =>
  judgeEach(seen, (observation) => {
    if (observation.kind !== "error" || observation.document === undefined) return "not-applicable";
    const { namespace: found } = observation.document;
    return found === "" ? "pass" : { expected: "no xmlns on the error document", actual: `xmlns="${found}"` };
  });

function trimSlash(uri: string): string {
  return uri.replace(/\/$/, "");
}

function names(element: XmlElement): string[] {
  return [element.name, ...element.children.flatMap(names)];
}

function outline(root: XmlElement | undefined, observation: Observation): string {
  return root === undefined ? wireLine(observation) : names(root).slice(0, 12).join(" > ");
}
