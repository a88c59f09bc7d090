import { randomUUID } from "node:crypto";
import { authorizationOf, type BodyHash, bodyHash } from "./authenticate.ts";

/** The parameters of a request in the order in which they were said. */
interface Query {
  readonly parameters: ReadonlyMap<string, string>;
  /** Names said more than once; the first value holds. */
  readonly repeated: readonly string[];
}

/** Form decoding that takes anything: a malformed escape stands for itself, invalid UTF-8 becomes U+FFFD. */
export const decodeForm = (text: string): string => {
  const spaced = text.replaceAll("+", " ");
  if (!spaced.includes("%")) return spaced;
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced.replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll("%", ""), "hex").toString("utf8"));
  }
};

/** Reads `a=b&c=d`; `decode` says how a name and a value were written. */
export const parseQuery = (text: string, decode: (text: string) => string): Query => {
  const parameters = new Map<string, string>();
  const repeated: string[] = [];
  for (const pair of text.split("&")) {
    if (pair === "") continue;
    const equals = pair.indexOf("=");
    const name = decode(equals === -1 ? pair : pair.slice(0, equals));
    if (parameters.has(name)) repeated.push(name);
    else parameters.set(name, equals === -1 ? "" : decode(pair.slice(equals + 1)));
  }
  return { parameters, repeated };
};

/** What a fault may replace below the level of any action. */
export interface ProtocolBehaviour {
  /** The text of one name or value of the form. */
  readonly decode: (text: string) => string;
  readonly requestId: () => string;
  readonly region: (request: Request) => string;
  readonly bodyHash: BodyHash;
}

const hosts = /^ec2\.([a-z0-9-]+)\.(?:amazonaws\.com|api\.aws)/;

/** The credential scope wins over the host: behind an emulator's one endpoint it is all there is. */
const region = (request: Request): string =>
  authorizationOf(request)?.region ??
  hosts.exec(request.headers.get("host") ?? new URL(request.url).host)?.[1] ??
  "us-east-1";

export const protocolBehaviour: ProtocolBehaviour = { decode: decodeForm, requestId: randomUUID, region, bodyHash };
