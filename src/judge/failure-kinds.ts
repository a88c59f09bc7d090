import type { Verdict } from "../model.ts";
import type { Contract } from "../spec/contract.ts";
import { readability } from "./readability.ts";

/** What kind of failure a verdict tells, as far as one may explain another. */

/** It speaks about every answer, not about the case. */
export function isGeneral(contract: Contract, id: string): boolean {
  const clause = contract.clauses.get(id);
  return clause?.holds !== undefined && clause.among === undefined;
}

/** `400 ValidationError` in answer to a request that was to be refused with another code. */
export function wrongCode({ expected, actual }: Verdict): string | undefined {
  if (!/^[4-5]\d\d [\w.]+( or |$)/.test(expected ?? "")) return undefined;
  return /^\d{3} [\w.]*(?=:)/.exec(actual ?? "")?.[0];
}

/** What was to be accepted, or seen, was answered with a refusal. */
export function isRefusal({ expected, actual }: Verdict): boolean {
  return !/^[45]\d\d /.test(expected ?? "") && (/^[45]\d\d /.test(actual ?? "") || /^200 \w+$/.test(expected ?? ""));
}

/** Both speak about what an answer repeats of its request. */
export function isEcho({ clauses }: Contract, general: string, own: string): boolean {
  return (clauses.get(general)?.check ?? "").endsWith("echoed") && clauses.get(own)?.expect?.echoed === true;
}

/** A status of 4xx is a refusal whatever its document, and a crash is none of a document without a code. */
export function isAsBad({ clauses }: Contract, cause: string, { expected, actual }: Verdict): boolean {
  const series = /^(?:HTTP )?([45])\d\d/.exec(actual ?? "")?.[1];
  const isAccepted = /^200 /.test(expected ?? "");
  const isPage = ["no-server-error", "no-foreign-body"].includes(clauses.get(cause)?.check ?? "");
  return series === "5" ? isPage : !(series === "4" && isAccepted);
}

/** Where the clause stands among those that say why an answer can't be read: the smaller, the coarser the defect. */
export function readabilityOf({ clauses }: Contract, id: string): number {
  return readability.indexOf(clauses.get(id)?.check ?? "");
}

/** It says that an answer is no document of EC2's; an unknown code stands in one that is. */
export function isDocumentDefect({ clauses }: Contract, id: string): boolean {
  return clauses.get(id)?.check !== "known-code";
}

/** It says why answers can't be read. */
export function isReadability({ clauses }: Contract, id: string): boolean {
  return readability.includes(clauses.get(id)?.check ?? "");
}

/** What is not well-formed is often read nevertheless; where it is not, that was told where it was judged. */
export function isMostlyRead({ clauses }: Contract, id: string): boolean {
  return clauses.get(id)?.check === "well-formed";
}
