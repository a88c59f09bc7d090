import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { serveMock } from "../mock/http-server.ts";
import type { Report } from "../report/report.ts";
import { inProcess } from "../testing/in-process.ts";
import { mockWith, temporaryFolder } from "../testing/runs.ts";

const folder = temporaryFolder("recordings");
afterAll(() => folder.remove());
const path = (name: string): string => join(folder.path, name);
const good = path("good");
const bad = path("bad");
const only = ["--only", "B2MR", "--drive", "raw"];

const served = await serveMock(mockWith("name-256-accepted"), { port: 0 });
const recordings = [
  await inProcess(["test", "mock", ...only, "--record", good]),
  await inProcess(["test", served.url, ...only, "--record", bad, "--reporter", `json=${path("live.json")}`]),
];
await served.close();

test("a run is recorded beside its report, and says where", () => {
  expect(recordings.map(({ code }) => code)).toEqual([0, 1]);
  expect(recordings[0]?.err).toContain(`The recording is in ${good}.\n`);
  expect(readdirSync(good)).toContain("manifest.yaml");
});

test("a replay is reported as the target that it is of, with the date of its answers", async () => {
  const report = path("replayed.json");
  const { code, out } = await inProcess([
    "test",
    `replay:${bad}`,
    ...only,
    ...["--reporter", "text", "--reporter", `json=${report}`],
  ]);
  expect(code).toBe(1);
  const [live, again] = ["live.json", "replayed.json"].map(
    (name) => JSON.parse(readFileSync(path(name), "utf8")) as Report,
  );
  expect(again?.target).toEqual({ ...live?.target, recordedAt: live?.run.startedAt });
  expect(out).toContain(` · recorded ${live?.run.startedAt}\n`);
  expect(again?.clauses).toEqual(live?.clauses);
  expect((await inProcess(["merge", report])).code).toBe(1);
  expect((await inProcess(["verify", report])).code).toBe(0);
});

test("known deviations are those of the recorded target", async () => {
  const known = path("known.yaml");
  const gate = ["test", `replay:${bad}`, ...only, "--known", known];
  expect((await inProcess([...gate, "--update-known"])).code).toBe(0);
  expect((await inProcess(gate)).code).toBe(0);
  expect((await inProcess(["test", `replay:${good}`, ...only, "--known", known])).code).toBe(1);
});

test("a matrix takes recordings beside other targets", async () => {
  const { code, out } = await inProcess(["matrix", "mock", `replay:${bad}`, "--start", ...only]);
  expect(code).toBe(0);
  expect(out).toMatch(/ 127\.0\.0\.1:\d+ +coverage .* divergence 100\.0 %/);
});

test.for([
  { given: "more than is recorded", args: [`replay:${good}`], why: "it holds nothing in step" },
  { given: "an old recording", args: [`replay:${good}`, ...only, "--max-age", "0.00000001"], why: "--max-age allows" },
  { given: "an age of a target", args: ["mock", ...only, "--max-age", "3"], why: "only a recording has an age" },
  { given: "an age that is none", args: [`replay:${good}`, "--max-age", "old"], why: "it is no number above 0" },
  { given: "no recording", args: [`replay:${path("none")}`], why: "there is no such folder" },
  { given: "no folder", args: ["replay:"], why: "there is no such folder" },
  { given: "random cases of a recording", args: [`replay:${good}`, ...only, "--runs", "2"], why: "only the plan is" },
  { given: "random cases to record", args: ["mock", "--runs", "2", "--record", path("x")], why: "holds the plan only" },
  { given: "a recording to record", args: [`replay:${good}`, "--record", path("x")], why: "a recording already" },
  { given: "a folder of others", args: ["mock", ...only, "--record", folder.path], why: "that are no recording" },
  { given: "a file as folder", args: ["mock", ...only, "--record", path("live.json")], why: "Name another folder" },
  { given: "a start", args: [`replay:${good}`, ...only, "--start"], why: "Failed to use --start" },
  { given: "a pace", args: [`replay:${good}`, ...only, "--rate", "3"], why: "a pace: nothing is sent" },
  { given: "another seed", args: [`replay:${good}`, ...only, "--seed", "2"], why: "it was recorded with 1" },
  { given: "an account", args: [`replay:${good}`, "--account", "123456789012"], why: "Failed to use --account" },
])("$given is wrong usage", async ({ args, why }) => {
  const { code, out, err } = await inProcess(["test", ...args]);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain(why);
});
