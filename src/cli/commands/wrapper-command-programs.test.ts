import { execFile } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import type { Report } from "../../report/report.ts";
import { inProcess, type Outcome } from "../../testing/in-process.ts";

const bin = fileURLToPath(new URL("../../../bin/ec2-contract.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "ec2-contract-wrapper-command-"));
afterAll(() => rmSync(folder, { recursive: true }));

function ec2Contract(args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const env = { ...process.env, AWS_PROFILE: "somebody", AWS_SESSION_TOKEN: "token" };
    const child = execFile(process.execPath, [bin, ...args], { cwd: folder, env }, (_, out, err) =>
      resolve({ code: child.exitCode, out, err }),
    );
  });
}

const sdk = import.meta.resolve("@aws-sdk/client-ec2");
const byTheSdk = `import { EC2Client, ImportKeyPairCommand } from ${JSON.stringify(sdk)};
const request = { KeyName: env.EC2_CONTRACT_KEY_NAME, PublicKeyMaterial: readFileSync(env.EC2_CONTRACT_PUBLIC_KEY_FILE) };
const imported = () => new EC2Client({ endpoint: env.EC2_CONTRACT_ENDPOINT }).send(new ImportKeyPairCommand(request));`;

/** Starts three times as quickly. */
const byFetch = `import { createFetchWrapper } from ${JSON.stringify(import.meta.resolve("../../wrapper/testing/fetch-wrapper.ts"))};
const input = { keyName: env.EC2_CONTRACT_KEY_NAME, publicKey: readFileSync(env.EC2_CONTRACT_PUBLIC_KEY_FILE, "utf8") };
const credentials = { accessKeyId: env.AWS_ACCESS_KEY_ID, secretAccessKey: env.AWS_SECRET_ACCESS_KEY };
const target = { endpoint: env.EC2_CONTRACT_ENDPOINT, region: env.AWS_REGION, credentials };
const imported = () => createFetchWrapper()(input, target).catch((error) => { throw Object.assign(error, { name: error.code ?? error.name }); });`;

/** A command whose module says what becomes of what it imported. */
function command(name: string, body: string, imports = byFetch): readonly string[] {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(
    path,
    `import { readFileSync } from "node:fs";
const { env } = process;
${imports}
const told = (error) => { console.error(error.name + ": " + error.message); process.exit(1); };
${body}
`,
  );
  chmodSync(path, 0o755);
  return ["--", process.execPath, path];
}

const prints = "imported().then((output) => console.log(JSON.stringify(output)), told);";
const good = command("good", prints);

test("a command is run with its task in the environment, and reported", async () => {
  const { code, out, err } = await ec2Contract([
    "wrapper",
    "--only",
    "plain",
    "--only",
    "unauthorized",
    "--reporter",
    "json=good.json",
    ...command("good-by-the-sdk", prints, byTheSdk),
  ]);
  expect({ code, out }, err).toEqual({ code: 0, out: "" });
  const { cases, target } = JSON.parse(readFileSync(join(folder, "good.json"), "utf8")) as Report;
  expect(target.name).toBe(process.execPath);
  expect(cases.map(({ id }) => id)).toEqual(["plain", "unauthorized"]);
  expect(cases.flatMap(({ verdicts }) => verdicts.map(({ verdict }) => verdict))).not.toContain("fail");
});

test.for([
  { title: "a failure that is told as a success", body: "imported().catch(() => 0);", only: "refusal-told", code: 1 },
  { title: "one that never ends", body: "setInterval(() => 0, 1000);", only: "plain", code: 1, patience: "500" },
])("$title: exit code $code", async ({ title, body, only, code, patience = "30000" }) => {
  writeFileSync(join(folder, "policy.yaml"), "name: mine\ntimeout: true\n");
  const how = ["wrapper", "--policy", "policy.yaml", "--timeout", patience, "--only", only];
  const ran = await inProcess([...how, ...command(title.replaceAll(" ", "-"), body)], folder);
  expect(ran.code, ran.out + ran.err).toBe(code);
  expect(ran.out).toContain("mine");
});

test("the code is found in what a command prints", async () => {
  const lost = command("lost", 'imported().catch(() => { console.error("no luck"); process.exit(1); });');
  writeFileSync(join(folder, "code.yaml"), 'errorCode: "^([A-Za-z.]+):"\n');
  const how = ["wrapper", "--policy", "code.yaml", "--only", "auth-failure"];
  expect((await inProcess([...how, ...good], folder)).code).toBe(0);
  expect((await inProcess([...how, ...lost], folder)).code).toBe(1);
});

test("known deviations are compared with what came", async () => {
  const bad = command("swallows", "imported().catch(() => 0);");
  const how = ["wrapper", "--only", "refusal-told", "--known", "known.yaml"];
  expect((await inProcess([...how, "--update-known", ...bad], folder)).code).toBe(0);
  expect(readFileSync(join(folder, "known.yaml"), "utf8")).toContain("R3EW");
  expect((await inProcess([...how, ...bad], folder)).code).toBe(0);
  expect((await inProcess([...how, ...good], folder)).code).toBe(1);
});

test.for([
  { title: "no command", args: ["wrapper"], says: "no command is given" },
  { title: "a program that there is not", args: ["wrapper", "--", "/nowhere/x"], says: "there is no such program" },
  { title: "a name that nobody has", args: ["wrapper", "--", "no-such-thing"], says: "there is no such program" },
  { title: "a folder as a program", args: ["wrapper", "--", tmpdir()], says: "there is no such program" },
  {
    title: "a program that may not be run",
    args: ["wrapper", "--", "./bad.yaml"],
    says: "it may not be run",
  },
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
  const { code, err } = await inProcess(args, folder);
  expect({ code, says: err.includes(says) }, err).toEqual({ code: 2, says: true });
});

test("scenarios and rules are listed and explained", async () => {
  const listed = await inProcess(["list", "scenarios", "--json"], folder);
  expect(JSON.parse(listed.out)).toContainEqual(expect.objectContaining({ id: "reset-after", clauses: ["L6AW"] }));
  expect((await inProcess(["explain", "reset-after"], folder)).out).toContain(
    "the connection is reset after it takes effect",
  );
  expect((await inProcess(["explain", "L6AW"], folder)).out).toContain("reset-after");
});
