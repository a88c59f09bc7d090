import { wordingsFor } from "../judge/checks/error-answer.ts";
import type { Observation } from "../model.ts";
import type { Assertion, Finding } from "./assertion.ts";
import { quoted } from "./say.ts";

/** The checks of the protocol as statements. */
export const protocolAssertions = {
  accepted: each((answer) => [`expect(outcome(${answer})).toBe("accepted");`]),
  refused: each((answer, seen, { expect, contract }) => {
    const { codes, status } = expect.refused ?? { codes: [], status: 400 };
    const refusal = `expect([${codes.map(quoted).join(", ")}]).toContain(outcome(${answer}));`;
    // A code whose status nobody recorded goes with the status of the clause.
    const isBare = seen.kind === "error" && codes.includes(seen.code) && (contract.errors[seen.code] ?? null) === null;
    return isBare ? [refusal, statusOf(answer, status)] : [refusal];
  }),
  "well-formed": "it takes a strict parser of XML",
  "members-in-place": each((answer, seen) => {
    const paths = seen.kind === "output" ? seen.misplaced.map((one) => one.split(" ", 1)[0] ?? "") : [];
    return paths.map((path) => `expect(paths(${answer})).not.toContain(${quoted(path)});`);
  }),
  "status-of-success": each((answer) => [statusOf(answer, 200)]),
  "root-element": each((answer, { step }) => [
    `expect(read(${answer}.body).name).toBe(${quoted(`${step.action}Response`)});`,
  ]),
  namespace: each((answer, _, { expect }) => [
    `expect(read(${answer}.body).xmlns.replace(/\\/$/, "")).toBe(${quoted((expect.namespace ?? "").replace(/\/$/, ""))});`,
  ]),
  "content-type": each((answer, _, { expect }) => [
    `expect(${answer}.headers.get("content-type")?.toLowerCase().replace(/;\\s*charset="?utf-8"?$/, "")).toBe(${quoted(expect.contentType ?? "")});`,
  ]),
  "error-envelope": each((answer) => [
    `expect(paths(${answer})).toEqual(expect.arrayContaining(["Response/Errors/Error/Code", "Response/Errors/Error/Message"]));`,
  ]),
  "error-request-id": each((answer) => [`expect(text(${answer}, "RequestID")).not.toBe("");`]),
  "error-without-type": each((answer) => [
    `expect(paths(${answer}).filter((path) => path.endsWith("/Type"))).toEqual([]);`,
  ]),
  "error-without-namespace": each((answer) => [`expect(read(${answer}.body).xmlns).toBe("");`]),
  "request-id-present": each((answer) => [`expect(text(${answer}, "requestId")).not.toBe("");`]),
  "request-id-form": each((answer) => [
    `expect(requestId(${answer})).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);`,
  ]),
  "request-id-fresh": ({ seen, all, answer }) => {
    const steps = [...all.values()];
    const until = steps.findLastIndex((one) => seen.includes(one));
    const ids = steps.slice(0, until + 1).map(({ step }) => `requestId(${answer(step)})`);
    return ids.length < 2 ? undefined : [`expect(new Set([${ids.join(", ")}]).size).toBe(${ids.length});`];
  },
  "request-id-in-header": each((answer) => [
    `expect(requestId(${answer})).toBe(${answer}.headers.get("x-amzn-requestid"));`,
  ]),
  "escaped-once": each((answer, _, { verdict, say }) => [
    `expect(texts(read(${answer}.body))).toContain(${say(JSON.parse(verdict.expected ?? '""') as string)});`,
  ]),
  "status-of-code": each((answer, seen, { contract }) => {
    const status = seen.kind === "error" ? (contract.errors[seen.code] ?? null) : null;
    if (seen.kind !== "error" || status === null) return undefined;
    return [`if (outcome(${answer}) === ${quoted(seen.code)}) ${statusOf(answer, status)}`];
  }),
  "known-code": each((answer, seen) => {
    if (seen.kind !== "error") return undefined;
    // No list of all codes: the one that was seen is none of EC2's.
    return [`expect(code(${answer})).not.toBe(${quoted(seen.spelled)});`];
  }),
  "message-not-empty": each((answer) => [`expect(text(${answer}, "Errors/Error/Message").trim()).not.toBe("");`]),
  "no-server-error": each((answer) => [`expect(${answer}.status).toBeLessThan(500);`]),
  "no-foreign-body": each((answer) => [`expect(${answer}.body).toMatch(/^\\s*<(?!!doctype html|html)/i);`]),
  "message-text": each((answer, seen, { expect, say }) => [
    `expect([${wordingsFor(expect, seen).map(say).join(", ")}]).toContain(text(${answer}, "Errors/Error/Message"));`,
  ]),
} as const satisfies Readonly<Record<string, Assertion | string>>;

/** Statements on each answer that the check looked at. */
export function each(
  say: (answer: string, seen: Observation, finding: Finding) => readonly string[] | undefined,
): Assertion {
  return (finding) => {
    const all = finding.seen.map((one) => say(finding.answer(one.step), one, finding));
    return all.some((one) => one === undefined) ? undefined : all.flatMap((one) => one ?? []);
  };
}

function statusOf(answer: string, status: number | "4xx" | "5xx"): string {
  return typeof status === "number"
    ? `expect(${answer}.status).toBe(${status});`
    : `expect(Math.trunc(${answer}.status / 100)).toBe(${status.charAt(0)});`;
}
