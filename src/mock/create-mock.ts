import type { Transport } from "../model.ts";
import { type Answer, failure, success } from "./answer.ts";
import type { Principal } from "./authenticate.ts";
import { type Call, readCall } from "./call.ts";
import { composeBehaviour } from "./compose-behaviour.ts";
import { writeXml } from "./element.ts";
import type { Exchange, Fault } from "./fault.ts";
import { protocolBehaviour } from "./protocol-behaviour.ts";
import { protocolRefusals } from "./protocol-refusals.ts";
import { firstRefusal } from "./refusal.ts";
import { services } from "./services.ts";

export interface MockOptions {
  /** Limits and lists that differ from what AWS is known to do. */
  readonly rules?: object;
  /** Ways in which it is to disobey the contract. */
  readonly faults?: readonly Fault[];
  readonly now?: () => Date;
  /** Whom it knows. Given, signatures are really checked; otherwise any credentials will do. */
  readonly principals?: readonly Principal[];
}

/** EC2 in memory: a transport, so that nothing needs to be patched to reach it. */
export type Mock = Transport;

const contentType = "text/xml;charset=UTF-8";

/** Makes an EC2 of its own, with nothing in it. */
export const createMock = ({ rules = {}, faults = [], now = () => new Date(), principals }: MockOptions = {}): Mock => {
  const behaviour = composeBehaviour(protocolBehaviour, faults);
  const handlers = new Map(services.flatMap((service) => Object.entries(service({ rules, faults }))));
  const memory = new Map<string, string>();

  const decide = async (call: Call): Promise<Answer> => {
    const handler = handlers.get(call.action);
    const refused = firstRefusal(protocolRefusals, call, handler, faults);
    if (refused) return failure(call.requestId, refused);
    if (!handler) throw new Error(`Failed to answer ${call.action}: nothing handles it.`);
    const handled = handler.handle(call);
    const outcome = handled instanceof Promise ? await handled : handled;
    return outcome.kind === "refused"
      ? failure(call.requestId, outcome.refused)
      : success(call.action, call.requestId, outcome.members);
  };

  const send = async (decided: Answer, exchange: Exchange): Promise<Response> => {
    let answer = decided;
    for (const fault of faults) if (fault.kind === "reply") answer = fault.tree?.(answer, exchange) ?? answer;
    let xml = writeXml(answer.root);
    for (const fault of faults) if (fault.kind === "reply") xml = fault.text?.(xml, exchange) ?? xml;
    let response = new Response(xml, {
      status: answer.status,
      headers: {
        "content-type": contentType,
        "x-amzn-requestid": exchange.call.requestId,
        date: exchange.call.at.toUTCString(),
        server: "AmazonEC2",
        ...answer.headers,
      },
    });
    for (const fault of faults) if (fault.kind === "wire") response = await fault.wire(response, exchange);
    return response;
  };

  return async (request) => {
    try {
      const call = await readCall(request, behaviour, now(), principals);
      return await send(await decide(call), { call, memory });
    } catch (cause) {
      // A bug of ours must be seen as one, and not look like a refusal.
      const message = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
      const { root } = failure(crypto.randomUUID(), { status: 500, code: "InternalError", message });
      return new Response(writeXml(root), { status: 500, headers: { "content-type": contentType } });
    }
  };
};
