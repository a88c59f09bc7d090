import { element } from "../../../../mock/element.ts";
import { add, drop, rename } from "../edit-answer.ts";
import type { KeyPairFault } from "../key-pair-fault.ts";

const buckets =
  '<?xml version="1.0" encoding="UTF-8"?>\n<ListAllMyBucketsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01"><Buckets/><Owner><ID>0</ID></Owner></ListAllMyBucketsResult>';

const stranger = (): Response =>
  new Response(
    "<Response><Errors><Error><Code>AuthFailure</Code><Message>AWS was not able to validate the provided access credentials</Message></Error></Errors><RequestID>1b2c3d4e-0000-4000-8000-000000000000</RequestID></Response>",
    { status: 401, headers: { "content-type": "text/xml;charset=UTF-8" } },
  );

/** Who is let in; of use only where the mock knows its principals. */
export const authFaults: readonly KeyPairFault[] = [
  {
    id: "unsigned-accepted",
    summary: "A request without a signature is answered.",
    area: "protocol",
    clause: "P6NU",
    bug: { emulator: "ministack" },
    kind: "skip",
    refusals: ["unsigned"],
  },
  {
    id: "unsigned-403",
    summary: "A request without a signature is refused as other services do it.",
    area: "protocol",
    clause: "P6NU",
    kind: "recode",
    refusals: ["unsigned"],
    as: { status: 403, code: "AccessDenied", message: "Access Denied" },
  },
  {
    id: "unsigned-answered-by-s3",
    summary: "A request without a signature is answered by another service.",
    area: "protocol",
    clause: "P6NU",
    bug: { emulator: "moto" },
    kind: "wire",
    wire: (response, { call }) =>
      call.access === "unsigned" ? new Response(buckets, { headers: { "content-type": "application/xml" } }) : response,
  },
  {
    id: "requests-without-header-answered-by-s3",
    summary: "A request without an Authorization header, unsigned or presigned, is answered by another service.",
    area: "auth",
    clause: "K3UZ",
    wide: "An answer of another service has another root, namespace, content type and other members.",
    remedy: "Answer by the Action that a request names, whatever authenticates it: a header, the query, or nothing.",
    bug: { emulator: "moto" },
    kind: "wire",
    wire: (response, { call }) =>
      call.headers.has("authorization")
        ? response
        : new Response(buckets, { headers: { "content-type": "application/xml" } }),
  },
  {
    id: "tampered-body-accepted",
    summary: "The hash that a request declares is believed, so that its body may be changed.",
    area: "auth",
    clause: "C9T9",
    kind: "behaviour",
    behaviour: { bodyHash: (declared) => declared },
  },
  {
    id: "signed-get-refused",
    summary: "Signatures are looked for under POST only, and a signed GET is taken for a stranger's.",
    area: "auth",
    clause: "E3G4",
    kind: "wire",
    wire: (response, { call }) => (call.method === "GET" && call.headers.has("authorization") ? stranger() : response),
  },
  {
    id: "presigned-crashes",
    summary: "A presigned GET crashes.",
    area: "auth",
    clause: "K3UZ",
    bug: { emulator: "moto" },
    kind: "wire",
    wire: (response, { call }) =>
      call.parameters.has("X-Amz-Signature") ? new Response("Internal Server Error", { status: 500 }) : response,
  },
  {
    id: "unknown-key-accepted",
    summary: "An unknown access key is let in.",
    area: "auth",
    clause: "A2E7",
    kind: "skip",
    refusals: ["unknown-key"],
  },
  {
    id: "unknown-key-403",
    summary: "An unknown access key is refused as other services do it.",
    area: "auth",
    clause: "A2E7",
    kind: "recode",
    refusals: ["unknown-key"],
    as: { status: 403, code: "UnrecognizedClientException" },
  },
  {
    id: "wrong-secret-accepted",
    summary: "Signatures are not checked.",
    area: "auth",
    clause: "Y4WC",
    bug: { emulator: "fakecloud" },
    kind: "skip",
    refusals: ["wrong-signature"],
  },
  {
    id: "wrong-secret-403",
    summary: "A wrong signature is refused as other services do it.",
    area: "auth",
    clause: "Y4WC",
    kind: "recode",
    refusals: ["wrong-signature"],
    as: { status: 403, code: "InvalidSignatureException" },
  },
  {
    id: "auth-failure-403",
    summary: "AuthFailure has status 403.",
    area: "errors",
    clause: "T9QW",
    kind: "recode",
    refusals: ["unknown-key", "wrong-signature"],
    as: { status: 403 },
  },
  {
    id: "unauthorized-accepted",
    summary: "Permissions are not asked for.",
    area: "auth",
    clause: "V4HZ",
    kind: "skip",
    refusals: ["unauthorized"],
  },
  {
    id: "unauthorized-access-denied",
    summary: "Somebody without permission is refused with AccessDenied.",
    area: "auth",
    clause: "V4HZ",
    bug: { emulator: "moto" },
    kind: "recode",
    refusals: ["unauthorized"],
    as: { code: "AccessDenied" },
  },
  {
    id: "unauthorized-401",
    summary: "Somebody without permission is refused with status 401.",
    area: "errors",
    clause: "T9QW",
    kind: "recode",
    refusals: ["unauthorized"],
    as: { status: 401 },
  },
  {
    id: "auth-error-envelope-wrong",
    summary: "Whoever is not let in gets an error in the form of IAM.",
    area: "protocol",
    clause: "C2UJ",
    bug: { emulator: "moto" },
    kind: "reply",
    tree: (answer, exchange) =>
      exchange.call.access === "granted"
        ? answer
        : [add("Error", element("Type", "Sender")), drop("RequestID"), rename("Response", "ErrorResponse")].reduce(
            (edited, edit) => edit(edited, exchange),
            answer,
          ),
  },
];
