import { drop, onError, retext } from "../edit-answer.ts";
import type { KeyPairFault } from "../key-pair-fault.ts";
import { keepRefused } from "../material/misread-key.ts";

const page =
  "<!doctype html>\n<html lang=en>\n<title>500 Internal Server Error</title>\n<h1>Internal Server Error</h1>\n";

const isError = (response: Response): boolean => response.status >= 400;

/** How refusals are told. */
export const errorFaults: readonly KeyPairFault[] = [
  {
    id: "error-html-500",
    summary: "A refusal is an HTML page with status 500.",
    area: "errors",
    clause: "Z3R6",
    bug: { emulator: "moto" },
    kind: "wire",
    wire: (response) =>
      isError(response)
        ? new Response(page, { status: 500, headers: { "content-type": "text/html; charset=utf-8" } })
        : response,
  },
  {
    id: "error-html-400",
    summary: "A refusal is an HTML page with its right status.",
    area: "errors",
    clause: "Z4BJ",
    kind: "wire",
    wire: (response) =>
      isError(response)
        ? new Response(page, { status: response.status, headers: { "content-type": "text/html; charset=utf-8" } })
        : response,
  },
  {
    id: "error-500",
    summary: "Every refusal has status 500.",
    area: "errors",
    clause: "Z3R6",
    kind: "reply",
    tree: onError((answer) => ({ ...answer, status: 500 })),
  },
  {
    id: "error-200",
    summary: "Every refusal has status 200.",
    area: "errors",
    clause: "T9QW",
    kind: "reply",
    tree: onError((answer) => ({ ...answer, status: 200 })),
  },
  {
    id: "error-422",
    summary: "Every refusal has status 422.",
    area: "errors",
    clause: "T9QW",
    kind: "reply",
    tree: onError((answer) => ({ ...answer, status: 422 })),
  },
  {
    id: "error-without-body",
    summary: "A refusal has no body.",
    area: "errors",
    clause: "Z4BJ",
    kind: "wire",
    wire: (response) => (isError(response) ? new Response(null, response) : response),
  },
  {
    id: "error-json",
    summary: "A refusal is JSON.",
    area: "errors",
    clause: "Z4BJ",
    kind: "wire",
    wire: async (response) => {
      if (!isError(response)) return response;
      const [, code = ""] = /<Code>(.*?)<\/Code>/.exec(await response.text()) ?? [];
      return Response.json({ __type: code, message: "Bad Request" }, { status: response.status });
    },
  },
  {
    id: "error-code-generic",
    summary: "Every refusal has the code Error.",
    area: "errors",
    clause: "D2TG",
    kind: "reply",
    tree: onError(retext("Code", () => "Error")),
  },
  {
    id: "error-code-empty",
    summary: "The code of a refusal is empty.",
    area: "errors",
    clause: "D2TG",
    kind: "reply",
    tree: onError(retext("Code", () => "")),
  },
  {
    id: "error-code-client-prefix",
    summary: "The code of a refusal begins with Client., as in CloudTrail.",
    area: "errors",
    clause: "D2TG",
    kind: "reply",
    tree: onError(retext("Code", (code) => `Client.${code}`)),
  },
  {
    id: "error-message-empty",
    summary: "The message of a refusal is empty.",
    area: "errors",
    clause: "V4TF",
    kind: "reply",
    tree: onError(retext("Message", () => "")),
  },
  {
    id: "error-empty-document",
    summary: "A refusal has a root and nothing in it.",
    area: "protocol",
    clause: "C2UJ",
    kind: "reply",
    tree: onError((answer, exchange) => drop("RequestID")(drop("Errors")(answer, exchange), exchange)),
  },
  {
    id: "format-message-wrong",
    summary: "The message for a malformed key is that of the error reference, not that of the service.",
    area: "errors",
    clause: "R7KF",
    bug: { emulator: "spinifex" },
    kind: "recode",
    refusals: ["material-format", "material-not-base64"],
    as: { message: "The key pair is not specified in a valid OpenSSH public key format." },
  },
  {
    id: "length-message-wrong",
    summary: "The message for long material names no limit.",
    area: "errors",
    clause: "M2G7",
    kind: "recode",
    refusals: ["material-too-long"],
    as: { message: "The public key is too long." },
  },
  {
    id: "ascii-message-wrong",
    summary: "The message for material beyond ASCII does not say so.",
    area: "errors",
    clause: "X8K9",
    kind: "recode",
    refusals: ["material-not-ascii"],
    as: { message: "Invalid PublicKeyMaterial." },
  },
  {
    id: "refused-material-leaves-key",
    summary: "A request that is refused for its material leaves a key behind.",
    area: "errors",
    clause: "J7CW",
    kind: "behaviour",
    behaviour: keepRefused((refusal) => refusal.startsWith("material-")),
  },
];
