import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, expect, onTestFinished, test } from "vitest";

const bin = fileURLToPath(new URL("../../bin/ec2-contract.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "ec2-contract-surroundings-"));
afterAll(() => rmSync(folder, { recursive: true }));

// ─── the caller's AWS settings ───────────────────────────────────────────────────────────────────────────────────

const sentinel = "sentinel4f1c";

/** Each is wrong, or leads elsewhere, if anybody obeys it. */
const hostile = {
  AWS_PROFILE: "nobody",
  AWS_REGION: "mars-1",
  AWS_DEFAULT_REGION: "mars-1",
  AWS_ACCESS_KEY_ID: `AKIA${sentinel}`,
  AWS_SECRET_ACCESS_KEY: sentinel,
  AWS_SESSION_TOKEN: sentinel,
  AWS_ENDPOINT_URL: "http://127.0.0.1:9/",
  AWS_ENDPOINT_URL_EC2: "nonsense",
  AWS_USE_FIPS_ENDPOINT: "true",
  AWS_USE_DUALSTACK_ENDPOINT: "perhaps",
  AWS_DEFAULTS_MODE: "nonsense",
  AWS_MAX_ATTEMPTS: "lots",
  AWS_RETRY_MODE: "never",
  AWS_SDK_UA_APP_ID: sentinel,
  AWS_AUTH_SCHEME_PREFERENCE: "nonsense",
  AWS_DISABLE_CLOCK_SKEW_CORRECTION: "perhaps",
  AWS_EXECUTION_ENV: sentinel,
  AWS_LAMBDA_FUNCTION_NAME: sentinel,
  _X_AMZN_TRACE_ID: `Root=${sentinel}`,
};
const settings = {
  use_fips_endpoint: "perhaps",
  use_dualstack_endpoint: "true",
  defaults_mode: "nonsense",
  max_attempts: "lots",
  retry_mode: "never",
  sdk_ua_app_id: sentinel,
  endpoint_url: "nonsense",
  auth_scheme_preference: "nonsense",
  disable_clock_skew_correction: "perhaps",
  region: "mars-1",
  services: "nowhere",
  credential_process: "false",
};

test.for<{ given: string; environment: Readonly<Record<string, string>>; config: string }>([
  { given: "an environment full of them", environment: hostile, config: "" },
  {
    given: "files full of them",
    environment: {},
    config: `[default]\n${Object.entries(settings)
      .map(([name, value]) => `${name} = ${value}`)
      .join("\n")}\n`,
  },
  { given: "a configuration that is none", environment: {}, config: "[[[\u0000" },
])("the caller's AWS settings do not reach a run: $given", async ({ environment, config }) => {
  const home = mkdtempSync(join(folder, "home-"));
  mkdirSync(join(home, ".aws"));
  for (const name of ["config", "credentials"]) writeFileSync(join(home, ".aws", name), config);
  const report = join(home, "report.json");
  const { code, err } = await ec2Contract(["test", "mock", "--only", "M3P2", "--reporter", `json=${report}`], {
    HOME: home,
    ...environment,
  });
  expect([code, err]).toEqual([0, `The json report is in ${report}.\n`]);
  expect(readFileSync(report, "utf8")).not.toContain(sentinel);
});

// ─── secrets ─────────────────────────────────────────────────────────────────────────────────────────────────────

test("a target that repeats all that it is sent finds none of the caller's secrets in a report, nor on standard error", async () => {
  const secrets = {
    header: "sentinel-header/a+b&c",
    profile: "sentinel-profile/a+b",
    environment: "sentinel-environment/a+b",
    token: "sentinel-bearer-1",
  };
  const all = Object.values(secrets);
  const spellings = [...all, ...all.map(encodeURIComponent), ...all.map((text) => text.replaceAll("&", "&amp;"))];
  const encoded = all.flatMap((text) => ["", "x", "xy"].map((pad) => Buffer.from(pad + text).toString("base64")));
  // At its ends a longer text's base64 is a matter of what stands beside.
  const inner = encoded.map((text) => text.slice(4, -4));
  const server = createServer((request, response) => {
    const heard = `${Object.values(request.headers).join(" ")} ${spellings.join(" ")} ${encoded.join(" ")}`;
    const text = heard.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    response.writeHead(400, { "content-type": "text/xml", "x-heard": encodeURIComponent(heard) });
    response.end(
      `<Response><Errors><Error><Code>InvalidParameterValue</Code><Message>${text}</Message></Error></Errors><RequestID>${text}</RequestID></Response>`,
    );
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const here = mkdtempSync(join(folder, "secrets-"));
  const keys = { accessKeyId: "sentinel-profile-id", secretAccessKey: secrets.profile };
  writeFileSync(join(here, "profile.yaml"), JSON.stringify({ name: "echo", credentials: { run: keys } }));
  const formats = ["json", "junit", "html", "markdown", "badge", "ctrf", "text"];
  const { code, out, err } = await ec2Contract(
    [
      "test",
      `http://127.0.0.1:${port}/`,
      ...["--profile", join(here, "profile.yaml"), "--only", "B2MR,M3P2,auth,Q7UC,J7CW"],
      ...["--header", `X-Token=${secrets.header}`, "--header", `Authorization-Of-Proxy=Bearer ${secrets.token}`],
      ...formats.flatMap((format) => ["--reporter", `${format}=${join(here, `report.${format}`)}`]),
      ...["--reporter", "text"],
    ],
    { AWS_SECRET_ACCESS_KEY: secrets.environment },
  );
  expect(code).toBe(1);
  const artefacts = [out, err, ...formats.map((format) => readFileSync(join(here, `report.${format}`), "utf8"))];
  expect(artefacts[2]).toContain("***");
  for (const artefact of artefacts)
    expect([...spellings, ...inner, keys.accessKeyId].filter((secret) => artefact.includes(secret))).toEqual([]);
});

function ec2Contract(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [bin, ...args],
      { cwd: folder, maxBuffer: 2 ** 28, env: { PATH: process.env["PATH"], ...environment } },
      (_, out, err) => resolve({ code: child.exitCode, out, err }),
    );
  });
}

// ─── processes ───────────────────────────────────────────────────────────────────────────────────────────────────

/** Stands for the Python of a virtual environment in which an emulator is installed: it listens, and answers nobody. */
const standIn = `#!${process.execPath}
const { spawn } = require("node:child_process");
const { writeFileSync, renameSync } = require("node:fs");
if (process.argv[2] === "-c") console.log("1.0");
else {
  const [port, file] = process.argv.slice(4);
  process.on("SIGHUP", () => {});
  const grandchild = spawn("sleep", ["600"]);
  const server = require("node:http").createServer((request, response) => {
    if (request.method === "GET") response.end();
  });
  server.listen(Number(port), "127.0.0.1", () => {
    const facts = { pids: [process.pid, grandchild.pid], folder: process.env.TMPDIR, environment: process.env };
    writeFileSync(file + ".new", JSON.stringify(facts));
    renameSync(file + ".new", file);
  });
}
`;

interface StandInFacts {
  readonly pids: readonly number[];
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
}

async function until<T>(look: () => T | undefined): Promise<T> {
  for (;;) {
    const seen = look();
    if (seen !== undefined) return seen;
    await sleep(50);
  }
}

/** A zombie is dead: its parent only has not been told. */
function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false; // no such process
  }
}

test.for<{ signal: NodeJS.Signals; code: number | null }>([
  { signal: "SIGKILL", code: null },
  { signal: "SIGHUP", code: 130 },
  { signal: "SIGTERM", code: 130 },
  { signal: "SIGINT", code: 130 },
])("after $signal nothing of a started emulator is left: no process, no folder", async ({ signal, code }) => {
  const here = mkdtempSync(join(folder, "start-"));
  mkdirSync(join(here, "bin"));
  writeFileSync(join(here, "bin", "python"), standIn);
  chmodSync(join(here, "bin", "python"), 0o755);
  const file = join(here, "facts.json");
  const start = { package: "none", install: "none", module: "none", arguments: ["{port}", file], ready: "/" };
  writeFileSync(join(here, "profile.yaml"), JSON.stringify({ name: "stand-in", start }));
  const child = spawn(
    process.execPath,
    [bin, "test", "moto", "--profile", join(here, "profile.yaml"), "--start", "--venv", here, "--timeout", "500"],
    { stdio: "ignore", env: { ...process.env, ...hostile } },
  );
  onTestFinished(() => void child.kill());
  const ended = once(child, "exit");
  const facts = await until(() =>
    existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as StandInFacts) : undefined,
  );
  expect(facts.pids.map(isAlive)).toEqual([true, true]);
  const settingsOf = Object.keys(facts.environment).filter((name) => name in hostile);
  expect(settingsOf).toEqual([]);
  await sleep(100); // into the run, or still before it: both must do
  child.kill(signal);
  expect((await ended)[0]).toBe(code);
  await until(() => (facts.pids.some(isAlive) || existsSync(facts.folder) ? undefined : true));
  expect(facts.folder).toContain("ec2-contract-emulator-");
});
