import { failure } from "../../../../mock/answer.ts";
import type { Call } from "../../../../mock/call.ts";
import { writeXml } from "../../../../mock/element.ts";
import type { Exchange } from "../../../../mock/fault.ts";
import { knownFilter } from "../../reference/filter.ts";
import type { KeyPairFault } from "../key-pair-fault.ts";

const actions = /^(?:ImportKeyPair|DescribeKeyPairs|DeleteKeyPair|CreateTags|DeleteTags)$/;
const known = /^(?:ssh-(?:rsa|dss|ed25519)|ecdsa-|sk-|---- BEGIN SSH2)/;
const ascii = /^[\x00-\x7f]*$/;

/** What nobody thought of when a parser was written: no material, base64 without its padding, words in front of a key. */
function isUnforeseen(material: string | undefined): boolean {
  if (material === undefined) return true;
  const base64 = material.replace(/[^A-Za-z0-9+/=]/g, "");
  if (base64.length % 4 !== 0) return true;
  const text = Buffer.from(base64, "base64").toString("latin1");
  if (!ascii.test(text)) return text.startsWith("\0");
  return /^ssh-|^[^ \n]+ /.test(text) && !known.test(text);
}

const hasHalfTag = ({ parameters }: Call): boolean =>
  [...parameters.keys()].some((name) => {
    const [, tag, part] = /^(.*\.Tag\.\d+\.)(Key|Value)$/.exec(name) ?? [];
    return tag !== undefined && !parameters.has(tag + (part === "Key" ? "Value" : "Key"));
  });

const isHalfDry = ({ action, parameters }: Call): boolean =>
  action === "ImportKeyPair" && !/^(?:true|false)$/i.test(parameters.get("DryRun") ?? "false");

const hasUnknownFilter = ({ parameters }: Call): boolean =>
  [...parameters].some(([name, value]) => /^Filter\.\d+\.Name$/.test(name) && !knownFilter(value));

/** A dry run, what is refused for its tags, and a taken name are answered before any material is parsed. */
const isAnsweredBefore = ({ call, memory }: Exchange): boolean =>
  call.parameters.get("DryRun") === "true" ||
  (call.parameters.get("TagSpecification.1.ResourceType") ?? "key-pair") !== "key-pair" ||
  memory.has(nameOf(call));

const nameOf = ({ region, parameters }: Call): string => `unforeseen ${region} ${parameters.get("KeyName")}`;

function remember({ call, memory }: Exchange, { ok }: Response): void {
  if (ok && call.action === "ImportKeyPair") memory.set(nameOf(call), "taken");
  if (ok && call.action === "DeleteKeyPair") memory.delete(nameOf(call));
}

const crashes = (exchange: Exchange): boolean => {
  const { call } = exchange;
  if (call.access === "unsigned") return false;
  if (call.action === "ImportKeyPair")
    return !isAnsweredBefore(exchange) && (isUnforeseen(call.parameters.get("PublicKeyMaterial")) || hasHalfTag(call));
  if (call.action === "DescribeKeyPairs") return hasUnknownFilter(call);
  return !actions.test(call.action);
};

const page =
  "<!doctype html>\n<html lang=en>\n<title>500 Internal Server Error</title>\n<h1>Internal Server Error</h1>\n";
const html = { "content-type": "text/html; charset=utf-8" };

const head = {
  area: "errors",
  clause: "Z3R6",
  varies: true,
  remedy:
    "Catch what parsers throw, and refuse it: a missing PublicKeyMaterial, text that is no key, unknown actions and " +
    "unknown filters each have their code.",
} as const;

/** One missing guard, and whatever was not foreseen is an exception. */
export const crashFaults: readonly KeyPairFault[] = [
  {
    ...head,
    id: "unforeseen-input-crashes-as-page",
    summary: "What no parser foresees is answered by the web framework: with its page for an exception.",
    bug: { emulator: "moto" },
    kind: "wire",
    wire: (response, exchange) => {
      if (!crashes(exchange)) {
        remember(exchange, response);
        return response;
      }
      if (exchange.call.action === "") return new Response(null, { status: 404, headers: html });
      return new Response(page, { status: 500, headers: html });
    },
  },
  {
    ...head,
    id: "unforeseen-input-crashes",
    summary: "What no parser foresees is answered by an exception handler: with InternalError.",
    bug: { emulator: "LocalStack" },
    kind: "wire",
    wire: (response, exchange) => {
      const { call } = exchange;
      if (!crashes(exchange) && !isHalfDry(call)) {
        remember(exchange, response);
        return response;
      }
      const refused = hasUnknownFilter(call)
        ? { status: 501, code: "InternalFailure", message: "The filter has not been implemented" }
        : { status: 500, code: "InternalError", message: "exception while calling" };
      const { root } = failure(call.requestId, refused);
      return new Response(writeXml(root), { status: refused.status, headers: { "content-type": "text/xml" } });
    },
  },
];
