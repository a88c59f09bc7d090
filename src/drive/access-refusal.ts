import type { Case, Observation } from "../model.ts";
import type { Contract } from "../spec/contract.ts";

/** Codes that speak of the credentials, the account or the clock, and of nothing that was asked; with what is missing. */
const meanings: Readonly<Record<string, (action: string, message: string) => string>> = {
  UnauthorizedOperation: permission,
  AccessDenied: permission,
  AccessDeniedException: permission,
  AuthFailure: () => "the credentials are not valid, or not for this Region",
  InvalidClientTokenId: () => "the credentials are not valid, or not for this Region",
  SignatureDoesNotMatch: () => "the secret key does not belong to the access key",
  OptInRequired: () => "the account has not enabled EC2 or the Region",
  PendingVerification: () => "the account is still being verified",
  Blocked: () => "the account is blocked",
  RequestExpired: () => "the credentials have ended, or the clock of this machine is wrong",
  ExpiredToken: () => "the credentials have ended",
  ExpiredTokenException: () => "the credentials have ended",
};

/** A refusal that says something about the credentials or the account, and nothing about the contract. */
export interface AccessRefusal {
  readonly code: string;
  readonly action: string;
  /** What is missing, in words; names the permission where it is one. */
  readonly missing: string;
}

/**
 * Reads a refusal that no clause of the case expects of the credentials of the run; undefined for every other answer.
 * @param planned absent for what is asked beside the cases.
 */
export function accessRefusal(
  contract: Contract,
  seen: Observation,
  planned?: Pick<Case, "judgements">,
): AccessRefusal | undefined {
  if (seen.kind !== "error" || (seen.step.as ?? "run") !== "run" || !Object.hasOwn(meanings, seen.code))
    return undefined;
  const { code, message, step } = seen;
  if (planned?.judgements.some(({ clause, steps }) => steps.includes(step.id) && expects(contract, clause, code)))
    return undefined;
  return { code, action: step.action, missing: meanings[code]?.(step.action, message) ?? code };
}

/** The refusal as an observation that judges nobody. */
export function asUnanswered(seen: Observation, { code, missing }: AccessRefusal): Observation {
  const { step, sent, exchange } = seen;
  return { step, sent, exchange, kind: "unanswered", why: `${code}: ${missing}` };
}

function expects(contract: Contract, id: string, code: string): boolean {
  const { expect, documented, observed } = contract.clauses.get(id) ?? {};
  return [expect, documented?.expect, observed?.expect].some((one) => one?.refused?.codes.includes(code));
}

/** AWS names the permission where it says more than that there is none. */
function permission(action: string, message: string): string {
  const named = message.match(/perform:? (ec2:\w+)/)?.[1] ?? `ec2:${action}`;
  return `the credentials lack the permission ${named}`;
}
