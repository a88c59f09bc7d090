import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { readAwsVectors } from "../actions/import-key-pair/read-fixtures.ts";
import { authenticate, authorizationOf, bodyHash, type Principal } from "../mock/authenticate.ts";
import { createMock } from "../mock/create-mock.ts";
import { listenerOf } from "../mock/http-server.ts";
import { ask } from "../mock/testing/ask.ts";
import type { Transport } from "../model.ts";
import { makeCertificate } from "./certificates.ts";

/** AWS at its worst: what the stand-in does beside answering. */
export interface StandInOptions {
  /** Temporary credentials end then: `RequestExpired`. */
  readonly expires?: Date;
  /** Permissions that the policy of the run does not give, as `ec2:ImportKeyPair`. */
  readonly denied?: readonly string[];
  /** Tokens: how many at first, and how many a second. */
  readonly throttle?: { readonly burst: number; readonly perSecond: number };
  /** Milliseconds until a key that was made can be seen, and deleted. */
  readonly late?: number;
  /** The connection is cut after these imports were carried out, counted from one. */
  readonly drops?: readonly number[];
  /** These imports are answered with the fingerprint of no key, counted from one. */
  readonly garbles?: { readonly from: number; readonly to: number };
}

/** One request as the stand-in saw it. */
export interface Received {
  readonly service: string;
  readonly region: string;
  readonly action: string;
  readonly name: string | null;
  readonly status: number;
}

export interface StandIn extends AsyncDisposable {
  readonly url: string;
  /** The file with its certificate. */
  readonly cacert: string;
  readonly account: string;
  /** What a run's environment holds to be the stand-in's friend. */
  readonly credentials: Readonly<Record<string, string>>;
  readonly received: Received[];
  /** The names of all keys of a Region, lately made ones too. */
  names(region?: string): Promise<readonly string[]>;
  /** Makes a key of somebody else. */
  seed(name: string, region?: string): Promise<void>;
}

const account = "210987654321";
const owner: Principal = {
  accessKeyId: "AKIAIOSFODNN7OWNER01",
  secretAccessKey: "je7MtGbClwBF/2Zp9Utk/h3yCo8nvbOWNER01KEY",
  allowed: true,
};
const guest: Principal = {
  accessKeyId: "ASIAIOSFODNN7GUEST01",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYGUEST01KEY",
  sessionToken: "FwoGZXIvYXdzEBYaDGd1ZXN0c2Vzc2lvbnRva2Vu/+AbC=",
  allowed: true,
};
/** EC2 and STS on one origin over TLS, with real signatures and session tokens. */
export async function serveStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const certificate = makeCertificate();
  const mock = createMock({ principals: [owner, guest] });
  const received: Received[] = [];
  const transport = standIn(mock, options, received);
  const server = createServer({ key: certificate.key, cert: certificate.cert }, listenerOf(transport));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const asOwner = (region: string, form: Readonly<Record<string, string>>) => ask(mock, { form, region, as: owner });
  return {
    url: `https://127.0.0.1:${port}/`,
    cacert: certificate.file,
    account,
    credentials: {
      AWS_ACCESS_KEY_ID: guest.accessKeyId,
      AWS_SECRET_ACCESS_KEY: guest.secretAccessKey,
      AWS_SESSION_TOKEN: guest.sessionToken ?? "",
    },
    received,
    async names(region = "us-east-1") {
      const { body } = await asOwner(region, { Action: "DescribeKeyPairs" });
      return [...body.matchAll(/<keyName>([\s\S]*?)<\/keyName>/g)].map(([, name = ""]) => name);
    },
    async seed(name, region = "us-east-1") {
      const line = readAwsVectors()["aws-e1"]?.line ?? "";
      const PublicKeyMaterial = Buffer.from(line).toString("base64");
      const { status, body } = await asOwner(region, { Action: "ImportKeyPair", KeyName: name, PublicKeyMaterial });
      if (status !== 200) throw new Error(body);
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      certificate.remove();
    },
  };
}

function standIn(mock: Transport, options: StandInOptions, received: Received[]): Transport {
  const made = new Map<string, number>();
  let [tokens, filled, imports] = [options.throttle?.burst ?? 0, Date.now(), 0];
  const isThrottled = (): boolean => {
    if (options.throttle === undefined) return false;
    const { burst, perSecond } = options.throttle;
    const now = Date.now();
    tokens = Math.min(burst, tokens + ((now - filled) / 1000) * perSecond);
    filled = now;
    if (tokens < 1) return true;
    tokens--;
    return false;
  };
  const isYoung = (region: string, name: string): boolean =>
    Date.now() - (made.get(`${region} ${name}`) ?? 0) < (options.late ?? 0);
  return async (request) => {
    const body = new Uint8Array(await request.clone().arrayBuffer());
    const form = new URLSearchParams(body.length > 0 ? Buffer.from(body).toString() : new URL(request.url).search);
    const { service = "", region = "" } = authorizationOf(request) ?? {};
    const [action, name] = [form.get("Action") ?? "", form.get("KeyName")];
    const answer = await decide();
    received.push({ service, region, action, name, status: answer.status });
    if (action === "ImportKeyPair" && answer.status === 200) {
      made.set(`${region} ${name}`, Date.now());
      imports++;
      if (options.drops?.includes(imports)) throw new Error("the connection is cut");
      const { from, to } = options.garbles ?? { from: 0, to: 0 };
      if (imports >= from && imports <= to) return garbled(answer);
    }
    return answer;

    async function decide(): Promise<Response> {
      if (service === "sts") return answerSts(request, body, options);
      if (isThrottled()) return refusal(503, "RequestLimitExceeded", "Request limit exceeded.");
      const isGuest = (await authenticate(request, body, [guest], bodyHash)) === "granted";
      if (isGuest && options.expires !== undefined && options.expires.getTime() <= Date.now())
        return refusal(400, "RequestExpired", "Request has expired.");
      if (isGuest && options.denied?.includes(`ec2:${action}`))
        return refusal(
          403,
          "UnauthorizedOperation",
          `You are not authorized to perform this operation. User: arn:aws:sts::${account}:assumed-role/ci/run is not authorized to perform: ec2:${action} on resource: arn:aws:ec2:${region}:${account}:key-pair/${(name ?? "").replaceAll("<", "&lt;")} because no identity-based policy allows the action. Encoded authorization failure message: Zm9vYmFyLWVuY29kZWQtbWVzc2FnZQ`,
        );
      const young = namesAsked(form).find((one) => isYoung(region, one));
      if (young !== undefined && action === "DescribeKeyPairs")
        return refusal(400, "InvalidKeyPair.NotFound", `The key pair '${young}' does not exist`);
      if (young !== undefined && action === "DeleteKeyPair" && form.get("DryRun") !== "true")
        return deletionOfNothing();
      const honest = await mock(request);
      return action === "DescribeKeyPairs" && honest.status === 200 ? withoutYoung(honest, region) : honest;
    }
  };

  async function withoutYoung(answer: Response, region: string): Promise<Response> {
    const xml = (await answer.text()).replace(
      /<item><keyPairId>(?:(?!<item><keyPairId>)[\s\S])*?(?=<item><keyPairId>|<\/keySet>)/g,
      (item) => {
        const name = /<keyName>([\s\S]*?)<\/keyName>/.exec(item)?.[1] ?? "";
        return isYoung(region, name) ? "" : item;
      },
    );
    return new Response(xml, { status: 200, headers: answer.headers });
  }
}

async function garbled(answer: Response): Promise<Response> {
  const text = (await answer.text()).replace(/(<keyFingerprint>)[^<]*/, "$1none");
  return new Response(text, { status: answer.status, headers: answer.headers });
}

function namesAsked(form: URLSearchParams): readonly string[] {
  return [...form].filter(([key]) => /^KeyName(\.\d+)?$/.test(key)).map(([, value]) => value);
}

async function answerSts(request: Request, body: Uint8Array, { expires }: StandInOptions): Promise<Response> {
  const access = await authenticate(request, body, [owner, guest], bodyHash);
  if (access !== "granted")
    return stsRefusal(403, "InvalidClientTokenId", "The security token included in the request is invalid.");
  if (expires !== undefined && expires.getTime() <= Date.now())
    return stsRefusal(403, "ExpiredToken", "The security token included in the request is expired");
  return xml(
    200,
    `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:aws:sts::${account}:assumed-role/ci/run</Arn><UserId>AROAEXAMPLE12345678901:run</UserId><Account>${account}</Account></GetCallerIdentityResult><ResponseMetadata><RequestId>${crypto.randomUUID()}</RequestId></ResponseMetadata></GetCallerIdentityResponse>`,
  );
}

function deletionOfNothing(): Response {
  return xml(
    200,
    `<DeleteKeyPairResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>${crypto.randomUUID()}</requestId><return>true</return></DeleteKeyPairResponse>`,
  );
}

function refusal(status: number, code: string, message: string): Response {
  return xml(
    status,
    `<Response><Errors><Error><Code>${code}</Code><Message>${message}</Message></Error></Errors><RequestID>${crypto.randomUUID()}</RequestID></Response>`,
  );
}

function stsRefusal(status: number, code: string, message: string): Response {
  return xml(
    status,
    `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>${crypto.randomUUID()}</RequestId></ErrorResponse>`,
  );
}

function xml(status: number, text: string): Response {
  return new Response(text, { status, headers: { "content-type": "text/xml;charset=UTF-8" } });
}
