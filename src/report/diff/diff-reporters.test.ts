import { expect, test } from "vitest";
import { attack, hostileReport, obeyedIn } from "../../testing/hostile-report.ts";
import { readMarkdown, tableWidths } from "../../testing/markdown-html.ts";
import { caseWith, clauseWith, reportOf } from "../../testing/reports.ts";
import { diffReporters } from "./diff-reporters.ts";
import { diffReports } from "./diff-reports.ts";

const old = reportOf({
  clauses: [
    clauseWith("Q7UC", "pass"),
    clauseWith("B2MR", "fail"),
    clauseWith("X6B3", "fail"),
    clauseWith("E2YW", "pass"),
    clauseWith("K3CK", "open"),
  ],
});
const now = reportOf({
  clauses: [
    clauseWith("Q7UC", "fail"),
    clauseWith("B2MR", "fail"),
    clauseWith("X6B3", "pass"),
    clauseWith("E2YW", "indeterminate"),
    clauseWith("V4HZ", "skip"),
  ],
  cases: [
    caseWith("Q7UC-absent", {
      verdicts: [{ clause: "Q7UC", drive: "raw", verdict: "fail", expected: "400 MissingParameter", actual: "200" }],
    }),
    caseWith("B2MR-256", { verdicts: [{ clause: "B2MR", drive: "raw", verdict: "pass" }] }),
  ],
  target: { name: "small", endpoint: "http://small.test/", version: "2.0" },
  run: { seed: 2 },
});
const difference = diffReports(old, now);
const plain = { colour: false };

test("text", () => {
  expect(diffReporters.text(difference, plain)).toMatchInlineSnapshot(`
    "name
      ✗ Q7UC must newly failing: pass → fail, it passed  A request without a KeyName is refused with MissingParameter.
          Q7UC-absent · raw · the case Q7UC-absent: none → fail: expected 400 MissingParameter, was 200
      - K3CK may gone: open → none  Whether control characters are accepted in a KeyName is not known.
      ~ E2YW should changed otherwise: pass → indeterminate  The refusal of a duplicate leaves the first key as it was.
      ≈ B2MR must failing as before, by other cases  A KeyName has up to 255 characters; a longer one is refused with InvalidParameterValue.
          B2MR-256 · raw · the case B2MR-256: none → pass

    fingerprint
      ✓ X6B3 must newly passing: fail → pass  The fingerprint of an imported RSA key is an MD5; of the DER SubjectPublicKeyInfo, as the service and the user guide do it, where the API reference names the SSH blob of RFC 4716.

    auth
      + V4HZ must new: none → skip  A request without the permission for it is refused with UnauthorizedOperation.

      old  small · 2026-11-24T12:00:00.000Z · coverage 100.0 % · divergence 50.0 %
      new  small 2.0 · 2026-11-24T12:00:00.000Z · coverage 60.0 % · divergence 66.7 %
      mind: their seeds differ
      1 newly failing (1 of them passed before), 1 newly passing, 1 new, 1 gone, 1 changed otherwise, 1 failing as before, by other cases
    "
  `);
});

test("markdown", () => {
  const page = diffReporters.markdown(difference);
  expect(page).toMatchInlineSnapshot(`
    "## ❌ ImportKeyPair: 1 newly failing (1 of them passed before), 1 newly passing, 1 new, 1 gone, 1 changed otherwise, 1 failing as before, by other cases

    |  | target | run | coverage | divergence |
    | --- | --- | --- | --- | --- |
    | old | <code>small</code> | 2026-11-24T12&#58;00&#58;00.000Z | 100.0 % | 50.0 % |
    | new | <code>small 2.0</code> | 2026-11-24T12&#58;00&#58;00.000Z | 60.0 % | 66.7 % |

    > Mind: their seeds differ.

    ### Newly failing

    | name | level |  | old | new | cases |
    | --- | --- | --- | --- | --- | --- |
    | <code>Q7UC</code> | must | A request without a KeyName is refused with MissingParameter. | pass | **fail** | <code>Q7UC-absent</code> raw: none → fail, expected <code>400 MissingParameter</code>, was <code>200</code> |

    ### Newly passing

    | fingerprint | level |  | old | new | cases |
    | --- | --- | --- | --- | --- | --- |
    | <code>X6B3</code> | must | The fingerprint of an imported RSA key is an MD5; of the DER SubjectPublicKeyInfo, as the service and the user guide do it, where the API reference names the SSH blob of RFC 4716. | fail | pass |  |

    ### New

    | auth | level |  | old | new | cases |
    | --- | --- | --- | --- | --- | --- |
    | <code>V4HZ</code> | must | A request without the permission for it is refused with UnauthorizedOperation. | none | skip |  |

    ### Gone

    | name | level |  | old | new | cases |
    | --- | --- | --- | --- | --- | --- |
    | <code>K3CK</code> | may | Whether control characters are accepted in a KeyName is not known. | open | none |  |

    ### Changed otherwise

    | name | level |  | old | new | cases |
    | --- | --- | --- | --- | --- | --- |
    | <code>E2YW</code> | should | The refusal of a duplicate leaves the first key as it was. | pass | indeterminate |  |

    ### Failing as before, by other cases

    | name | level |  | old | new | cases |
    | --- | --- | --- | --- | --- | --- |
    | <code>B2MR</code> | must | A KeyName has up to 255 characters; a longer one is refused with InvalidParameterValue. | fail | fail | <code>B2MR-256</code> raw: none → pass |

    "
  `);
  for (const [head, ...rows] of tableWidths(page)) expect(new Set(rows)).toEqual(new Set([head]));
});

test("json is the difference", () => {
  expect(JSON.parse(diffReporters.json(difference))).toEqual(difference);
});

test("nothing changed", () => {
  const nothing = diffReports(now, now);
  expect(diffReporters.text(nothing, plain)).toContain("0 newly failing, 0 newly passing, 0 new, 0 gone");
  expect(diffReporters.markdown(nothing)).toMatch(/^## ✅/);
});

test("colours come only where they are wanted", () => {
  expect(diffReporters.text(difference, plain)).not.toContain("\x1b");
  expect(diffReporters.text(difference, { colour: true })).toContain("\x1b[");
});

const hostile = [diffReports(hostileReport, reportOf({})), diffReports(reportOf({}), hostileReport)];

test.for(Object.entries(diffReporters))("law: %s obeys nothing that a target says", ([, reporter]) => {
  for (const one of hostile) expect(obeyedIn(reporter(one, plain))).toBeUndefined();
});

test("in markdown a target's text is text, in JSON it is kept to the letter", () => {
  for (const one of hostile) {
    const { tags, links } = readMarkdown(diffReporters.markdown(one));
    expect(links).toEqual([]);
    expect([...tags].filter((tag) => /^(script|img|pre|h1|em|del)$/.test(tag))).toEqual([]);
  }
  const written = JSON.parse(diffReporters.json(hostile[1] ?? difference)) as { new: { target: { name: string } } };
  expect(written.new.target.name).toBe(attack);
});
