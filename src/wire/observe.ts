import type { BoundInput, Exchange, Observation, Step, WireResponse, XmlElement } from "../model.ts";
import type { Contract, WireSchema } from "../spec/contract.ts";
import { childOf, parseXml } from "./parse-xml.ts";
import { readOutput, wireNames } from "./read-output.ts";
import { isThrottling } from "./throttled-code.ts";
import { detach } from "./trim-exchange.ts";

/** Codes of a service that is down for a moment. */
const unavailableCodes = new Set(["ServiceUnavailable", "Unavailable"]);

/** Statuses of an overload or of a proxy; a 500 is the target's own crash. */
const passingStatuses = new Set([429, 502, 503, 504]);

/**
 * What one exchange shows, through the lens of the drive that made it. Lenient: a defect of the envelope is noted beside
 * what can be read under it. Pure.
 */
export function observe(contract: Contract, step: Step, sent: BoundInput, exchange: Exchange): Observation {
  const { response, trouble } = exchange;
  if (response === undefined) {
    const why = trouble?.why ?? "no answer";
    const kind = trouble?.kind === "broken" ? "unreadable" : "unanswered";
    return { step, sent, exchange, kind, why };
  }
  const parsed = parseXml(response.body);
  const flaw = parsed.why;
  const base = { step, sent, exchange, ...(flaw !== undefined && { flaw }) };
  const document = parsed.root;
  const error = document === undefined ? readJsonError(response) : readError(document);
  const passing = passingTrouble(contract, response, error);
  if (passing !== undefined) return { ...base, kind: "unanswered", why: passing };
  if (error !== undefined) return { ...base, kind: "error", ...(document && { document }), ...error };
  if (document === undefined)
    return { ...base, kind: "unreadable", why: `${describe(response)} is not well-formed XML: ${flaw}` };
  const schema = contract.schemas[`${step.action}Result`] ?? {};
  if (response.status < 200 || response.status > 299 || !isSuccess(document, schema)) {
    const why =
      flaw === undefined
        ? `${describe(response)} has the root element ${document.name}`
        : `${describe(response)} is not well-formed XML: ${flaw}`;
    return { ...base, kind: "unreadable", document, why };
  }
  const read = readOutput(contract.schemas, schema, document);
  // What an SDK makes of a document that is not as the model says is the document's fault, and judged as such.
  const asModelled = flaw === undefined && read.misplaced.length === 0 && document.name === `${step.action}Response`;
  const sdk = asModelled && exchange.parsed?.kind === "output" ? exchange.parsed.output : undefined;
  return { ...base, kind: "output", document, ...read, output: sdk ?? read.output };
}

/** Whether a document without an error code may pass for an answer of EC2: by its root, or by the members in it. */
function isSuccess(root: XmlElement, schema: WireSchema): boolean {
  if (/(Response|Result)$/.test(root.name)) return true;
  const names = wireNames(schema);
  return [root, ...root.children].some(({ children }) => children.some(({ name }) => names.has(name.toLowerCase())));
}

interface ReadError {
  readonly code: string;
  readonly spelled: string;
  readonly message: string;
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
function readError(root: XmlElement): ReadError | undefined {
  const holder = findHolder(root, 0);
  const code = childOf(holder, "Code");
  return code === undefined ? undefined : errorOf(code.text, childOf(holder, "Message")?.text ?? "");
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

/** The error of a JSON protocol: `__type` or `code`, at the root or under `error`. */
function readJsonError({ body }: WireResponse): ReadError | undefined {
  let root: unknown;
  try {
    root = JSON.parse(body);
  } catch {
    // No JSON: it is told as what it is by whoever looks at the body.
  }
  const members = (value: unknown): Readonly<Record<string, unknown>> =>
    typeof value === "object" && value !== null
      ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name.toLowerCase(), member]))
      : {};
  const outer = members(root);
  for (const holder of [outer, members(outer["error"])]) {
    const code = holder["code"] ?? holder["__type"];
    if (typeof code === "string") return errorOf(code, String(holder["message"] ?? ""));
  }
  return undefined;
}

/** CloudTrail and old documents write `Client.` in front of a code; blanks around it are a matter of its spelling too. */
function errorOf(spelled: string, message: string): ReadError {
  return { code: spelled.trim().replace(/^(Client|Server)\./, ""), spelled, message };
}

/** An answer in a few words. */
export function describe(response: WireResponse): string {
  const type = response.headers["content-type"] ?? "no content type";
  const location = response.headers["location"];
  const where = location === undefined ? "" : ` to ${location} (redirects are not followed)`;
  const start = detach(response.body.slice(0, 80)).replace(/\s+/g, " ");
  return `HTTP ${response.status}${where}, ${type}, ${start === "" ? "empty body" : `body "${start}"`}`;
}
