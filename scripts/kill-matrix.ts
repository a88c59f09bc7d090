import { faults } from "../src/actions/import-key-pair/faults/faults.ts";
import type { KeyPairFault } from "../src/actions/import-key-pair/faults/key-pair-fault.ts";
import { importKeyPair } from "../src/actions/import-key-pair/import-key-pair.ts";
import type { Diagnostics } from "../src/diagnose/diagnosis.ts";
import { areas } from "../src/model.ts";
import type { Contract } from "../src/spec/contract.ts";
import { isOpen } from "../src/spec/grounds.ts";
import { loadContract } from "../src/spec/load-contract.ts";

/** What was measured of each fault, as the table shows it. */
type Measured = ReadonlyMap<string, string>;

/**
 * The table of faults, from what each was measured to turn red. That every fault still turns its clause red is for
 * suites/self to prove.
 */
export function generateKillMatrix(signatures: Diagnostics["signatures"]): string {
  const measured = faults.flatMap(({ id, clause }): [string, string][] => {
    const signs = signatures.get(id);
    if (signs === undefined) return [];
    const clauses = new Set(signs.filter(({ kind }) => kind === "red").map((sign) => sign.clause));
    return [[id, clauses.has(clause) ? String(clauses.size) : `**${clauses.size}, not its own**`]];
  });
  return render(loadContract(importKeyPair.files), new Map(measured));
}

function render(contract: Contract, measured: Measured): string {
  const judged = [...contract.clauses.values()].filter((clause) => !isOpen(clause));
  const claimed = judged.filter(({ id }) => faults.some(({ clause }) => clause === id));
  const killed = faults.filter(({ id }) => /^\d+$/.test(measured.get(id) ?? ""));
  const bugs = faults.filter(({ bug }) => bug !== undefined);
  const red = killed.reduce((sum, { id }) => sum + Number(measured.get(id)), 0);
  return `# Kill matrix

<!-- Made by scripts/generate.ts: do not edit, run "npm run generate". -->

A fault is a named way to disobey the contract. The suite runs by the raw drive against the reference emulator with one
fault at a time; the fault is killed when the clause that it claims to disobey turns red, whatever else does. One cause
should make one finding, so that few clauses turn red; where it makes many, the table says why.
\`ec2-contract mock --fault ID\` serves the emulator with a fault, \`ec2-contract explain CLAUSE\` says more of a clause.

| | |
| --- | --- |
| faults killed | ${killed.length} of ${faults.length} |
| clauses with a fault of their own | ${claimed.length} of ${judged.length} that can fail |
| faults that are bugs of real emulators | ${bugs.length} |
| clauses that one fault turns red, on average | ${(red / killed.length).toFixed(2)} |
${areas.map((area) => section(area, measured)).join("")}`;
}

function section(area: string, measured: Measured): string {
  const rows = faults.filter((fault) => fault.area === area).map((fault) => row(fault, measured.get(fault.id)));
  return `
## ${area}

| fault | what it does | its clause | clauses that turn red | real bug |
| --- | --- | --- | --- | --- |
${rows.join("\n")}
`;
}

function row({ id, summary, clause, bug, wide }: KeyPairFault, measured = "not measured"): string {
  const emulator = bug?.link === undefined ? (bug?.emulator ?? "") : `[${bug.emulator}](${bug.link})`;
  return `| \`${id}\` | ${summary.replaceAll("|", "\\|")} | \`${clause}\` | ${measured}${wide === undefined ? "" : `: ${wide}`} | ${emulator} |`;
}
