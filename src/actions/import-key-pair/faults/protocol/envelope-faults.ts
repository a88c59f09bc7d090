import { element } from "../../../../mock/element.ts";
import { drop, onSuccess, retext } from "../edit-answer.ts";
import type { KeyPairFault } from "../key-pair-fault.ts";

const awsNamespace = "http://ec2.amazonaws.com/doc/2016-11-15/";

const withHeader = (response: Response, name: string, value: string | undefined): Response => {
  const headers = new Headers(response.headers);
  if (value === undefined) headers.delete(name);
  else headers.set(name, value);
  return new Response(response.body, { status: response.status, headers });
};

/** What an answer looks like, whatever it says. */
export const envelopeFaults: readonly KeyPairFault[] = [
  {
    id: "xml-not-well-formed",
    summary: "The document ends before its root does.",
    area: "protocol",
    clause: "F8AB",
    kind: "reply",
    text: (xml) => xml.replace(/<\/\w+>$/, ""),
  },
  {
    id: "xml-two-roots",
    summary: "Something follows the root of the document.",
    area: "protocol",
    clause: "F8AB",
    kind: "reply",
    text: (xml) => `${xml}<debug/>`,
  },
  {
    id: "success-root-wrong",
    summary: "The root of a success is named after the result, not after the response.",
    area: "protocol",
    clause: "Z9E9",
    kind: "reply",
    tree: onSuccess((answer) => ({
      ...answer,
      root: { ...answer.root, name: answer.root.name.replace("Response", "Result") },
    })),
  },
  {
    id: "success-wrapped-in-result",
    summary: "The members stand in a Result element, as in AWS's other Query protocol.",
    area: "protocol",
    clause: "L6ME",
    kind: "reply",
    tree: onSuccess((answer) => ({
      ...answer,
      root: { ...answer.root, content: [element(answer.root.name.replace("Response", "Result"), answer.root.content)] },
    })),
  },
  {
    id: "success-201",
    summary: "A success has the status 201.",
    area: "protocol",
    clause: "S2KD",
    kind: "wire",
    wire: (response) =>
      response.status === 200 ? new Response(response.body, { status: 201, headers: response.headers }) : response,
  },
  {
    id: "namespace-missing",
    summary: "A success has no namespace.",
    area: "protocol",
    clause: "X6TF",
    bug: { emulator: "devcloud" },
    kind: "reply",
    tree: onSuccess((answer) => ({ ...answer, root: { ...answer.root, attributes: {} } })),
  },
  {
    id: "namespace-wrong",
    summary: "A success has the namespace of another API version.",
    area: "protocol",
    clause: "X6TF",
    kind: "reply",
    text: (xml) => xml.replace(awsNamespace, "http://ec2.amazonaws.com/doc/2013-10-15/"),
  },
  {
    id: "request-id-missing",
    summary: "A success has no requestId.",
    area: "protocol",
    clause: "C9AW",
    bug: { emulator: "spinifex", link: "https://github.com/mulgadc/spinifex/pull/636" },
    kind: "reply",
    tree: onSuccess(drop("requestId")),
  },
  {
    id: "request-id-literal",
    summary: "The request id is the text `request-id`.",
    area: "protocol",
    clause: "V2EY",
    bug: { emulator: "moto" },
    kind: "reply",
    tree: (answer, exchange) =>
      ["requestId", "RequestID"].reduce((edited, name) => retext(name, () => "request-id")(edited, exchange), answer),
  },
  {
    id: "request-id-from-documentation",
    summary: "Request ids are the examples of AWS's documents.",
    area: "protocol",
    clause: "V2EY",
    varies: true,
    bug: { emulator: "moto" },
    kind: "reply",
    tree: (answer, exchange) =>
      [
        retext("requestId", () =>
          exchange.call.action === "ImportKeyPair"
            ? "471f9fdd-8fe2-4a84-86b0-bd3d3e350979"
            : "59dbff89-35bd-4eac-99ed-be587EXAMPLE",
        ),
        retext("RequestID", () => "7a62c49f-347e-4fc4-9331-6e8eEXAMPLE"),
      ].reduce((edited, edit) => edit(edited, exchange), answer),
  },
  {
    id: "request-id-constant",
    summary: "Every request has the same UUID.",
    area: "protocol",
    clause: "R4A4",
    kind: "behaviour",
    behaviour: { requestId: () => "59dbff89-35bd-4eac-99ed-be587ed81825" },
  },
  {
    id: "request-id-not-a-uuid",
    summary: "The request id is a bare hexadecimal number.",
    area: "protocol",
    clause: "V2EY",
    kind: "behaviour",
    behaviour: { requestId: () => crypto.randomUUID().replaceAll("-", "") },
  },
  {
    id: "request-id-header-differs",
    summary: "The header names another request than the document.",
    area: "protocol",
    clause: "V4WJ",
    bug: { emulator: "ministack" },
    kind: "wire",
    wire: (response) => withHeader(response, "x-amzn-requestid", crypto.randomUUID()),
  },
  {
    id: "content-type-html",
    summary: "The content type is HTML's.",
    area: "protocol",
    clause: "R6WH",
    kind: "wire",
    wire: (response) => withHeader(response, "content-type", "text/html; charset=utf-8"),
  },
  {
    id: "content-type-json",
    summary: "The content type is JSON's, over an XML document.",
    area: "protocol",
    clause: "R6WH",
    kind: "wire",
    wire: (response) => withHeader(response, "content-type", "application/json"),
  },
  {
    id: "echo-unescaped",
    summary: "Values are pasted into the XML as they are.",
    area: "protocol",
    clause: "B6A9",
    wide: "What is pasted in is another value, another element or no XML, by what it holds.",
    bug: { emulator: "ministack" },
    kind: "reply",
    text: (xml) =>
      xml.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&"),
  },
  {
    id: "echo-escaped-twice",
    summary: "Values are escaped once more than they should be.",
    area: "protocol",
    clause: "B6A9",
    kind: "reply",
    text: (xml) => xml.replaceAll("&", "&amp;"),
  },
];
