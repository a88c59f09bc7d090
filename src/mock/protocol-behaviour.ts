import { randomUUID } from "node:crypto";
import { type BodyHash, bodyHash } from "./authenticate.ts";
import { authorizationOf } from "./authorization.ts";
import { decodeForm } from "./parse-query.ts";

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
