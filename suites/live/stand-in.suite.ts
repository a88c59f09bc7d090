import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Report } from "../../src/report/report.ts";
import { type StandIn, type StandInOptions, serveStandIn } from "../../src/testing/aws-stand-in.ts";
import { run } from "../../src/testing/runs.ts";
import { commandAgainst, startAgainst } from "./command-against.ts";

// Whole runs against a stand-in that behaves like AWS at its worst, as a user starts them.

const folder = mkdtempSync(join(tmpdir(), "ec2-contract-live-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const foreign = ["somebody", "ec2c-tp09c0-00000000-0000-x", "my-ec2c-key"];

async function ready(options: StandInOptions = {}): Promise<StandIn> {
  const aws = await serveStandIn(options);
  for (const name of foreign) await aws.seed(name);
  return aws;
}

const isMutating = ({ action }: { readonly action: string }): boolean => /^(Import|Delete)KeyPair$/.test(action);
const live = (aws: StandIn, ...more: readonly string[]) => [
  "test",
  "aws",
  "--account",
  aws.account,
  "--region",
  "us-east-1",
  ...more,
];

test.for([
  { given: "no account", args: ["--region", "us-east-1"], calls: 0, why: "Add --account ID" },
  { given: "no Region", args: ["--account", "210987654321"], calls: 0, why: "Add --region REGION" },
  { given: "another account", args: ["--account", "123456789012", "--region", "us-east-1"], calls: 1, why: "…4321" },
])("$given: nothing is sent to EC2, and the message says what to add", async ({ args, calls, why }) => {
  await using aws = await ready();
  const { code, out, err } = await commandAgainst(aws, ["test", "aws", ...args]);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain(why);
  expect(err).not.toMatch(/\d{12}/);
  expect(aws.received.map(({ service }) => service)).toEqual(Array.from({ length: calls }, () => "sts"));
});

test("exactly the planned calls, no Region that was not named, and no secret in the report", async () => {
  await using aws = await ready();
  const plan = await commandAgainst(aws, live(aws, "--plan"));
  expect(aws.received).toEqual([]);
  const [, mutating, reading] = /smoke: (\d+) mutating calls and (\d+) reading/.exec(plan.out) ?? [];
  const file = join(folder, "smoke.json");
  const { code, err } = await commandAgainst(aws, live(aws, "--rate", "50", "--reporter", `json=${file}`));
  expect({ code, err }).toMatchObject({ code: 0 });
  expect(aws.received.filter(isMutating).length).toBe(Number(mutating));
  expect(aws.received.length - aws.received.filter(isMutating).length).toBe(Number(reading));
  expect(Number(mutating)).toBeLessThanOrEqual(20);
  expect(new Set(aws.received.map(({ region }) => region))).toEqual(new Set(["us-east-1", ""]));
  expect((await aws.names()).toSorted()).toEqual([...foreign].toSorted());
  const report = readFileSync(file, "utf8");
  const secrets = [aws.account, ...Object.values(aws.credentials), "arn:aws", ...foreign.slice(2)];
  expect(secrets.filter((secret) => report.includes(secret))).toEqual([]);
  expect(JSON.parse(report).run.account.inventory).toEqual([
    { region: "us-east-1", before: 3, after: 3, appeared: 0, vanished: 0, changed: 0, left: 0 },
  ]);
});

test.for(["ec2:ImportKeyPair", "ec2:DescribeKeyPairs", "ec2:DeleteKeyPair"])(
  "without %s: 3, the permission is named, and nothing is left",
  async (denied) => {
    await using aws = await ready({ denied: [denied] });
    const { code, out } = await commandAgainst(aws, live(aws, "--rate", "50"));
    expect(out).toContain(`the credentials lack the permission ${denied}`);
    expect(code).toBe(3);
    expect((await aws.names()).toSorted()).toEqual([...foreign].toSorted());
  },
);

test("a server that throttles is never asked more than --max-requests allow, and is left clean", async () => {
  await using aws = await ready({ throttle: { burst: 3, perSecond: 3 } });
  const { out } = await commandAgainst(aws, live(aws, "--rate", "20", "--max-requests", "50"));
  expect(aws.received.length).toBeLessThanOrEqual(50);
  expect(out).toContain("nothing of ours is left");
  expect((await aws.names()).toSorted()).toEqual([...foreign].toSorted());
});

test("a server that shows keys late is not accused, and is left clean", async () => {
  await using aws = await ready({ late: 2000 });
  const { code, out } = await commandAgainst(
    aws,
    live(aws, "--rate", "50", "--tier", "full", "--only", "E9KF", "--drive", "raw"),
  );
  expect({ code, out }).toMatchObject({ code: 0 });
  expect(out).toMatch(/settled late: \d+ answers/);
  expect((await aws.names()).toSorted()).toEqual([...foreign].toSorted());
});

test("a lost answer to an import is looked after, never said again in the blind", async () => {
  await using aws = await ready({ drops: [1] });
  const file = join(folder, "lost.json");
  const { code, out } = await commandAgainst(
    aws,
    live(
      aws,
      "--rate",
      "50",
      "--only",
      "M3P2-minimal",
      "--drive",
      "raw",
      "--reporter",
      "text",
      "--reporter",
      `json=${file}`,
    ),
  );
  expect(code).toBe(3);
  expect(out).toContain("a look afterwards found what it made");
  expect(aws.received.filter(({ action, status }) => action === "ImportKeyPair" && status === 200)).toHaveLength(1);
  expect((await aws.names()).toSorted()).toEqual([...foreign].toSorted());
  const verified = await commandAgainst(aws, ["verify", file]);
  expect(verified).toMatchObject({ code: 0, out: expect.stringMatching(/^All \d+ verdicts are reached again/) });
});

test("a recording replays to the same verdicts, and says nothing of the account", async () => {
  await using aws = await ready({ late: 500, drops: [2] });
  const [dir, file] = [join(folder, "recording"), join(folder, "recorded.json")];
  await commandAgainst(aws, live(aws, "--rate", "50", "--record", dir, "--reporter", `json=${file}`));
  const calls = aws.received.length;
  const recorded: Report = JSON.parse(readFileSync(file, "utf8"));
  const replayed = await run({ target: `replay:${dir}` });
  expect(aws.received.length).toBe(calls);
  expect(replayed.target).toEqual({ ...recorded.target, recordedAt: recorded.run.startedAt });
  expect(replayed.clauses.map(standing)).toEqual(recorded.clauses.map(standing));
  const text = readdirSync(dir).map((name) => readFileSync(join(dir, name), "utf8"));
  const secrets = [aws.account, ...Object.values(aws.credentials), "arn:aws", ...foreign];
  expect(secrets.filter((secret) => text.join("\n").includes(secret))).toEqual([]);
});

const standing = ({ id, verdict, documented, observed }: Report["clauses"][number]) => ({
  id,
  verdict,
  documented,
  observed,
});

test.for([1, 4, 9])("killed after %i imports: a sweep finds all of it, and nothing else", async (imports) => {
  await using aws = await ready();
  const child = startAgainst(aws, live(aws, "--rate", "50", "--tier", "full", "--drive", "raw"));
  while (aws.received.filter(({ action }) => action === "ImportKeyPair").length < imports)
    await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill("SIGKILL");
  await once(child, "exit");
  const sweep = ["sweep", "aws", "--account", aws.account, "--region", "us-east-1", "--age", "0"];
  const listed = await commandAgainst(aws, sweep);
  expect(listed.code).toBe(0);
  const swept = await commandAgainst(aws, [...sweep, "--yes"]);
  expect({ code: swept.code, err: swept.err }).toMatchObject({ code: 0 });
  expect((await aws.names()).toSorted()).toEqual([...foreign].toSorted());
});
