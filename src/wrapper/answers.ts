import { createHash } from "node:crypto";
import type { Mock } from "../mock/create-mock.ts";
import { childOf, parseXml } from "../wire/parse-xml.ts";
import { encodeForm } from "../wire/query-form.ts";
import type { Alteration, AlterationContext } from "./alterations.ts";
import type { WrapperInput } from "./draw-scenario.ts";
import type { GivenAnswer } from "./sent-call.ts";

/** A connection that ends without an answer: a transport that rejects with it hangs up. */
export class LostAnswer extends Error {
  override readonly name = "LostAnswer" as const;
  /** As Node names a connection that the other side ended. */
  readonly code = "ECONNRESET" as const;
}

/** Sends a form to the world as somebody of the usual Region. */
export function ask(world: Mock, form: string): Promise<Response> {
  return world(
    new Request("http://ec2.us-east-1.amazonaws.com/", {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded; charset=utf-8" },
      body: form,
    }),
  );
}

export function importForm(input: WrapperInput): string {
  const tags = Object.entries(input.tags ?? {});
  return encodeForm([
    ["Action", "ImportKeyPair"],
    ["Version", "2016-11-15"],
    ["KeyName", input.keyName],
    ["PublicKeyMaterial", Buffer.from(input.publicKey).toString("base64")],
    ...(input.dryRun ? [["DryRun", "true"] as const] : []),
    ...(tags.length > 0 ? [["TagSpecification.1.ResourceType", "key-pair"] as const] : []),
    ...tags.flatMap(([key, value], at) => [
      [`TagSpecification.1.Tag.${at + 1}.Key`, key] as const,
      [`TagSpecification.1.Tag.${at + 1}.Value`, value] as const,
    ]),
  ]);
}

export function refusal(status: number, code: string, message: string): Response {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<Response><Errors><Error><Code>${code}</Code><Message>${message}</Message></Error></Errors><RequestID>${crypto.randomUUID()}</RequestID></Response>`;
  return new Response(xml, { status, headers: { "content-type": "text/xml;charset=UTF-8" } });
}

/** A description that does not know the key pair yet: an error where it was asked by name or id, else an empty list. */
export async function hidden(answer: Response, form: string): Promise<Response> {
  if (!answer.ok) return answer;
  const asked = new URLSearchParams(form);
  const named = asked.get("KeyName.1") ?? asked.get("KeyPairId.1");
  if (named !== null) return refusal(400, "InvalidKeyPair.NotFound", "The key pair does not exist");
  const xml = (await answer.text()).replace(/<keySet>.*<\/keySet>/s, "<keySet/>");
  return new Response(xml, { status: answer.status, headers: answer.headers });
}

/** The first half of an answer that announced the whole. */
export async function cut(answer: Response): Promise<Response> {
  const whole = new Uint8Array(await answer.arrayBuffer());
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(whole.slice(0, whole.length / 2));
    },
    pull(controller) {
      controller.error(new LostAnswer("the answer was cut short"));
    },
  });
  const headers = new Headers(answer.headers);
  headers.set("content-length", String(whole.length));
  return new Response(body, { status: answer.status, headers });
}

export async function given(response: Response): Promise<GivenAnswer> {
  const body = await response.text();
  const code = response.ok ? undefined : codeOf(body);
  const headers = Object.fromEntries(response.headers);
  return { kind: "answered", status: response.status, headers, body, ...(code !== undefined && { code }) };
}

export function codeOf(xml: string): string | undefined {
  const parsed = parseXml(xml);
  if (parsed.kind === "malformed") return undefined;
  return childOf(childOf(childOf(parsed.root, "Errors"), "Error"), "Code")?.text;
}

/** RFC 4716, section 4: the MD5 of the blob. */
export function sshFingerprint(line: string): string {
  const blob = Buffer.from(line.split(" ")[1] ?? "", "base64");
  return createHash("md5")
    .update(blob)
    .digest("hex")
    .replace(/..(?=.)/g, "$&:");
}

/** The answer with its document in another form. */
export async function rewritten(
  answer: Response,
  alteration: Alteration | undefined,
  context: AlterationContext = { documentedFingerprint: "", otherFingerprint: "" },
): Promise<Response> {
  const xml = await answer.text();
  return new Response(alteration?.(xml, context) ?? xml, { status: answer.status, headers: answer.headers });
}
