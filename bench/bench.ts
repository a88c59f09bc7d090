import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { peakMemory, secondsOf } from "./measure-program.ts";
import { measureScenarios } from "./measure-scenarios.ts";
import { type Measured, measureTarget } from "./measure-target.ts";
import { profileRun } from "./profile-run.ts";

// `npm run bench [-- --venv DIR] [--write]`: how much of a run is ours. All ratios are of one run on one machine; with
// --venv the suite also runs against the moto that is installed there. --write puts the figures into docs/.

const { values } = parseArgs({
  options: {
    venv: { type: "string" },
    rounds: { type: "string", default: "5" },
    runs: { type: "string", default: "1000,10000" },
    write: { type: "boolean", default: false },
  },
});
const rounds = Number(values.rounds);
const bin = new URL("../bin/ec2-contract.js", import.meta.url).pathname;

/** With the reference emulator in a process of its own, so that it shares neither our processor time nor our memory. */
async function overHttp<T>(measure: (url: string) => Promise<T>): Promise<T> {
  const child = spawn(process.execPath, [bin, "mock"], { stdio: ["ignore", "pipe", "inherit"] });
  const [url] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  try {
    return await measure(url);
  } finally {
    child.kill();
    await once(child, "exit");
  }
}

const measured: Measured[] = [
  { ...(await measureTarget({ target: "mock" }, rounds)), target: "reference in process" },
  { ...(await overHttp((url) => measureTarget({ target: url }, rounds))), target: "reference over HTTP" },
];
if (values.venv !== undefined)
  measured.push(await measureTarget({ target: "moto", start: true, venv: values.venv }, Math.min(rounds, 3)));

const shares = await profileRun(rounds);

const help = await secondsOf([bin, "--help"], rounds);
const bareNode = await secondsOf(["-e", "0"], rounds);
const list = await secondsOf([bin, "list", "clauses"], rounds);
/** The most memory of a whole run against a server, in mebibytes. */
const memoryOf = (...options: readonly string[]): Promise<number> =>
  overHttp((url) => peakMemory([bin, "test", url, "--reporter", "json=/dev/null", ...options]));
const memory = await memoryOf();
const memoryOfRuns = [];
for (const runs of values.runs.split(",").map(Number))
  memoryOfRuns.push({
    runs,
    memory: await memoryOf("--only", "random-names", "--drive", "raw", "--runs", String(runs)),
  });
const bareMemory = await peakMemory(["-e", "setTimeout(() => 0, 200)"]);

const rows = measured.map(({ target, cases, requests, suite, bare }) => [
  target,
  cases,
  requests,
  suite.toFixed(2),
  (cases / suite).toFixed(0),
  (requests / suite).toFixed(0),
  bare.toFixed(2),
  `${(suite / bare).toFixed(2)}`,
]);
const perScenario = [];
for (const network of ["http", "msw", "nock"] as const) perScenario.push(await measureScenarios(network, rounds));
const table = [
  ["target", "cases", "requests", "suite s", "cases/s", "requests/s", "bare loop s", "suite / bare loop"],
  ["---", "--:", "--:", "--:", "--:", "--:", "--:", "--:"],
  ...rows,
].map((cells) => `| ${cells.join(" | ")} |`);
const text = `# Performance

Made by \`npm run bench -- --write\`: do not edit. Figures of one run on ${cpus().length} processors (${cpus()[0]?.model ?? "unknown"}), Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)};
the median of ${rounds} rounds (${Math.min(rounds, 3)} against moto) after one that warmed up. What compares between machines are the ratios.

The bare loop sends the very requests that the suite sent, with the same concurrency, and does nothing else: no plan, no
signatures, no SDK, no judgement. So "suite / bare loop" is what everything of ours costs together.

${table.join("\n")}

Whose code has the processor while the suite runs against the reference in process:

| whose | share |
| --- | --: |
${shares.map(({ whose, share }) => `| ${whose} | ${(share * 100).toFixed(0)} % |`).join("\n")}

| program | measured | bare node | ratio |
| --- | --: | --: | --: |
| \`ec2-contract --help\` | ${help.toFixed(3)} s | ${bareNode.toFixed(3)} s | ${(help / bareNode).toFixed(2)} |
| \`ec2-contract list clauses\` | ${list.toFixed(3)} s | ${bareNode.toFixed(3)} s | ${(list / bareNode).toFixed(2)} |
| peak memory of \`ec2-contract test URL\`, the reference in another process | ${memory.toFixed(0)} MiB | ${bareMemory.toFixed(0)} MiB | ${(memory / bareMemory).toFixed(2)} |

Random cases (\`--runs\`) keep nothing but counts of what passes:

| runs of one property | peak memory |
| --: | --: |
${memoryOfRuns.map((one) => `| ${one.runs} | ${one.memory.toFixed(0)} MiB |`).join("\n")}

What a scenario costs a wrapper in JavaScript (\`wrapperSuite\`, \`conformWrapper\`) that waits for nothing itself:

| network | scenarios | ms per scenario |
| --- | --: | --: |
${perScenario.map(({ network, scenarios, milliseconds }) => `| ${network} | ${scenarios} | ${milliseconds.toFixed(1)} |`).join("\n")}
`;
process.stdout.write(text);
if (values.write) writeFileSync(new URL("../docs/performance.md", import.meta.url), text);
