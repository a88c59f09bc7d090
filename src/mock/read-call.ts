import { authenticate, type Principal } from "./authenticate.ts";
import type { Call } from "./call.ts";
import { parseQuery } from "./parse-query.ts";
import type { ProtocolBehaviour } from "./protocol-behaviour.ts";

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
