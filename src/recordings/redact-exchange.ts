import { ownName } from "../drive/run-prefix.ts";
import type { Exchange, Json, SdkReading } from "../model.ts";
import { redactAwsText } from "./redact-aws-text.ts";

const hidden = "***";

/** What an entry of a listing says about a key, by the names on the wire and by those of the SDK. */
const telling = ["keyName", "keyFingerprint", "keyPairId", "publicKey", "key", "value", "createTime"];
const members = new Set(telling.map((name) => name.toLowerCase()));

/**
 * An exchange with the real AWS as it may be kept: without what tells whose account it is, and without the names, the
 * material and the tags of keys that no run of ours made.
 */
export function redactExchange(exchange: Exchange, account: string): Exchange {
  const clean = (text: string): string => redactAwsText(text, account);
  const { request, response, trouble, parsed } = exchange;
  return {
    ...exchange,
    request: { ...request, url: clean(request.url), headers: mapValues(request.headers, clean) },
    ...(response && {
      response: {
        ...response,
        headers: mapValues(response.headers, clean),
        body: clean(redactForeignItems(response.body)),
      },
    }),
    ...(trouble && { trouble: { ...trouble, why: clean(trouble.why) } }),
    ...(parsed && { parsed: redactReading(parsed, clean) }),
  };
}

/** The entries of `keySet`, tags inside them included: an entry that bears no name of ours loses all its texts. */
function redactForeignItems(xml: string): string {
  return xml.replace(/(<keySet>)([\s\S]*?)(<\/keySet>|$)/g, (_, open: string, inner: string, close: string) => {
    // The items of a key's tags stand inside the items of keys; a key's own item begins with its id or its name.
    const entries = inner.split(/(?=<item>\s*<(?:keyPairId|keyName|keyFingerprint|keyType|publicKey|createTime)>)/);
    return open + entries.map(redactEntry).join("") + close;
  });
}

function redactEntry(entry: string): string {
  const name = /<keyName>([\s\S]*?)<\/keyName>/.exec(entry)?.[1];
  if (name !== undefined && ownName(name) !== undefined) return entry;
  const pattern = new RegExp(`<(${telling.join("|")})>[\\s\\S]*?</\\1>`, "g");
  return entry.replace(pattern, (_, tag: string) => `<${tag}>${hidden}</${tag}>`);
}

function redactReading(reading: SdkReading, clean: (text: string) => string): SdkReading {
  if (reading.kind === "error") return { ...reading, message: clean(reading.message) };
  const listed = reading.output["KeyPairs"];
  const output = Array.isArray(listed)
    ? { ...reading.output, KeyPairs: listed.map((item) => (isOurs(item) ? item : hide(item))) }
    : reading.output;
  return { kind: "output", output: mapTexts(output, clean) };
}

function isOurs(item: Json): boolean {
  const name = (item as Readonly<Record<string, Json>> | null)?.["KeyName"];
  return typeof name === "string" && ownName(name) !== undefined;
}

function hide(value: Json, name = ""): Json {
  if (typeof value === "string") return members.has(name.toLowerCase()) ? hidden : value;
  if (Array.isArray(value)) return value.map((item) => hide(item as Json));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, hide(member as Json, key)]));
}

function mapTexts<T extends Json>(value: T, clean: (text: string) => string): T {
  if (typeof value === "string") return clean(value) as T;
  if (Array.isArray(value)) return value.map((item: Json) => mapTexts(item, clean)) as Json as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, mapTexts(member as Json, clean)])) as T;
}

function mapValues(
  values: Readonly<Record<string, string>>,
  clean: (text: string) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, clean(value)]));
}
