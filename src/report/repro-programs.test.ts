import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { serveMock } from "../mock/http-server.ts";
import type { Exchange } from "../model.ts";
import { dummyCredentials } from "../target/target.ts";
import { contract } from "../testing/observations.ts";
import { mockWith, run } from "../testing/runs.ts";
import { toParameters } from "../wire/query-form.ts";
import type { ReportedCase } from "./report.ts";

const faults = ["name-metacharacters-refused", "name-256-accepted", "name-missing-500", "get-query-ignored"] as const;

const folder = mkdtempSync(join(tmpdir(), "ec2-contract-repro-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs commands as somebody who pasted them; all of them together are too long for an argument. */
async function bash(commands: string): Promise<string> {
  const script = join(folder, "commands");
  writeFileSync(script, commands);
  const env = {
    PATH: process.env["PATH"],
    AWS_ACCESS_KEY_ID: dummyCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: dummyCredentials.secretAccessKey,
  };
  return (await promisify(execFile)("bash", [script], { env, maxBuffer: 2 ** 26 })).stdout;
}

async function reported(only: readonly string[], url: string): Promise<readonly ReportedCase[]> {
  return (await run({ target: url, only, drives: ["raw"] })).cases;
}

const steps = (reportedCase: ReportedCase): readonly Exchange[] =>
  reportedCase.exchanges.filter(({ step }) => step !== "cleanup");

/** Without what is drawn for each answer. */
const settled = (status: number | string, body: string): string =>
  `${status} ${body.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|key-[0-9a-f]{17}|\d{4}-\d\d-\d\dT[0-9:.]+Z/g, "#")}`;
const recorded = ({ response }: Exchange): string => settled(response?.status ?? 0, response?.body ?? "");

// Other programs take their time.

test("pasted into bash, the curl commands of single requests give the answers that were recorded", async () => {
  const first = await serveMock(mockWith(...faults));
  const { port } = new URL(first.url);
  const all = await reported(["name", "W3UM", "G9FD", "Y6GM", "P6NU", "H9WQ", "N9G6", "Y4XB"], first.url);
  await first.close();
  const cases = all.filter((one) => steps(one).length === 1 && one.repro.curl !== null);
  expect(cases.length).toBeGreaterThan(50);
  expect(cases.filter(({ verdicts }) => verdicts.some(({ verdict }) => verdict === "fail")).length).toBeGreaterThan(5);

  const second = await serveMock(mockWith(...faults), { port: Number(port) });
  const answers = await bash(cases.map(({ repro }) => `${repro.curl}\nprintf '\\n=====\\n'`).join("\n"));
  await second.close();
  const got = answers
    .split("\n=====\n")
    .slice(0, -1)
    .map((answer) => {
      const [head = "", ...body] = answer.split("\r\n\r\n");
      return settled(head.split(" ")[1] ?? "", body.join("\r\n\r\n"));
    });
  const want = cases.flatMap(steps).map(recorded);
  expect(cases.map(({ id }, at) => [id, got[at]])).toEqual(cases.map(({ id }, at) => [id, want[at]]));
});

test("a case of several steps is a command a step, in their order", async () => {
  const first = await serveMock(mockWith("name-duplicate-accepted"));
  const { port } = new URL(first.url);
  const [duplicate] = await reported(["E8G2-other-material"], first.url);
  await first.close();
  const second = await serveMock(mockWith("name-duplicate-accepted"), { port: Number(port) });
  const answers = await bash(duplicate?.repro.curl ?? "");
  await second.close();
  expect(duplicate?.verdicts.some(({ verdict }) => verdict === "fail")).toBe(true);
  expect(answers.match(/HTTP\/1.1 \d+/g)).toEqual(Array(3).fill("HTTP/1.1 200"));
  expect(duplicate?.repro.curl?.split("\n").map((line) => line.split(" # ")[1])).toEqual(["first", "again", "after"]);
});

test("an id of an answer is that of the answer of now", async () => {
  const first = await serveMock(mockWith());
  const { port } = new URL(first.url);
  const [life] = await reported(["E3C6-life"], first.url);
  await first.close();
  const { curl, aws } = life?.repro ?? {};
  const id = /<keyPairId>(key-\w+)/.exec(life?.exchanges[0]?.response?.body ?? "")?.[1] ?? "none";
  expect(`${curl}\n${aws}`).not.toContain(id);
  const second = await serveMock(mockWith(), { port: Number(port) });
  const answers = await bash(curl ?? "");
  await second.close();
  expect(answers).toContain("<return>true</return>");
  expect(answers).toContain("InvalidKeyPair.NotFound");
  expect(aws).toContain(`--key-pair-id "$(sed -n 's/.*"KeyPairId": "\\([^"]*\\)".*/\\1/p' <<< "$import")"`);
});

/**
 * Stands where the AWS CLI would: bash has then undone the quotes and opened the files. Its arguments come one a field,
 * a file as its base64.
 */
const aws = `aws() {
  for word in "$@"; do case $word in
    fileb://*) printf 'fileb %s\\0' "$(base64 -w0 < "\${word#fileb://}")" ;;
    *) printf '%s\\0' "$word" ;;
  esac; done
  printf '=====\\0'
}`;

/** What the AWS CLI would send for these arguments. */
function parametersOf(words: readonly string[]): string[] {
  const [, command = "", ...rest] = words;
  const action = command.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
  const options = new Map<string, string[]>();
  for (const word of rest) {
    if (word.startsWith("--") && !options.has(word)) options.set(word, []);
    else [...options.values()].at(-1)?.push(word);
  }
  const one = (name: string): string | undefined => options.get(name)?.[0];
  const json = (name: string): unknown => (options.has(name) ? JSON.parse(one(name) ?? "") : undefined);
  const material = one("--public-key-material");
  const input = {
    KeyName: one("--key-name"),
    KeyPairId: one("--key-pair-id"),
    KeyNames: options.get("--key-names"),
    KeyPairIds: options.get("--key-pair-ids"),
    PublicKeyMaterial: material === undefined ? undefined : Buffer.from(material.replace(/^fileb /, ""), "base64"),
    TagSpecifications: json("--tag-specifications"),
    Filters: json("--filters"),
    DryRun: options.has("--dry-run") || undefined,
    IncludePublicKey: options.has("--include-public-key") || undefined,
  };
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  const sent = toParameters(contract.schemas, contract.schemas[`${action}Request`] ?? {}, given as never);
  return [["Action", action], ...sent].map(String).sort();
}

test("the commands for the AWS CLI say, after bash has read them, what was on the wire", async () => {
  const server = await serveMock(mockWith());
  const all = await reported(
    ["name", "material", "lifecycle", "dry-run", "G3EY", "H9WQ", "F8ME", "X9TQ", "B6JX-instance"],
    server.url,
  );
  await server.close();
  // What the CLI can't say otherwise than by leaving it out: it is what happens without it.
  const isDefault = ([name, value]: [string, string]): boolean =>
    name === "Version" || ((name === "DryRun" || name === "IncludePublicKey") && value === "false");
  // What it answers is none of what it would: a command that reads an id in it is no use here.
  const cases = all.filter(({ repro }) => repro.aws !== null && !repro.aws.includes("$(sed"));
  expect(cases.length).toBeGreaterThan(100);
  const fields = (await bash(`${aws}\n${cases.map(({ repro }) => repro.aws).join("\n")}`))
    .split("=====\0")
    .slice(0, -1);
  const calls = fields.map((field) => field.split("\0").slice(0, -1));
  const exchanges = cases.flatMap((one) => steps(one).map((exchange) => ({ id: one.id, exchange })));
  expect(calls.map(parametersOf).map((parameters, at) => [exchanges[at]?.id, parameters])).toEqual(
    exchanges.map(({ id, exchange }) => [
      id,
      [...new URLSearchParams(exchange.request.body)]
        .filter((pair) => !isDefault(pair))
        .map(String)
        .sort(),
    ]),
  );
  const regions = new Set(calls.map((words) => words[words.indexOf("--region") + 1]));
  expect(regions).toEqual(new Set(["us-east-1", "us-west-2", "eu-west-1"]));
  for (const [at, words] of calls.entries()) {
    expect(words).toEqual(expect.arrayContaining(["--endpoint-url", exchanges[at]?.exchange.request.url]));
  }
});

test("what no command line can say has no command", async () => {
  const server = await serveMock(mockWith());
  const cases = await reported(
    ["J7V9-megabyte", "Z6FG-unknown", "G3EY-name", "P6NU", "Q7UC", "W3UM-minimal"],
    server.url,
  );
  await server.close();
  const said = Object.fromEntries(cases.map(({ id, repro }) => [id, [repro.curl !== null, repro.aws !== null]]));
  expect(said).toEqual({
    "J7V9-megabyte": [false, false],
    "Z6FG-unknown": [false, false],
    "G3EY-name": [true, false],
    "P6NU-import": [true, false],
    "Q7UC-absent": [true, false],
    "W3UM-minimal": [true, false],
  });
});

test("what another user signs, or nobody signs so, has no command", async () => {
  const cases = (await run({ only: ["auth", "B4QD", "P6NU"], drives: ["raw"] })).cases;
  const said = cases.filter(({ repro }) => repro.curl !== null || repro.aws !== null);
  expect(said.map(({ id }) => id)).toEqual(["P6NU-import", "E3G4-import", "E3G4-describe"]);
  expect(cases.length).toBeGreaterThan(4);
});

test("no command holds a credential or a signature", async () => {
  const server = await serveMock(mockWith());
  const cases = await reported(["name", "auth", "dry-run"], server.url);
  await server.close();
  const commands = cases.map(({ repro }) => `${repro.curl}\n${repro.aws}`).join("\n");
  expect(commands).toContain('--user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY"');
  expect(commands).not.toMatch(/AKIA|wJalr|Signature=|authorization/i);
});
