import { element } from "../../../../mock/element.ts";
import { add, change, drop, onError, rename } from "../edit-answer.ts";
import type { KeyPairFault } from "../key-pair-fault.ts";

const namespace = "http://ec2.amazonaws.com/doc/2016-11-15/";

/** What an error looks like, whatever it says. */
export const errorEnvelopeFaults: readonly KeyPairFault[] = [
  {
    id: "error-root-wrong",
    summary: "The root of an error is ErrorResponse.",
    area: "protocol",
    clause: "C2UJ",
    bug: { emulator: "moto" },
    kind: "reply",
    tree: onError(rename("Response", "ErrorResponse")),
  },
  {
    id: "error-has-namespace",
    summary: "The root of an error carries a namespace.",
    area: "protocol",
    clause: "Z4JN",
    bug: { emulator: "moto" },
    kind: "reply",
    tree: onError(change("Response", (root) => [{ ...root, attributes: { xmlns: namespace } }])),
  },
  {
    id: "error-has-type",
    summary: "An error has a Type, as in AWS's other Query protocol.",
    area: "protocol",
    clause: "M3JW",
    bug: { emulator: "moto" },
    kind: "reply",
    tree: onError(add("Error", element("Type", "Sender"))),
  },
  {
    id: "error-request-id-missing",
    summary: "An error has no RequestID.",
    area: "protocol",
    clause: "Y3RV",
    bug: { emulator: "devcloud" },
    kind: "reply",
    tree: onError(drop("RequestID")),
  },
  {
    id: "error-request-id-misspelt",
    summary: "An error spells RequestID as a success does.",
    area: "protocol",
    clause: "Y3RV",
    kind: "reply",
    tree: onError(rename("RequestID", "requestId")),
  },
  {
    id: "error-without-errors",
    summary: "Error is not inside Errors.",
    area: "protocol",
    clause: "C2UJ",
    kind: "reply",
    tree: onError(change("Errors", ({ content }) => (typeof content === "string" ? [] : content))),
  },
  {
    id: "error-code-missing",
    summary: "An error has no Code.",
    area: "protocol",
    clause: "C2UJ",
    kind: "reply",
    tree: onError(drop("Code")),
  },
  {
    id: "error-message-missing",
    summary: "An error has no Message.",
    area: "protocol",
    clause: "C2UJ",
    kind: "reply",
    tree: onError(drop("Message")),
  },
  {
    id: "dry-run-error-root-wrong",
    summary: "The answer to a dry run has the root ErrorResponse, and spells RequestID as a success does.",
    area: "protocol",
    clause: "C2UJ",
    bug: { emulator: "moto" },
    kind: "reply",
    tree: (answer, exchange) =>
      answer.status === 412
        ? rename("Response", "ErrorResponse")(rename("RequestID", "RequestId")(answer, exchange), exchange)
        : answer,
  },
  {
    id: "error-content-type-application-xml",
    summary: "The content type of an error is application/xml.",
    area: "protocol",
    clause: "R6WH",
    bug: { emulator: "moto" },
    kind: "wire",
    wire: (response) => {
      if (response.ok) return response;
      const headers = new Headers(response.headers);
      headers.set("content-type", "application/xml");
      return new Response(response.body, { status: response.status, headers });
    },
  },
  {
    id: "error-message-unescaped",
    summary: "What the message of an error quotes is pasted into it as it is.",
    area: "protocol",
    clause: "F8AB",
    remedy: "Escape what a message quotes: a name may hold < and &.",
    bug: { emulator: "moto" },
    kind: "reply",
    text: (xml) =>
      xml.replace(/<Message>.*<\/Message>/s, (message) =>
        message.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"),
      ),
  },
];
