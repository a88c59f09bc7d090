import { execFile } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import type { Report } from "../report/report.ts";

const bin = fileURLToPath(new URL("../../bin/ec2-contract.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "ec2-contract-wrapper-command-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function ec2Contract(args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const env = { ...process.env, AWS_PROFILE: "somebody", AWS_SESSION_TOKEN: "token" };
    const child = execFile(process.execPath, [bin, ...args], { cwd: folder, env }, (_, out, err) =>
      resolve({ code: child.exitCode, out, err }),
    );
  });
}

/** A command that imports by the SDK, whose module says what it does. */
function command(name: string, body: string): readonly string[] {
  const path = join(folder, `${name}.mjs`);
  const sdk = import.meta.resolve("@aws-sdk/client-ec2");
  writeFileSync(
    path,
    `import { readFileSync } from "node:fs";
import { EC2Client, ImportKeyPairCommand } from ${JSON.stringify(sdk)};
const { env } = process;
const request = { KeyName: env.EC2_CONTRACT_KEY_NAME, PublicKeyMaterial: readFileSync(env.EC2_CONTRACT_PUBLIC_KEY_FILE) };
const imported = () => new EC2Client({ endpoint: env.EC2_CONTRACT_ENDPOINT }).send(new ImportKeyPairCommand(request));
const told = (error) => { console.error(error.name + ": " + error.message); process.exit(1); };
${body}
`,
  );
  chmodSync(path, 0o755);
  return ["--", process.execPath, path];
}

const good = command("good", "imported().then((output) => console.log(JSON.stringify(output)), told);");

test("a command is run with its task in the environment, and reported", async () => {
  const { code, out, err } = await ec2Contract([
    "wrapper",
    "--only",
    "plain",
    "--only",
    "unauthorized",
    "--reporter",
    "json=good.json",
    ...good,
  ]);
  expect({ code, out }, err).toEqual({ code: 0, out: "" });
  const { cases, target } = JSON.parse(readFileSync(join(folder, "good.json"), "utf8")) as Report;
  expect(target.name).toBe(process.execPath);
  expect(cases.map(({ id }) => id)).toEqual(["plain", "unauthorized"]);
  expect(cases.flatMap(({ verdicts }) => verdicts.map(({ verdict }) => verdict))).not.toContain("fail");
});

test.for([
  { title: "a failure that is told as a success", body: "imported().catch(() => 0);", only: "refusal-told", code: 1 },
  { title: "one that never ends", body: "setInterval(() => 0, 1000);", only: "plain", code: 1 },
])("$title: exit code $code", async ({ title, body, only, code }) => {
  writeFileSync(join(folder, "policy.yaml"), "name: mine\ntimeout: true\n");
  const how = ["wrapper", "--policy", "policy.yaml", "--timeout", "3000", "--only", only];
  const ran = await ec2Contract([...how, ...command(title.replaceAll(" ", "-"), body)]);
  expect(ran.code, ran.out + ran.err).toBe(code);
  expect(ran.out).toContain("mine");
});

test("the code is found in what a command prints", async () => {
  const lost = command("lost", 'imported().catch(() => { console.error("no luck"); process.exit(1); });');
  writeFileSync(join(folder, "code.yaml"), 'errorCode: "^([A-Za-z.]+):"\n');
  const how = ["wrapper", "--policy", "code.yaml", "--only", "auth-failure"];
  expect((await ec2Contract([...how, ...good])).code).toBe(0);
  expect((await ec2Contract([...how, ...lost])).code).toBe(1);
});

test("known deviations are compared with what came", async () => {
  const bad = command("swallows", "imported().catch(() => 0);");
  const how = ["wrapper", "--only", "refusal-told", "--known", "known.yaml"];
  expect((await ec2Contract([...how, "--update-known", ...bad])).code).toBe(0);
  expect(readFileSync(join(folder, "known.yaml"), "utf8")).toContain("R3EW");
  expect((await ec2Contract([...how, ...bad])).code).toBe(0);
  expect((await ec2Contract([...how, ...good])).code).toBe(1);
});

test.for([
  { title: "no command", args: ["wrapper"], says: "no command is given" },
  {
    title: "a scenario that there is not",
    args: ["wrapper", "--only", "nope", ...good],
    says: "Failed to select nope",
  },
  { title: "a policy that is none", args: ["wrapper", "--policy", "bad.yaml", ...good], says: "bad.yaml:1: colour" },
  { title: "a scenario to serve that there is not", args: ["mock", "--scenario", "nope"], says: "Failed to serve" },
  { title: "nothing to explain", args: ["explain", "nope"], says: "no such scenario" },
])("$title is wrong usage", async ({ args, says }) => {
  writeFileSync(join(folder, "bad.yaml"), "colour: red\n");
  const { code, err } = await ec2Contract(args);
  expect({ code, says: err.includes(says) }, err).toEqual({ code: 2, says: true });
});

test("scenarios and rules are listed and explained", async () => {
  const listed = await ec2Contract(["list", "scenarios", "--json"]);
  expect(JSON.parse(listed.out)).toContainEqual(expect.objectContaining({ id: "reset-after", clauses: ["L6AW"] }));
  expect((await ec2Contract(["explain", "reset-after"])).out).toContain(
    "the connection is reset after it takes effect",
  );
  expect((await ec2Contract(["explain", "L6AW"])).out).toContain("reset-after");
});
