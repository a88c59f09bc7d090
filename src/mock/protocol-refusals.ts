import type { Call } from "./call.ts";
import type { Refusal } from "./refusal.ts";
import type { Handler } from "./service.ts";

const common = new Set([
  "Action",
  "Version",
  "AWSAccessKeyId",
  "Expires",
  "SecurityToken",
  "Signature",
  "SignatureMethod",
  "SignatureVersion",
  "Timestamp",
]);

const known = (name: string, handler: Handler): boolean =>
  common.has(name) || name.startsWith("X-Amz-") || handler.parameters.has(name.replace(/\.\d+(?=\.|$)/g, ".N"));

const unknownParameter = (call: Call, handler: Handler | undefined): string | undefined =>
  handler && [...call.parameters.keys()].find((name) => !known(name, handler));

/** What is refused before the action itself looks at the request; the order is our choice, no capture shows it. */
export const protocolRefusals = [
  {
    name: "unsigned",
    status: 400,
    code: "MissingParameter",
    message: "The request must contain the parameter AWSAccessKeyId",
    applies: ({ access }) => access === "unsigned",
  },
  {
    name: "unknown-key",
    status: 401,
    code: "AuthFailure",
    message: "AWS was not able to validate the provided access credentials",
    applies: ({ access }) => access === "unknown-key",
  },
  {
    name: "wrong-signature",
    status: 401,
    code: "AuthFailure",
    message: "AWS was not able to validate the provided access credentials",
    applies: ({ access }) => access === "wrong-signature",
  },
  {
    name: "action-missing",
    status: 400,
    code: "MissingAction",
    message: "The request is missing an action or a required parameter",
    applies: ({ action }) => action === "",
  },
  {
    name: "version-unknown",
    status: 400,
    code: "NoSuchVersion",
    message: "The requested version of service AmazonEC2 does not exist",
    applies: ({ parameters }) => !/^20\d\d-\d\d-\d\d$/.test(parameters.get("Version") ?? ""),
  },
  {
    name: "action-unknown",
    status: 400,
    code: "InvalidAction",
    message: ({ action }) => `The action ${action} is not valid for this web service.`,
    applies: (_, handler) => handler === undefined,
  },
  {
    name: "unauthorized",
    status: 403,
    code: "UnauthorizedOperation",
    message: (call, handler) =>
      "You are not authorized to perform this operation. User: arn:aws:iam::123456789012:user/mock is not authorized " +
      `to perform: ec2:${call.action} on resource: arn:aws:ec2:${call.region}:123456789012:${handler?.resource(call)} ` +
      `because no identity-based policy allows the ec2:${call.action} action`,
    applies: ({ access }) => access === "denied",
  },
  {
    name: "parameter-repeated",
    status: 400,
    code: "InvalidParameterValue",
    message: ({ repeated }) => `The parameter '${repeated[0]}' may only be specified once.`,
    applies: ({ repeated }) => repeated.length > 0,
  },
  {
    name: "parameter-unknown",
    status: 400,
    code: "UnknownParameter",
    message: (call, handler) => `The parameter ${unknownParameter(call, handler)} is not recognized`,
    applies: (call, handler) => unknownParameter(call, handler) !== undefined,
  },
] as const satisfies readonly Refusal<Call, Handler | undefined>[];

export type ProtocolRefusalName = (typeof protocolRefusals)[number]["name"];
