import type { Call } from "../../../../mock/call.ts";
import type { KeyPairFault } from "../key-pair-fault.ts";

const page = (): Response =>
  new Response("<html><body><h1>Internal Server Error</h1></body></html>", {
    status: 500,
    headers: { "content-type": "text/html" },
  });

const megabyte = ({ text }: Call): boolean => text.length > 500_000;
const nul = ({ text }: Call): boolean => /%00|\0/.test(text);
const malformedEscape = ({ text }: Call): boolean => /%(?![0-9A-Fa-f]{2})/.test(text);
const manyParameters = ({ parameters }: Call): boolean => parameters.size > 500;
const invalidUtf8 = ({ text, parameters }: Call): boolean =>
  !text.includes("%EF%BF%BD") && [...parameters].flat().some((part) => part.includes("\uFFFD"));
/** A key whose blob claims more bytes than it has. */
const hostileBlob = ({ parameters }: Call): boolean => {
  const text = Buffer.from(parameters.get("PublicKeyMaterial") ?? "", "base64").toString("latin1");
  const blob = Buffer.from(/^ssh-\S+ (\S+)/.exec(text)?.[1] ?? "", "base64");
  return blob.length >= 4 && blob.readUInt32BE(0) > 0x00ff_ffff;
};

/** Falls over a request, and gets up again. */
const crash = (id: string, clause: string, summary: string, applies: (call: Call) => boolean): KeyPairFault => ({
  id,
  summary,
  area: "robustness",
  clause,
  kind: "wire",
  wire: (response, { call }) => (applies(call) ? page() : response),
});

/** Answers a request well enough, but none after it. */
const die = (id: string, summary: string, applies: (call: Call) => boolean): KeyPairFault => ({
  id,
  summary,
  area: "robustness",
  clause: "A4UN",
  kind: "wire",
  wire: (response, { call, memory }) => {
    if (memory.has(id)) return page();
    if (applies(call)) memory.set(id, "dead");
    return response;
  },
});

/** What hostile requests do. */
export const robustnessFaults: readonly KeyPairFault[] = [
  crash("crash-on-megabyte", "J7V9", "A megabyte of material crashes.", megabyte),
  crash("crash-on-nul", "G3EY", "A NUL crashes.", nul),
  crash("crash-on-invalid-utf8", "B6QX", "Invalid UTF-8 crashes.", invalidUtf8),
  crash("crash-on-malformed-escape", "P6VA", "A malformed escape crashes.", malformedEscape),
  crash("crash-on-many-parameters", "Z6FG", "Some thousand parameters crash.", manyParameters),
  {
    ...crash("crash-on-hostile-blob", "Z3R6", "A blob that claims to be huge crashes.", hostileBlob),
    area: "errors",
    bug: { emulator: "floci", link: "https://github.com/floci-io/floci/pull/3307" },
  },
  {
    id: "hostile-blob-wrong-code",
    summary: "A blob that claims to be huge is refused as too long.",
    area: "material",
    clause: "J6YK",
    kind: "wire",
    wire: (response, { call }) =>
      hostileBlob(call)
        ? response.text().then(
            (xml) =>
              new Response(xml.replace("InvalidKey.Format", "InvalidParameterValue"), {
                status: response.status,
                headers: response.headers,
              }),
          )
        : response,
  },
  die("dies-of-megabyte", "After a megabyte of material nothing is answered any more.", megabyte),
  die("dies-of-nul", "After a NUL nothing is answered any more.", nul),
  die("dies-of-invalid-utf8", "After invalid UTF-8 nothing is answered any more.", invalidUtf8),
  die("dies-of-malformed-escape", "After a malformed escape nothing is answered any more.", malformedEscape),
  die("dies-of-many-parameters", "After some thousand parameters nothing is answered any more.", manyParameters),
  {
    ...die(
      "dies-of-missing-name",
      "After a request without KeyName nothing is answered any more.",
      ({ action, parameters }) => action === "ImportKeyPair" && !parameters.has("KeyName"),
    ),
    // That is no hostile request, so the clause on those says nothing of it.
    area: "errors",
    clause: "Z3R6",
    bug: { emulator: "floci", link: "https://github.com/floci-io/floci/issues/3356" },
  },
  {
    id: "megabyte-answered-with-nothing",
    summary: "A megabyte of material is answered without a body.",
    area: "robustness",
    clause: "J7V9",
    kind: "wire",
    wire: (response, { call }) => (megabyte(call) ? new Response(null, { status: 413 }) : response),
  },
  {
    id: "nul-answered-as-it-is",
    summary: "A NUL in a request breaks the answer's XML.",
    area: "robustness",
    clause: "G3EY",
    kind: "reply",
    text: (xml, { call }) => (nul(call) ? xml.replace(/<(?:Message|keyName)>/, "$&\0") : xml),
  },
];
