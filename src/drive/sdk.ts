import type { EC2Client, EC2ClientConfig } from "@aws-sdk/client-ec2";
import { messageOf } from "../errors.ts";
import type { Exchange, Json, Output, Principal, SdkReading, Step } from "../model.ts";
import { redactExchange } from "../recordings/redact-exchange.ts";
import { endpointIn, type Target } from "../target/target.ts";
import { addressed, type SdkRequest } from "../target/transport-handler.ts";
import { type Binding, bindInput } from "./bind.ts";
import { type Answer, exchange } from "./exchange.ts";
import { redactValue, secretsOf } from "./redact.ts";
import { credentialsOf, regionOf, type Session } from "./session.ts";

type Sdk = typeof import("@aws-sdk/client-ec2");
type Command = Parameters<EC2Client["send"]>[0];

/** Options of one `send` call reach the request handler as they are; this one carries the exchange back. */
interface SendOptions {
  /** Of this one request: a client serves many cases. */
  readonly session: Session;
  keep(sent: Sent): void;
}

type Sent = Answer & { readonly secrets: readonly string[] };

export type SdkDrive = (session: Session, step: Step, binding: Binding) => Promise<Exchange>;

/**
 * Says a step by the real AWS SDK, in one attempt, over the same Transport as the raw drive; keeps both the wire and
 * what the SDK made of it.
 */
export async function createSdkDrive(): Promise<SdkDrive> {
  const sdk = await import("@aws-sdk/client-ec2");
  const clients = new Map<string, EC2Client>();
  return async (session, step, binding) => {
    const principal = step.as ?? "run";
    const region = regionOf(session, step);
    await session.target.renew?.();
    const key = `${region} ${principal} ${credentialsOf(session.target, principal)?.accessKeyId}`;
    const client = clients.get(key) ?? createClient(sdk, session.target, region, principal);
    clients.set(key, client);
    let sent: Sent | undefined;
    const parsed = await read(client, commandOf(sdk, step, binding), { session, keep: (seen) => (sent ??= seen) });
    if (sent === undefined)
      throw new Error(`the SDK sent nothing: ${parsed.kind === "error" ? parsed.message : "no request"}`);
    const { bytes: _, secrets, ...answer } = sent;
    const seen: Exchange = {
      step: step.id,
      action: step.action,
      drive: "sdk",
      ...answer,
      parsed: redactValue(parsed, secrets),
    };
    const { account } = session.target;
    return account === undefined ? seen : redactExchange(seen, account.id);
  };
}

/** Every setting that the SDK would otherwise read from the caller's environment or from files: none is the target's. */
const unsettled = {
  maxAttempts: 1,
  retryMode: "standard",
  defaultsMode: "standard",
  useFipsEndpoint: false,
  useDualstackEndpoint: false,
  authSchemePreference: [],
  disableClockSkewCorrection: false,
  userAgentAppId: async () => undefined,
} satisfies Partial<EC2ClientConfig>;

function createClient(sdk: Sdk, target: Target, region: string, principal: Principal): EC2Client {
  const credentials = credentialsOf(target, principal);
  if (credentials === undefined) throw new Error("the SDK cannot send an unsigned request");
  const handle = async (request: SdkRequest, options: SendOptions): Promise<object> => {
    const secrets = secretsOf(credentials, request.headers["authorization"] ?? "");
    const { url, headers } = addressed(request);
    const outgoing = { method: request.method, url, headers, body: request.body ?? "" };
    const answer = await exchange(options.session.target.transport, outgoing, options.session, secrets);
    options.keep({ secrets, ...answer });
    const { response, trouble, bytes } = answer;
    if (response === undefined) throw new Error(trouble?.why ?? "no answer");
    return { response: { statusCode: response.status, headers: response.headers, body: bytes } };
  };
  const client = new sdk.EC2Client({
    ...unsettled,
    region,
    credentials,
    endpoint: endpointIn(target, region).href,
    // The SDK's own type asks for members of its HTTP handlers that only its HTTP handlers use.
    requestHandler: { handle } as unknown as NonNullable<ConstructorParameters<Sdk["EC2Client"]>[0]>["requestHandler"] &
      object,
  });
  // Both put what they find in the environment (AWS_EXECUTION_ENV, _X_AMZN_TRACE_ID) into headers.
  const agent = client.config.defaultUserAgentProvider;
  client.config.defaultUserAgentProvider = async () => (await agent()).filter(([name]) => !name.startsWith("exec-env"));
  client.middlewareStack.remove("recursionDetectionMiddleware");
  return client;
}

function commandOf(sdk: Sdk, step: Step, binding: Binding): Command {
  const constructors = sdk as unknown as Readonly<Record<string, (new (input: object) => Command) | undefined>>;
  const CommandOfAction = constructors[`${step.action}Command`];
  if (CommandOfAction === undefined) throw new Error(`the SDK has no action ${step.action}`);
  return new CommandOfAction(bindInput(binding, step.input));
}

async function read(client: EC2Client, command: Command, options: SendOptions): Promise<SdkReading> {
  try {
    const { $metadata: _, ...output } = await client.send(command, options as object);
    return { kind: "output", output: plain(output) as Output };
  } catch (cause) {
    return { kind: "error", name: cause instanceof Error ? cause.name : "Error", message: messageOf(cause) };
  }
}

/** Dates as their ISO text, absent members left out. */
function plain(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
