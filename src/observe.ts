import { detach } from "./drive/trim-exchange.ts";
import type { BoundInput, Exchange, Observation, Step, WireResponse, XmlElement } from "./model.ts";
import type { Contract } from "./spec/contract.ts";
import { childOf, parseXml } from "./wire/parse-xml.ts";
import { readOutput } from "./wire/read-output.ts";
import { isThrottling } from "./wire/throttled-code.ts";

/** Codes of a service that is down for a moment. */
const unavailableCodes = new Set(["ServiceUnavailable", "Unavailable"]);

/** Statuses of an overload or of a proxy; a 500 is the target's own crash. */
const passingStatuses = new Set([429, 502, 503, 504]);

/** What one exchange shows, through the lens of the drive that made it. Pure. */
export function observe(contract: Contract, step: Step, sent: BoundInput, exchange: Exchange): Observation {
  const base = { step, sent, exchange };
  const { response, trouble } = exchange;
  if (response === undefined) {
    const why = trouble?.why ?? "no answer";
    return trouble?.kind === "broken" ? { ...base, kind: "unreadable", why } : { ...base, kind: "unanswered", why };
  }
  const parsed = parseXml(response.body);
  const passing = passingTrouble(contract, response, parsed.kind === "malformed" ? undefined : readError(parsed.root));
  if (passing !== undefined) return { ...base, kind: "unanswered", why: passing };
  if (parsed.kind === "malformed")
    return { ...base, kind: "unreadable", why: `${describe(response)} is not well-formed XML: ${parsed.why}` };
  const document = parsed.root;
  const error = readError(document);
  if (error !== undefined) return { ...base, kind: "error", document, ...(fromSdk(exchange) ?? error) };
  if (response.status < 200 || response.status > 299 || document.name !== `${step.action}Response`) {
    return {
      ...base,
      kind: "unreadable",
      document,
      why: `${describe(response)} has the root element ${document.name}`,
    };
  }
  const schema = contract.schemas[`${step.action}Result`] ?? {};
  const read = readOutput(contract.schemas, schema, document);
  const { parsed: sdk } = exchange;
  if (sdk?.kind === "error")
    return { ...base, kind: "unreadable", document, why: `the SDK could not read the answer: ${sdk.message}` };
  return { ...base, kind: "output", document, extras: read.extras, output: sdk?.output ?? read.output };
}

/** Why an answer is none: the target is throttled or overloaded, or a proxy speaks in its place. */
function passingTrouble(
  contract: Contract,
  response: WireResponse,
  error: { readonly code: string } | undefined,
): string | undefined {
  if (error !== undefined && (isThrottling(error.code) || unavailableCodes.has(error.code)))
    return `throttled: ${error.code}`;
  if (!passingStatuses.has(response.status)) return undefined;
  // A refusal that EC2 knows is an answer, whatever its status.
  return error !== undefined && Object.hasOwn(contract.errors, error.code) ? undefined : describe(response);
}

/** Code and message wherever they stand, so that a wrong envelope is one clause's finding and not every clause's. */
function readError(root: XmlElement): { code: string; message: string } | undefined {
  const holder = findHolder(root, 0);
  const code = childOf(holder, "Code");
  return code === undefined ? undefined : { code: code.text, message: childOf(holder, "Message")?.text ?? "" };
}

function findHolder(element: XmlElement, depth: number): XmlElement | undefined {
  if (childOf(element, "Code") !== undefined) return element;
  if (depth > 4) return undefined;
  for (const child of element.children) {
    const found = findHolder(child, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The SDK's view of an error; its own trouble (an answer that it could not read) is no code of the target's. */
function fromSdk({ parsed }: Exchange): { code: string; message: string } | undefined {
  if (parsed?.kind !== "error" || parsed.name === "Error") return undefined;
  return { code: parsed.name, message: parsed.message };
}

/** An answer in a few words. */
export function describe(response: WireResponse): string {
  const type = response.headers["content-type"] ?? "no content type";
  const location = response.headers["location"];
  const where = location === undefined ? "" : ` to ${location} (redirects are not followed)`;
  const start = detach(response.body.slice(0, 80)).replace(/\s+/g, " ");
  return `HTTP ${response.status}${where}, ${type}, ${start === "" ? "empty body" : `body "${start}"`}`;
}
