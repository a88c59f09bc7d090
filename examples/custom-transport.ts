import { conform, createMock, exitCodeOf, type Transport } from "ec2-contract";

// Whatever answers requests is a target. This one has a bug that a real emulator had: it writes ED25519 fingerprints as
// ssh-keygen does, and not as AWS does.
const reference = createMock();
const target: Transport = async (request) => {
  const response = await reference(request);
  const body = await response.text();
  return new Response(body.replace(/(<keyFingerprint>)([A-Za-z0-9+/]{43})=/g, "$1SHA256:$2"), response);
};

const report = await conform({ target, only: ["fingerprint"] });
for (const { id, level, text, verdict } of report.clauses.filter(({ verdict }) => verdict === "fail")) {
  console.log(`${verdict} ${id} ${level}: ${text}`);
}
console.log(`exit code ${exitCodeOf(report)}`);
