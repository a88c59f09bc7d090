import { SignatureV4 } from "@smithy/signature-v4";
import type { XmlElement } from "../../model.ts";
import { childOf, parseXml } from "../../wire/parse-xml.ts";
import { sha256 } from "../../wire/sha256.ts";
import type { WrapperInput } from "../draw-scenario.ts";
import type { Wrapper, WrapperTarget } from "../run-scenario.ts";

/** A refusal of AWS, as this wrapper throws it. */
export class KeyError extends Error {
  override readonly name = "KeyError" as const;
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export interface ToldKey {
  readonly keyName: string;
  readonly keyPairId: string;
  readonly fingerprint: string;
  readonly tags: Readonly<Record<string, string>>;
}

export type Parameters = readonly (readonly [string, string])[];

/** What came of one request: an answer, or nothing, as the connection or the body ended. */
export type Reply =
  | { readonly kind: "answer"; readonly status: number; readonly xml: string }
  | { readonly kind: "lost"; readonly while: "sending" | "reading" };

/** The points at which a wrapper goes wrong: a planted bug replaces one of them. */
export interface Hooks {
  readonly version: string;
  readonly service: string;
  readonly contentType: string;
  readonly region: (target: WrapperTarget) => string;
  readonly keyName: (input: WrapperInput) => string;
  readonly keyText: (input: WrapperInput) => string;
  readonly material: (text: string, attempt: number) => string;
  readonly tags: (input: WrapperInput) => Parameters;
  readonly resourceType: string;
  readonly specifies: (tags: Parameters, input: WrapperInput) => boolean;
  readonly further: Parameters;
  readonly dryRun: Parameters;
  /** Reads an import's answer, or throws. */
  readonly read: (xml: string, input: WrapperInput) => ToldKey;
  readonly checkInput: (input: WrapperInput) => void;
  readonly retries: (status: number, code: string, attempt: number) => boolean;
  readonly toError: (code: string, message: string, input: WrapperInput) => Error | undefined;
  readonly givesUp: (code: string, message: string) => Error;
  readonly afterLost: (reply: Extract<Reply, { kind: "lost" }>) => "look" | "blind" | "look-once" | "throw";
  readonly looksAfterImport: number;
  readonly looksAfterDuplicate: (attempt: number) => number;
  readonly acceptsExisting: (existing: ToldKey & { readonly publicKey: string }, input: WrapperInput) => boolean;
  readonly readDescribed: (item: XmlElement) => void;
  /** Milliseconds for one answer. */
  readonly patience: number;
  readonly fetch: typeof globalThis.fetch;
}

const text = (element: XmlElement | undefined, name: string): string => childOf(element, name)?.text ?? "";

function tagsOf(element: XmlElement | undefined): Readonly<Record<string, string>> {
  const items = childOf(element, "tagSet")?.children ?? [];
  return Object.fromEntries(items.map((item) => [text(item, "key"), text(item, "value")]));
}

export function rootOf(xml: string): XmlElement {
  const parsed = parseXml(xml);
  if (parsed.kind === "malformed") throw new Error(parsed.why);
  return parsed.root;
}

export function readKey(element: XmlElement): ToldKey {
  return {
    keyName: text(element, "keyName"),
    keyPairId: text(element, "keyPairId"),
    fingerprint: text(element, "keyFingerprint"),
    tags: tagsOf(element),
  };
}

/** What a good wrapper does at each point. */
const goodHooks: Hooks = {
  version: "2016-11-15",
  service: "ec2",
  contentType: "application/x-www-form-urlencoded; charset=utf-8",
  region: ({ region }) => region,
  keyName: ({ keyName }) => keyName,
  keyText: ({ publicKey }) => publicKey,
  material: (key) => Buffer.from(key).toString("base64"),
  tags: ({ tags = {} }) => Object.entries(tags),
  resourceType: "key-pair",
  specifies: (tags) => tags.length > 0,
  further: [],
  dryRun: [["DryRun", "true"]],
  read: (xml) => readKey(rootOf(xml)),
  checkInput: () => undefined,
  retries: (status, code, attempt) => attempt < 3 && (status >= 500 || code === "RequestLimitExceeded"),
  toError: (code, message) => new KeyError(code, message),
  givesUp: (code, message) => new KeyError(code, message),
  afterLost: () => "look",
  looksAfterImport: 4,
  looksAfterDuplicate: () => 4,
  acceptsExisting: () => true,
  readDescribed: () => undefined,
  patience: 300,
  // Looked up when it is called: msw and nock put theirs in its place.
  fetch: (input, init) => fetch(input, init),
};

/** A wrapper over plain fetch with a signer: careful, but where `hooks` say otherwise. */
export function createFetchWrapper(hooks: Partial<Hooks> = {}): Wrapper {
  const all: Hooks = { ...goodHooks, ...hooks };
  return (input, target) => ensureKey(all, input as WrapperInput, target as WrapperTarget);
}

async function ensureKey(hooks: Hooks, input: WrapperInput, target: WrapperTarget): Promise<ToldKey | undefined> {
  hooks.checkInput(input);
  const look = (times: number) => find(hooks, input, target, times);
  for (let attempt = 1; ; attempt++) {
    const reply = await send(hooks, importParameters(hooks, input, attempt), target);
    if (reply.kind === "lost") {
      const next = hooks.afterLost(reply);
      if (next === "throw") throw new Error("the answer was lost");
      const found = next === "blind" ? undefined : await look(1);
      if (found !== undefined) return found;
      if (attempt >= 3 || next === "look-once") throw new Error("nobody answers");
      continue;
    }
    const { status, xml } = reply;
    if (status === 200) return imported(hooks, xml, input, look);
    const error = childOf(childOf(rootOf(xml), "Errors"), "Error");
    const [code, message] = [text(error, "Code"), text(error, "Message")];
    if (hooks.retries(status, code, attempt)) continue;
    if (status >= 500) throw hooks.givesUp(code, message);
    if (code === "InvalidKeyPair.Duplicate") {
      const existing = await look(hooks.looksAfterDuplicate(attempt));
      if (existing !== undefined && hooks.acceptsExisting(existing, input)) return existing;
    }
    const refused = hooks.toError(code, message, input);
    if (refused === undefined) return undefined;
    throw refused;
  }
}

async function imported(
  hooks: Hooks,
  xml: string,
  input: WrapperInput,
  look: (times: number) => Promise<unknown>,
): Promise<ToldKey> {
  const told = hooks.read(xml, input);
  if ((await look(hooks.looksAfterImport)) === undefined) throw new Error("the key pair is gone");
  return told;
}

async function find(
  hooks: Hooks,
  { keyName }: WrapperInput,
  target: WrapperTarget,
  times: number,
): Promise<(ToldKey & { readonly publicKey: string }) | undefined> {
  for (let at = 0; at < times; at++) {
    const reply = await send(
      hooks,
      [
        ["Action", "DescribeKeyPairs"],
        ["Version", hooks.version],
        ["KeyName.1", hooks.keyName({ keyName, publicKey: "" })],
        ["IncludePublicKey", "true"],
      ],
      target,
    );
    const item = reply.kind === "answer" ? childOf(childOf(rootOf(reply.xml), "keySet"), "item") : undefined;
    if (item === undefined) continue;
    hooks.readDescribed(item);
    return { ...readKey(item), publicKey: text(item, "publicKey") };
  }
  return undefined;
}

function importParameters(hooks: Hooks, input: WrapperInput, attempt: number): Parameters {
  const tags = hooks.tags(input);
  return [
    ["Action", "ImportKeyPair"],
    ["Version", hooks.version],
    ["KeyName", hooks.keyName(input)],
    ["PublicKeyMaterial", hooks.material(hooks.keyText(input), attempt)],
    ...(input.dryRun ? hooks.dryRun : []),
    ...(hooks.specifies(tags, input) ? [["TagSpecification.1.ResourceType", hooks.resourceType] as const] : []),
    ...tags.flatMap(([key, value], at) => [
      [`TagSpecification.1.Tag.${at + 1}.Key`, key] as const,
      [`TagSpecification.1.Tag.${at + 1}.Value`, value] as const,
    ]),
    ...hooks.further,
  ];
}

async function send(hooks: Hooks, parameters: Parameters, target: WrapperTarget): Promise<Reply> {
  const url = new URL(target.endpoint);
  const body = parameters.map((pair) => pair.map(encodeURIComponent).join("=")).join("&");
  const { credentials } = target;
  const signer = new SignatureV4({ credentials, region: hooks.region(target), service: hooks.service, sha256 });
  const headers = { host: url.host, "content-type": hooks.contentType };
  const signed = await signer.sign({
    method: "POST",
    protocol: url.protocol,
    hostname: url.hostname,
    path: "/",
    headers,
    body,
  });
  let response: Response;
  try {
    response = await hooks.fetch(url, {
      method: "POST",
      headers: signed.headers,
      body,
      signal: AbortSignal.timeout(hooks.patience),
    });
  } catch {
    return { kind: "lost", while: "sending" };
  }
  try {
    return { kind: "answer", status: response.status, xml: await response.text() };
  } catch {
    return { kind: "lost", while: "reading" };
  }
}
