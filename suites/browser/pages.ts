import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { KnownOutcome } from "../../src/known/match-known.ts";
import { failuresByCause } from "../../src/report/findings.ts";
import type { Report } from "../../src/report/report.ts";
import { reporters } from "../../src/report/reporters.ts";
import { contract } from "../../src/testing/observations.ts";
import { mockWith, run } from "../../src/testing/runs.ts";

/** What would run, were it not text. */
const attack = `</code></script><script>owned()</script><img src=x onerror=owned()><svg/onload=owned()>"'onfocus='owned()' autofocus \u202Egnp.exe\u2066`;

const xml = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** Answers whatever it is asked with markup in names, codes, messages and headers. */
async function hostileTarget(request: Request): Promise<Response> {
  const body = await request.text();
  const headers = { "content-type": `text/xml;"'><script>owned()</script>`, "x-<b>": attack.replace(/[^ -~]/g, "") };
  if (body.length % 3 === 0) return new Response(attack, { status: 500 });
  if (body.length % 3 === 1) {
    const error = `<Response><Errors><Error><Code>${xml(attack)}</Code><Message>${xml(attack)}</Message></Error></Errors><RequestID>${xml(attack)}</RequestID></Response>`;
    return new Response(error, { status: 400 });
  }
  const members = `<keyName>${xml(attack)}</keyName><keyFingerprint>${xml(attack)}</keyFingerprint><keyPairId>${xml(attack)}</keyPairId>`;
  return new Response(`<ImportKeyPairResponse>${members}</ImportKeyPairResponse>`, {
    headers: { "content-type": headers["content-type"] },
  });
}

export interface Pages extends Disposable {
  /** The page of an emulator with faults, as a file. */
  readonly faulty: string;
  /** The same, compared with known deviations. */
  readonly known: string;
  /** The clause whose deviation those do not list. */
  readonly unlisted: string;
  readonly hostile: string;
  readonly report: Report;
}

/** Pages of real runs. */
export async function makePages(): Promise<Pages> {
  const folder = mkdtempSync(join(tmpdir(), "ec2-contract-pages-"));
  const write = (name: string, report: Report, known?: KnownOutcome): string => {
    const file = join(folder, `${name}.html`);
    writeFileSync(file, reporters.html(report, { contract, colour: false, ...(known && { known }) }));
    return pathToFileURL(file).href;
  };
  const report = await run({ target: mockWith("error-has-namespace", "name-256-accepted", "name-missing-500") });
  const [first] = failuresByCause(report);
  if (first === undefined) throw new Error("Failed to make pages: nothing deviates. Serve faults that the suite sees.");
  const unlisted = first.id;
  const known = { exact: false, matched: 1, unlisted: [{ clause: unlisted }], stale: [], overdue: [] };
  return {
    report,
    unlisted,
    faulty: write("faulty", report),
    known: write("known", report, known),
    hostile: write("hostile", await run({ target: hostileTarget })),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}
