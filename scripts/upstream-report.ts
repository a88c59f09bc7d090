import { defaultAction } from "../src/default-action.ts";
import { oneLine } from "../src/report/escape.ts";
import { code, codeBlock } from "../src/report/markdown-text.ts";
import type { Report } from "../src/report/report.ts";
import { loadContract } from "../src/spec/load-contract.ts";

/**
 * One bug report, ready to file with the authors of an emulator: the clause, its evidence, what the emulator does, and how
 * to repeat it. Pure but for the contract, whose sources it quotes.
 * @throws {Error} when the case does not fail in the report: then there is nothing to file.
 */
export function upstreamReport(report: Report, clauseId: string, caseId: string): string {
  const contract = loadContract(defaultAction().files);
  const clause = contract.clauses.get(clauseId);
  const reported = report.cases.find(({ id }) => id === caseId);
  const verdict = reported?.verdicts.find((one) => one.clause === clauseId && one.verdict === "fail");
  if (clause === undefined || reported === undefined || verdict === undefined) {
    throw new Error(
      `Failed to write the report on ${clauseId}: ${caseId} does not fail it. Is it mended? Then remove this report.`,
    );
  }
  const sources = [clause.documented, clause.observed]
    .flatMap((grounds) => grounds?.sources ?? [])
    .flatMap((id) => contract.sources.get(id) ?? []);
  const exchange = reported.exchanges.find(({ drive, step }) => drive === verdict.drive && step === "request");
  const { name, version = "" } = report.target;
  return `<!-- Made by "npm run measure:emulators" from a run of ${report.run.startedAt.slice(0, 10)}: do not edit. -->
# ImportKeyPair: wrong fingerprint for ED25519 keys

${name} ${version} answers \`ImportKeyPair\` of an ED25519 key with a \`keyFingerprint\` that the real EC2 does not give.

${clause.text}

| | |
| --- | --- |
| expected | ${code(verdict.expected ?? "")} |
| ${name} ${version} | ${code(verdict.actual ?? "")} |

What it answers is the SHA-256 of the DER SubjectPublicKeyInfo, as hex pairs with colons; EC2 hashes the SSH blob (the second
field of the OpenSSH line, decoded) and writes base64 with its padding. In Python:

${codeBlock("python", pythonFix)}

## Evidence

${sources.map(({ title, quote, url, date }) => `- ${oneLine(title)} (${date}): “${oneLine(quote, 500)}”${url === undefined ? "" : ` — ${url}`}`).join("\n")}

The key of the first table is the one of LocalStack's snapshot of the real AWS, so its fingerprint is AWS's own answer.

## How to repeat it

With ${name} at port 5000:

${codeBlock("sh", (reported.repro.aws ?? reported.repro.curl ?? "").replaceAll(new URL(report.target.endpoint).origin, "http://127.0.0.1:5000").replace(/ # \w+$/gm, ""))}

It answers

${codeBlock("xml", exchange?.response?.body ?? "")}

The same key by OpenSSH, which prints the digest with a prefix and without the padding:

${codeBlock("sh", `echo '${sentLine(exchange?.request.body ?? "")}' | ssh-keygen -l -f -`)}

Found by \`ec2-contract\`, clause ${clauseId}, case ${caseId}; \`ec2-contract test http://127.0.0.1:5000 --only ${clauseId}\` tells when it is mended.
`;
}

const pythonFix = `blob = base64.b64decode(openssh_line.split()[1])
fingerprint = base64.b64encode(hashlib.sha256(blob).digest()).decode()`;

/** The OpenSSH line that a form body carries. */
function sentLine(body: string): string {
  return Buffer.from(new URLSearchParams(body).get("PublicKeyMaterial") ?? "", "base64")
    .toString()
    .trim();
}
