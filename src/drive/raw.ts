import type { Exchange, Step, Value, Wire } from "../model.ts";
import { redactExchange } from "../recordings/redact-exchange.ts";
import { endpointIn } from "../target/target.ts";
import { encodeForm, type Parameter, percentEncode, toParameters } from "../wire/query-form.ts";
import { type Binding, bindInput, bindValue } from "./bind.ts";
import { exchange } from "./exchange.ts";
import { secretsOf } from "./redact.ts";
import { credentialsOf, regionOf, type Session } from "./session.ts";
import { presignedQuery, signedHeaders } from "./sign.ts";

/** Says a step by our own writer, which can say anything, and sees the answer as it is on the wire. */
export async function driveRaw(session: Session, step: Step, binding: Binding): Promise<Exchange> {
  const { contract, target } = session;
  const wire = step.wire ?? {};
  const schema = contract.schemas[`${step.action}Request`] ?? {};
  const input = toParameters(contract.schemas, schema, bindInput(binding, step.input));
  const parameters = adjust([["Action", step.action], ["Version", contract.apiVersion], ...input], wire, binding);
  const method = wire.method ?? "POST";
  const inQuery = (name: string): boolean => method === "GET" || (wire.inQuery ?? []).includes(name);
  const query = parameters.filter(([name]) => inQuery(name));
  const form =
    spell(encodeForm(method === "GET" ? parameters : parameters.filter(([name]) => !inQuery(name))), wire) +
    (wire.append ?? "").replaceAll("{name}", percentEncode(binding.name));
  const region = regionOf(session, step);
  const url = new URL(endpointIn(target, region));
  if (query.length > 0) url.search = method === "GET" ? form : encodeForm(query);
  const body = method === "GET" ? "" : form;
  const type = `application/x-www-form-urlencoded${wire.spelling === "charset" ? "; charset=utf-8" : ""}`;
  const unsigned = {
    method,
    url,
    query: asQuery(query),
    headers: { "content-type": type },
    body,
  };
  await target.renew?.();
  const credentials = credentialsOf(target, step.as ?? "run");
  let { headers } = unsigned as { headers: Record<string, string> };
  if (credentials !== undefined && wire.presigned) {
    url.search = encodeForm(await presignedQuery(unsigned, credentials, region));
    headers = {};
  } else if (credentials !== undefined) {
    headers = await signedHeaders(unsigned, credentials, region, wire.hidesHash !== true);
  }
  const secrets = secretsOf(credentials, headers["authorization"] ?? url.href);
  const outgoing = { method, url: url.href, headers, body: method === "GET" ? "" : body + (wire.tamper ?? "") };
  const { bytes: _, ...answer } = await exchange(target.transport, outgoing, session, secrets);
  const seen: Exchange = { step: step.id, action: step.action, drive: "raw", ...answer };
  return target.account === undefined ? seen : redactExchange(seen, target.account.id);
}

function adjust(parameters: readonly Parameter[], wire: Wire, binding: Binding): readonly Parameter[] {
  const set = wire.set ?? {};
  const kept = parameters.filter(([name]) => !(name in set));
  const added = Object.entries(set).flatMap(([name, value]): Parameter[] =>
    value === null ? [] : [[name, asText(binding, value)]],
  );
  const filler = Array.from({ length: wire.filler ?? 0 }, (_, index): Parameter => [`Filler.${index + 1}`, "x"]);
  const all = [...kept, ...added, ...filler];
  return wire.spelling === "reversed" ? all.reverse() : all;
}

function asText(binding: Binding, value: Value): string {
  const bound = bindValue(binding, value);
  return bound instanceof Uint8Array ? Buffer.from(bound).toString("latin1") : String(bound);
}

function spell(form: string, wire: Wire): string {
  if (wire.spelling === "spaces-as-plus") return form.replaceAll("%20", "+");
  if (wire.spelling === "lower-hex") return form.replace(/%[0-9A-F]{2}/g, (escaped) => escaped.toLowerCase());
  return form;
}

/** By name, as the signer wants it and encodes for itself. */
function asQuery(parameters: readonly Parameter[]): Record<string, string[]> {
  const query: Record<string, string[]> = {};
  for (const [name, value] of parameters) query[name] = [...(query[name] ?? []), value];
  return query;
}
