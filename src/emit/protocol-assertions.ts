import { wordingsFor } from "../judge/checks/error-answer.ts";
import type { Observation } from "../model.ts";
import type { Assertion, Finding } from "./assertion.ts";

/** The checks of the protocol as statements. */
export const protocolAssertions = {
  accepted: each((answer, _, { t }) => [t.is(t.outcome(answer), t.text("accepted"))]),
  refused: each((answer, seen, { t, expect, contract }) => {
    const { codes, status } = expect.refused ?? { codes: [], status: 400 };
    const refusal = t.isOneOf(t.outcome(answer), codes.map(t.text));
    // A code whose status nobody recorded goes with the status of the clause.
    const isBare = seen.kind === "error" && codes.includes(seen.code) && (contract.errors[seen.code] ?? null) === null;
    return isBare ? [refusal, t.hasStatus(answer, status)] : [refusal];
  }),
  "well-formed": "it takes a strict parser of XML",
  "members-in-place": each((answer, seen, { t }) => {
    const paths = seen.kind === "output" ? seen.misplaced.map((one) => one.split(" ", 1)[0] ?? "") : [];
    return paths.map((path) => t.hasNot(t.paths(answer), t.text(path)));
  }),
  "status-of-success": each((answer, _, { t }) => [t.hasStatus(answer, 200)]),
  "root-element": each((answer, { step }, { t }) => [t.is(t.root(answer), t.text(`${step.action}Response`))]),
  namespace: each((answer, _, { t, expect }) => [
    t.is(t.namespace(answer), t.text((expect.namespace ?? "").replace(/\/$/, ""))),
  ]),
  "content-type": each((answer, _, { t, expect }) => [t.is(t.mediaType(answer), t.text(expect.contentType ?? ""))]),
  "error-envelope": each((answer, _, { t }) =>
    ["Response/Errors/Error/Code", "Response/Errors/Error/Message"].map((path) => t.has(t.paths(answer), t.text(path))),
  ),
  "error-request-id": each((answer, _, { t }) => [t.isNot(t.member(answer, "RequestID"), t.text(""))]),
  "error-without-type": each((answer, _, { t }) => [t.noneEnds(t.paths(answer), "/Type")]),
  "error-without-namespace": each((answer, _, { t }) => [t.is(t.namespace(answer), t.text(""))]),
  "request-id-present": each((answer, _, { t }) => [t.isNot(t.member(answer, "requestId"), t.text(""))]),
  "request-id-form": each((answer, _, { t }) => [
    t.matches(t.requestId(answer), /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  ]),
  "request-id-fresh": ({ seen, all, t }) => {
    const steps = [...all.values()];
    const until = steps.findLastIndex((one) => seen.includes(one));
    const ids = steps.slice(0, until + 1).map(({ step }) => t.requestId(t.answer(step)));
    return ids.length < 2 ? undefined : [t.differ(ids)];
  },
  "request-id-in-header": each((answer, _, { t }) => [t.is(t.requestId(answer), t.header(answer, "x-amzn-requestid"))]),
  "escaped-once": each((answer, _, { t, verdict }) => [
    t.has(t.texts(answer), t.text(JSON.parse(verdict.expected ?? '""') as string)),
  ]),
  "status-of-code": each((answer, seen, { t, contract }) => {
    const status = seen.kind === "error" ? (contract.errors[seen.code] ?? null) : null;
    if (seen.kind !== "error" || status === null) return undefined;
    return t.when(t.outcome(answer), "is", t.text(seen.code), [t.hasStatus(answer, status)]);
  }),
  "known-code": each((answer, seen, { t }) => {
    if (seen.kind !== "error") return undefined;
    // No list of all codes: the one that was seen is none of EC2's.
    return [t.isNot(t.code(answer), t.text(seen.spelled))];
  }),
  "message-not-empty": each((answer, _, { t }) => [t.isNotBlank(t.member(answer, "Errors/Error/Message"))]),
  "no-server-error": each((answer, _, { t }) => [t.isBelow(t.status(answer), 500)]),
  "no-foreign-body": each((answer, _, { t }) => [t.matches(t.body(answer), /^\s*<(?!!doctype html|html)/i)]),
  "message-text": each((answer, seen, { t, expect }) => [
    t.isOneOf(t.member(answer, "Errors/Error/Message"), wordingsFor(expect, seen).map(t.text)),
  ]),
} as const satisfies Readonly<Record<string, Assertion | string>>;

/** Statements on each answer that the check looked at. */
export function each(
  say: (answer: string, seen: Observation, finding: Finding) => readonly string[] | undefined,
): Assertion {
  return (finding) => {
    const all = finding.seen.map((one) => say(finding.t.answer(one.step), one, finding));
    return all.some((one) => one === undefined) ? undefined : all.flatMap((one) => one ?? []);
  };
}
