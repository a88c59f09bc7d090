import type { Report } from "../report/report.ts";
import { caseWith, clauseWith, exchangeWith, reportOf } from "./reports.ts";

/** Everything that a terminal, XML, HTML, Markdown, GitHub or the log of a CI would obey. */
export const attack = [
  "\x1b]0;owned\x07\x9b31m\u202Egnp.exe\u2066\0\uFEFF\uD800]]><script>alert(1)</script><img src=x onerror=alert(1)>",
  "</details></td></pre></code> | a | `b` ``` *c* _d_ ~~e~~ [f](http://evil.test) ![g](http://evil.test/g.png) \\| \\",
  "::set-output name=x::y",
  "##[error]no",
  "# h @octocat #1 https://evil.test www.evil.test a@evil.test :tada: $x$ &amp; \"'",
  "```",
].join("\n");

/** A report in which each text that a target has a hand in is an attack. */
export const hostileReport: Report = {
  ...reportOf({
    target: { name: attack, endpoint: "http://hostile.test/", version: attack },
    run: { leftovers: [attack] },
    clauses: [
      clauseWith("B2MR", "fail", { cases: ["B2MR-256"], observed: "fail" }),
      clauseWith("E2YW", "error", { why: attack, cases: ["B2MR-256"] }),
      clauseWith("G8BY", "indeterminate", { why: attack, cases: ["B2MR-256"] }),
      clauseWith("V4HZ", "skip", { why: attack, cases: ["V4HZ-import"] }),
    ],
    cases: [
      caseWith("B2MR-256", {
        title: attack,
        verdicts: [
          { clause: "B2MR", drive: "raw", verdict: "fail", expected: attack, actual: attack },
          { clause: "E2YW", drive: "raw", verdict: "error", why: attack },
          { clause: "G8BY", drive: "raw", verdict: "indeterminate", why: attack },
        ],
        disagreements: [{ clause: "B2MR", raw: "fail", sdk: "pass", fault: "target", why: attack }],
        repro: { curl: `curl ${attack}`, aws: `aws ${attack}` },
        exchanges: [
          exchangeWith({
            request: { method: "POST", url: "http://hostile.test/", headers: { [attack]: attack }, body: attack },
            response: { status: 200, headers: { "content-type": attack }, body: attack },
          }),
        ],
      }),
      caseWith("V4HZ-import", { verdicts: [{ clause: "V4HZ", drive: "raw", verdict: "skip", why: attack }] }),
    ],
  }),
  causes: [
    {
      faults: [attack],
      title: attack,
      advice: attack,
      clauses: ["B2MR", attack],
      cases: 1,
      knownFrom: { emulator: attack, link: attack },
    },
  ],
  unexplained: [{ clause: attack, cases: [attack] }],
};

const obeyed = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]/;

/** What a terminal or a CI's log would obey in a text; undefined when there is nothing. */
export function obeyedIn(text: string): string | undefined {
  if (text !== text.toWellFormed()) return "half a character";
  return text.match(obeyed)?.[0] ?? text.match(/^\s*(?:::set-output|##\[error\]).*/m)?.[0];
}
