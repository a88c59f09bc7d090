import { authorizationOf } from "../mock/authenticate.ts";
import { readCall } from "../mock/call.ts";
import { createMock, type Mock } from "../mock/create-mock.ts";
import { protocolBehaviour } from "../mock/protocol-behaviour.ts";
import type { Transport } from "../model.ts";
import { dummyCredentials } from "../target/target.ts";
import { encodeForm } from "../wire/query-form.ts";
import { alterations, usualForm } from "./alterations.ts";
import {
  ask,
  codeOf,
  cut,
  given,
  hidden,
  importForm,
  LostAnswer,
  refusal,
  rewritten,
  sshFingerprint,
} from "./answers.ts";
import type { DrawnScenario } from "./draw-scenario.ts";
import type { NetworkRule, Trouble } from "./scenario.ts";
import type { GivenAnswer, SentCall } from "./sent-call.ts";

/** The network below a wrapper in one scenario. */
export interface ScriptedNetwork {
  readonly transport: Transport;
  /** All requests so far. */
  readonly sent: readonly SentCall[];
  /** EC2 as it is behind all troubles. */
  readonly world: Mock;
  /** Comes once so many requests were sent that no more are answered. */
  readonly storm: Promise<void>;
  /** Lets go of whoever waits for an answer that never comes, but for those of a storm: they would send the next. */
  close(): void;
}

/** More requests than this are a storm: they are refused, and at last no longer answered, so that it ends. */
const [refusedFrom, unansweredFrom] = [60, 200];

/** Refusals that tell something about the key pairs that there are: the others are about the request alone. */
const aboutState = /^(InvalidKeyPair\.(Duplicate|NotFound)|DryRunOperation|KeyPairLimitExceeded|InvalidID)$/;

/**
 * Makes the network of a scenario over a reference emulator of its own. Every request is recorded as it came. One that
 * the reference refuses for its form alone is then taken as it was meant, so that each mistake is found by the scenario
 * that is about it, and by no other.
 */
export async function createScriptedNetwork(
  drawn: DrawnScenario,
  rules: object,
  { forgiving = true }: { readonly forgiving?: boolean } = {},
): Promise<ScriptedNetwork> {
  const world = createMock({ rules });
  const principals = [{ ...dummyCredentials, allowed: true }];
  const sent: SentCall[] = [];
  const used = new Map<NetworkRule, number>();
  const effective = new Set<string>();
  let letGo: () => void = () => undefined;
  const closed = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let storms: () => void = () => undefined;
  const storm = new Promise<void>((resolve) => {
    storms = resolve;
  });
  const { before, input } = drawn;
  if (before !== undefined)
    await ask(world, importForm({ keyName: input.keyName, publicKey: before.publicKey, tags: before.tags }));
  const context = {
    documentedFingerprint: sshFingerprint(input.publicKey),
    otherFingerprint: sshFingerprint(`${input.publicKey.split(" ")[0]} b3RoZXI=`),
  };

  const troubleFor = (action: string): Trouble | undefined => {
    const rule = drawn.network?.find(
      (one) =>
        (one.on === "*" || one.on === action) &&
        (one.after === undefined || effective.has(one.after)) &&
        (used.get(one) ?? 0) < (one.times ?? Number.POSITIVE_INFINITY),
    );
    if (rule !== undefined) used.set(rule, (used.get(rule) ?? 0) + 1);
    return rule?.answer;
  };
  const asMeant = async (action: string, form: string): Promise<Response> => {
    if (!forgiving || action !== "ImportKeyPair") return ask(world, form);
    // Without its DryRun it would import, and each later scenario of a dry run would tell of that too.
    if (input.dryRun) return ask(world, importForm(input));
    const answer = await ask(world, form);
    if (answer.ok) return answer;
    const code = codeOf(await answer.clone().text());
    return code !== undefined && aboutState.test(code) ? answer : ask(world, importForm(input));
  };
  const reference = async (action: string, form: string): Promise<Response> => {
    const answer = await asMeant(action, form);
    if (!answer.ok) return answer;
    effective.add(action);
    return rewritten(answer, usualForm);
  };
  const answered = async (action: string, form: string, trouble: Trouble | undefined): Promise<Response> => {
    if (trouble === undefined) return reference(action, form);
    if ("error" in trouble) return refusal(trouble.status, trouble.error, trouble.message);
    if ("hidden" in trouble) return hidden(await ask(world, form), form);
    if ("altered" in trouble) {
      return rewritten(await reference(action, form), alterations[trouble.altered], context);
    }
    if ("silent" in trouble) {
      await closed;
      throw new LostAnswer("the scenario is over");
    }
    if (trouble.lost === "before") throw new LostAnswer("the connection was reset before the request took effect");
    const answer = await reference(action, form);
    if (trouble.lost === "after") throw new LostAnswer("the connection was reset after the request took effect");
    return cut(answer);
  };

  const formOf = (parameters: ReadonlyMap<string, string>): string =>
    encodeForm([...new Map([...parameters, ...(forgiving ? [["Version", "2016-11-15"] as const] : [])])]);

  const transport: Transport = async (request) => {
    const headers = Object.fromEntries(request.headers);
    const url = request.url;
    const inHeader = authorizationOf(new Request(url.split("?")[0] ?? url, { headers }));
    const signatures = [inHeader, authorizationOf(new Request(url))].flatMap((one) => one ?? []);
    const call = await readCall(request, protocolBehaviour, new Date(), principals);
    const record = (answer: GivenAnswer): void => {
      const { action, parameters, repeated, method, access, at } = call;
      const body = method === "GET" ? "" : call.text;
      sent.push({
        action,
        parameters,
        repeated,
        method,
        url,
        headers,
        body,
        signatures,
        access,
        sentAt: at.toISOString(),
        answer,
      });
    };
    if (sent.length >= unansweredFrom) {
      storms();
      await new Promise<never>(() => undefined);
    }
    if (sent.length >= refusedFrom) {
      record({ kind: "answered", status: 400, headers: {}, body: "", code: "Blocked" });
      return refusal(400, "Blocked", "Your account is currently blocked.");
    }
    const trouble = troubleFor(call.action);
    if (trouble !== undefined && "silent" in trouble) record({ kind: "silent", why: "nothing was answered" });
    try {
      const response = await answered(call.action, formOf(call.parameters), trouble);
      const copy = trouble !== undefined && "lost" in trouble ? undefined : response.clone();
      record(copy === undefined ? { kind: "lost", why: "the answer was cut short" } : await given(copy));
      return response;
    } catch (cause) {
      if (cause instanceof LostAnswer && !(trouble !== undefined && "silent" in trouble))
        record({ kind: "lost", why: cause.message });
      throw cause;
    }
  };
  return { transport, sent, world, storm, close: letGo };
}
