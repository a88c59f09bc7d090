import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { messageOf, SpecError, UsageError } from "../errors.ts";
import type { Transport } from "../model.ts";
import type { ConformanceOptions } from "../options.ts";
import type { Report } from "../report/report.ts";
import { TransportError } from "../target/transport-error.ts";
import { aFifth, bothDrives, mockWith, record, run, temporaryFolder } from "../testing/runs.ts";

const folder = temporaryFolder("replays");
afterAll(() => folder.remove());
let count = 0;
const fresh = (): string => join(folder.path, String(count++));

/** What a report says of the contract, without what it says of the run. */
const judged = ({ cases, clauses, score }: Report): unknown => ({
  score,
  clauses,
  cases: cases.map(({ id, verdicts, disagreements }) => ({ id, verdicts: verdicts.map(untimed), disagreements })),
});
/** Times are told as those of the replay. */
const untimed = <T>(value: T): unknown =>
  JSON.parse(JSON.stringify(value).replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, "TIME"));

const body = (code: string): string =>
  `<Response><Errors><Error><Code>${code}</Code><Message>no</Message></Error></Errors><RequestID>1</RequestID></Response>`;
let calls = 0;

test.for<{ given: string; options: ConformanceOptions }>([
  { given: "the reference, in a fifth of all cases", options: aFifth },
  { given: "a fault", options: { target: mockWith("name-256-accepted"), only: ["B2MR", "N4JA"], ...bothDrives } },
  {
    given: "several faults",
    options: {
      target: mockWith("ed25519-md5-of-spki", "name-256-accepted"),
      only: ["*ed25519*", "B2MR"],
      seed: 7,
      ...bothDrives,
    },
  },
  { given: "one drive", options: { drives: ["raw"], only: ["name"] } },
  { given: "one shard", options: { shard: { index: 2, of: 3 }, only: ["name"] } },
  { given: "other Regions", options: { regions: ["eu-west-1", "eu-west-2"], only: ["N2YQ", "E9KF", "F7ZG"] } },
  {
    given: "one that throttles",
    options: {
      target: async () => new Response(body("RequestLimitExceeded"), { status: 503 }),
      only: ["B2MR"],
      drives: ["raw"],
    },
  },
  {
    given: "a proxy that sometimes says not now",
    options: { target: flaky(), only: ["B2MR", "Q7UC", "N4JA"], concurrency: 1, ...bothDrives },
  },
  {
    given: "one that hangs up",
    options: {
      target: async () => {
        throw new TransportError("reset", "hung up");
      },
      only: ["name"],
    },
  },
  {
    given: "one that is no UTF-8",
    options: { target: async () => new Response(new Uint8Array([0x3c, 0xff, 0xfe, 0x3e])), only: ["name"] },
  },
  { given: "one without a clock", options: { target: undated(), only: ["M3P2-*", "lifecycle"] } },
])("the verdicts of $given are reached again", async ({ options }) => {
  const dir = fresh();
  const recorded = await record(dir, options);
  const { only, skip, shard, drives } = options;
  const selected = { ...(only && { only }), ...(skip && { skip }), ...(shard && { shard }), ...(drives && { drives }) };
  const replayed = await run({ target: `replay:${dir}`, ...selected });
  expect(judged(replayed)).toEqual(judged(recorded));
  expect(replayed.target.name).toBe(recorded.target.name);
  expect(replayed.target.recordedAt).toBe(recorded.run.startedAt);
});

/** A proxy before the reference that refuses each third request. */
function flaky(): Transport {
  const mock = mockWith();
  return async (request) => (++calls % 3 === 0 ? new Response("not now", { status: 503 }) : mock(request));
}

/** The reference without a Date. */
function undated(): Transport {
  const mock = mockWith();
  return async (request) => {
    const answer = await mock(request);
    const headers = new Headers(answer.headers);
    headers.delete("date");
    return new Response(answer.body, { status: answer.status, headers });
  };
}

const whole = fresh();
const only = ["B2MR-256", "M3P2"];
const first = await record(whole, { only, ...bothDrives });
const filesOf = (dir: string): Record<string, string> =>
  Object.fromEntries(readdirSync(dir).map((file) => [file, readFileSync(join(dir, file), "utf8")]));

test("a second recording differs in its manifest only", async () => {
  const dir = fresh();
  await record(dir, { only, ...bothDrives });
  const { "manifest.yaml": _, ...before } = filesOf(dir);
  await record(dir, { only, ...bothDrives });
  const { "manifest.yaml": manifest, ...after } = filesOf(dir);
  expect(after).toEqual(before);
  expect(Object.keys(after).sort()).toEqual(["B2MR.yaml", "M3P2.yaml"]);
  expect(parse(manifest ?? "")).toMatchObject({ seed: 1, drives: ["raw", "sdk"], regions: ["us-east-1", "us-west-2"] });
});

test("nothing of the run is in its files but the manifest", () => {
  const { "manifest.yaml": _, ...files } = filesOf(whole);
  const text = Object.values(files).join("");
  expect(text).toContain("⟨run⟩-B2MR-256-raw");
  expect(text).not.toContain(first.run.id);
  expect(text).not.toContain(first.run.startedAt.slice(0, 10));
  expect(text).not.toMatch(/Signature|Credential|AKIA/);
});

test("files of an earlier recording go, and others stay", async () => {
  const dir = fresh();
  await record(dir, { only });
  writeFileSync(join(dir, "notes.txt"), "mine");
  await record(dir, { only: ["M3P2"] });
  expect(readdirSync(dir).sort()).toEqual(["M3P2.yaml", "manifest.yaml", "notes.txt"]);
});

test("a folder with other files is left alone", async () => {
  const dir = fresh();
  await record(dir, { only });
  rmSync(join(dir, "manifest.yaml"));
  await expect(record(dir, { only })).rejects.toThrow("it holds files that are no recording");
});

// ─── what it does not hold ───────────────────────────────────────────────────────────────────────────────────────

/** A copy of the recording with one of its files changed; undefined: without it. */
function changed(file: string, change: (text: string) => string | undefined): string {
  const dir = fresh();
  const copy = openCopy(dir);
  const text = change(copy[file] ?? "");
  if (text === undefined) rmSync(join(dir, file));
  else writeFileSync(join(dir, file), text);
  return dir;
}

function openCopy(dir: string): Record<string, string> {
  const files = filesOf(whole);
  mkdirSync(dir);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
  return files;
}

const inManifest = (edit: (manifest: Record<string, unknown>) => void): string =>
  changed("manifest.yaml", (text) => {
    const manifest = parse(text) as Record<string, unknown>;
    edit(manifest);
    return stringify(manifest);
  });

const failure = async (options: ConformanceOptions): Promise<unknown> =>
  run(options).then(
    () => undefined,
    (cause: unknown) => cause,
  );

test.for<{ given: string; dir: () => string; options?: ConformanceOptions; why: string }>([
  {
    given: "a case that was not run",
    dir: () => whole,
    options: { only: ["B2MR-255"] },
    why: "it holds nothing in step request of case B2MR-255 by raw, which asks: POST / ",
  },
  { given: "the whole plan", dir: () => whole, options: { only: [] }, why: "Record it again" },
  {
    given: "another request",
    dir: () => changed("B2MR.yaml", (text) => text.replaceAll("Version=2016", "Version=2015")),
    why: "it holds another request (POST / ",
  },
  {
    given: "the start of an answer",
    dir: () =>
      changed("B2MR.yaml", (text) =>
        text.replace(/body: \|-?\n.*\n.*\n/, `body: "start… [99999 bytes, sha256 ${"0".repeat(64)}]"\n`),
      ),
    why: "it holds only the start of a long answer",
  },
  {
    given: "an answer that can't be",
    dir: () => changed("B2MR.yaml", (text) => text.replaceAll("<Code>", "⟨9999999 × x⟩")),
    why: "it holds an answer that can't be",
  },
  { given: "another seed", dir: () => whole, options: { seed: 2 }, why: "the seed 2: it was recorded with 1" },
  {
    given: "another drive",
    dir: () => inManifest((manifest) => (manifest["drives"] = ["raw"])),
    options: { drives: ["sdk"] },
    why: "the drive sdk",
  },
  { given: "what is tried at random", dir: () => whole, options: { runs: 3 }, why: "only the plan is recorded" },
  {
    given: "other Regions",
    dir: () => whole,
    options: { regions: ["eu-west-1", "eu-west-2"] },
    why: "it was recorded in us-east-1, us-west-2",
  },
  { given: "a header", dir: () => whole, options: { headers: { a: "b" } }, why: "Failed to use --header" },
  {
    given: "an old one",
    dir: () => inManifest((manifest) => (manifest["recordedAt"] = "2020-01-01T00:00:00Z")),
    options: { maxAge: 30 },
    why: "days ago, on 2020-01-01, and --max-age allows 30",
  },
  { given: "no folder", dir: () => join(folder.path, "nowhere"), why: "there is no such folder" },
  { given: "a file in its place", dir: () => join(whole, "B2MR.yaml"), why: "there is no such folder" },
  { given: "no manifest", dir: () => changed("manifest.yaml", () => undefined), why: "manifest.yaml" },
  {
    given: "foreign YAML as manifest",
    dir: () => changed("manifest.yaml", () => '{"schemaVersion": "1"}'),
    why: "manifest.yaml:1: format must have required property",
  },
  {
    given: "a manifest without keys",
    dir: () => inManifest((manifest) => delete manifest["keys"]),
    why: "keys must have required property",
  },
  {
    given: "a date that is none",
    dir: () => inManifest((manifest) => (manifest["recordedAt"] = "2026-12-31T23:59:60Z")),
    why: "recordedAt is no date",
  },
  {
    given: "a later format",
    dir: () => inManifest((manifest) => (manifest["format"] = 2)),
    why: "format must be equal to constant",
  },
  {
    given: "a file elsewhere",
    dir: () => inManifest((manifest) => (manifest["files"] = ["../x.yaml"])),
    why: "files/0 must match pattern",
  },
  { given: "a missing file", dir: () => changed("M3P2.yaml", () => undefined), why: "M3P2.yaml" },
  { given: "a cut file", dir: () => changed("M3P2.yaml", (text) => text.slice(0, text.length / 2)), why: "M3P2.yaml" },
  {
    given: "a file cut between exchanges",
    dir: () => changed("M3P2.yaml", (text) => text.replace("# end of file", "")),
    why: "M3P2.yaml breaks off",
  },
  {
    given: "an entry that is gone",
    dir: () => changed("M3P2.yaml", (text) => `${stringify((parse(text) as unknown[]).slice(1))}# end of file`),
    why: "manifest.yaml: exchanges are",
  },
  {
    given: "an unknown field",
    dir: () => changed("M3P2.yaml", (text) => text.replace("status:", "state:")),
    why: "0/exchanges/0/state must NOT have additional properties",
  },
  {
    given: "a header that is none",
    dir: () => changed("M3P2.yaml", (text) => text.replace("date: ", '"da te": ')),
    why: "headers/da te is no header",
  },
  {
    given: "a huge file",
    dir: () => changed("M3P2.yaml", (text) => `${text}${"#".repeat(5 * 2 ** 20)}`),
    why: "M3P2.yaml: it is larger than 4 MB",
  },
])("$given is wrong usage, told by name", async ({ dir, options, why }) => {
  const cause = await failure({ target: `replay:${dir()}`, only, ...options });
  expect([UsageError, SpecError].some((kind) => cause instanceof kind)).toBe(true);
  expect(messageOf(cause)).toContain(why);
});

test("an age is that of a recording only", async () => {
  expect(messageOf(await failure({ target: "mock", maxAge: 3 }))).toContain("only a recording has an age");
  const kept = await run({ target: `replay:${whole}`, only, maxAge: 1 });
  expect(kept.cases.length).toBe(first.cases.length);
});
