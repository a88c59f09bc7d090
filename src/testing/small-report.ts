import { caseWith, clauseWith, exchangeWith, reportOf } from "./reports.ts";

/** A run of seven cases: five kinds of verdicts, a disagreement of the drives, and an exchange without an answer. */
export const smallReport = reportOf({
  clauses: [
    clauseWith("Q7UC", "pass", { cases: ["Q7UC-absent"], observed: "pass", documented: "pass" }),
    clauseWith("B2MR", "fail", { cases: ["B2MR-255", "B2MR-256"], observed: "fail", documented: "fail" }),
    clauseWith("E2YW", "indeterminate", { why: "late", cases: ["E2YW-upper-lower"] }),
    clauseWith("K3CK", "open", { cases: ["K3CK-tab"] }),
    clauseWith("V4HZ", "skip", { why: "iam: it has none", cases: ["V4HZ-import"] }),
    clauseWith("X6B3", "fail", { cases: ["B6BZ-rsa-2048"], observed: "fail", documented: "pass" }),
  ],
  cases: [
    caseWith("Q7UC-absent", { verdicts: [{ clause: "Q7UC", drive: "raw", verdict: "pass" }] }),
    caseWith("B2MR-255", {
      verdicts: [
        { clause: "B2MR", drive: "raw", verdict: "fail", expected: "200 ImportKeyPairResponse", actual: "400 A: no" },
      ],
    }),
    caseWith("B2MR-256", {
      title: "KeyName of 256 characters",
      verdicts: [
        {
          clause: "B2MR",
          drive: "raw",
          verdict: "fail",
          expected: "400 InvalidParameterValue",
          actual: "200 ImportKeyPairResponse",
        },
        { clause: "B2MR", drive: "sdk", verdict: "pass" },
      ],
      disagreements: [{ clause: "B2MR", raw: "fail", sdk: "pass", fault: "sdk", why: "the SDK reads them otherwise" }],
      repro: { curl: "curl one # request", aws: "aws one # request" },
      exchanges: [exchangeWith(), exchangeWith({ step: "cleanup" })],
    }),
    caseWith("E2YW-upper-lower", {
      verdicts: [{ clause: "E2YW", drive: "raw", verdict: "indeterminate", why: "late" }],
      exchanges: [withoutResponse()],
    }),
    caseWith("K3CK-tab", { verdicts: [{ clause: "K3CK", drive: "raw", verdict: "open" }] }),
    caseWith("V4HZ-import", {
      area: "auth",
      verdicts: [{ clause: "V4HZ", drive: "raw", verdict: "skip", why: "iam: it has none" }],
    }),
    caseWith("B6BZ-rsa-2048", {
      area: "material",
      verdicts: [{ clause: "X6B3", drive: "sdk", verdict: "fail", expected: "aa (md5-spki)", actual: "bb" }],
      exchanges: [exchangeWith({ drive: "sdk", parsed: { kind: "output", output: {} } })],
    }),
  ],
});

function withoutResponse() {
  const { response: _, ...silent } = exchangeWith({ trouble: { kind: "timeout", why: "late" } });
  return silent;
}
