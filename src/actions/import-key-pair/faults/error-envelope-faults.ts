import { element } from "../../../mock/element.ts";
import { add, change, drop, onError, rename } from "./edit-answer.ts";
import type { KeyPairFault } from "./key-pair-fault.ts";

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
];
