import { type Access, authenticate, type Principal } from "./authenticate.ts";
import { type ProtocolBehaviour, parseQuery } from "./protocol-behaviour.ts";

/** One request as the mock understands it. */
export interface Call {
  readonly method: string;
  readonly headers: Headers;
  /** The form text as it came, before decoding. */
  readonly text: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly repeated: readonly string[];
  readonly action: string;
  readonly region: string;
  readonly access: Access;
  readonly requestId: string;
  readonly at: Date;
}

/** Reads a request to its end. Without `principals` everybody is let in. */
export const readCall = async (
  request: Request,
  behaviour: ProtocolBehaviour,
  at: Date,
  principals?: readonly Principal[],
): Promise<Call> => {
  const body = new Uint8Array(await request.arrayBuffer());
  const access = principals ? await authenticate(request, body, principals, behaviour.bodyHash) : "granted";
  // The form may be in the body, in the query, or, with a presigned POST, in both.
  const text = [new URL(request.url).search.slice(1), Buffer.from(body).toString("utf8")].filter(Boolean).join("&");
  const { parameters, repeated } = parseQuery(text, behaviour.decode);
  return {
    method: request.method,
    headers: request.headers,
    text,
    parameters,
    repeated,
    action: parameters.get("Action") ?? "",
    region: behaviour.region(request),
    access,
    requestId: behaviour.requestId(),
    at,
  };
};
