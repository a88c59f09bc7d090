import type { Action } from "../../action.ts";
import type { Check } from "../check.ts";
import {
  contentType,
  errorEnvelope,
  errorRequestId,
  errorWithoutNamespace,
  errorWithoutType,
  membersInPlace,
  namespace,
  rootElement,
  statusOfSuccess,
  wellFormed,
} from "./envelope.ts";
import { knownCode, messageNotEmpty, messageText, noForeignBody, noServerError, statusOfCode } from "./error-answer.ts";
import { escapedOnce } from "./escaped-once.ts";
import { accepted, refused } from "./outcome.ts";
import { requestIdForm, requestIdFresh, requestIdInHeader, requestIdPresent } from "./request-id.ts";

/** The checks that hold for every action of the EC2 Query protocol, by the name that clauses use. */
export const protocolChecks = {
  accepted,
  refused,
  "well-formed": wellFormed,
  "root-element": rootElement,
  "members-in-place": membersInPlace,
  "status-of-success": statusOfSuccess,
  namespace,
  "content-type": contentType,
  "escaped-once": escapedOnce,
  "error-envelope": errorEnvelope,
  "error-request-id": errorRequestId,
  "error-without-type": errorWithoutType,
  "error-without-namespace": errorWithoutNamespace,
  "request-id-present": requestIdPresent,
  "request-id-form": requestIdForm,
  "request-id-fresh": requestIdFresh,
  "request-id-in-header": requestIdInHeader,
  "status-of-code": statusOfCode,
  "known-code": knownCode,
  "message-not-empty": messageNotEmpty,
  "message-text": messageText,
  "no-server-error": noServerError,
  "no-foreign-body": noForeignBody,
} as const satisfies Readonly<Record<string, Check>>;

/** @throws {Error} for a name that no check has: a fault of the contract, found by its tests. */
export function checkOf(action: Action, name: string): Check {
  const check = (protocolChecks as Readonly<Record<string, Check>>)[name] ?? action.checks[name];
  if (check === undefined) throw new Error(`there is no check named "${name}"`);
  return check;
}
