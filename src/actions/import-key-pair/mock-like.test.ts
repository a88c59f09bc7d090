import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { UsageError } from "../../errors.ts";
import { ask } from "../../mock/testing/ask.ts";
import type { Report } from "../../report/report.ts";
import { mockWith, ofEachKind, run } from "../../testing/runs.ts";
import { likenessOf, mockLike } from "./mock-like.ts";

const folder = mkdtempSync(join(tmpdir(), "mock-like-"));
afterAll(() => rmSync(folder, { recursive: true }));

const real = await run({ target: mockWith("name-length-unlimited", "id-short"), ...ofEachKind, drives: ["raw"] });
const { causes: _, ...undiagnosed } = real;
const file = join(folder, "real.json");
writeFileSync(file, JSON.stringify(real));
const cause = { title: "", advice: "", clauses: [], cases: 0 };

test.for([
  { name: "a report", like: real, want: ["id-short", "name-length-unlimited"] },
  { name: "its file", like: file, want: ["id-short", "name-length-unlimited"] },
  { name: "a report of an earlier version", like: undiagnosed, want: ["id-short", "name-length-unlimited"] },
  {
    name: "a report of a later one",
    like: { ...real, causes: [{ ...cause, faults: ["not-thought-of"] }] },
    want: ["id-short", "name-length-unlimited"],
  },
  {
    name: "the first of several faults",
    like: { ...real, causes: [{ ...cause, faults: ["id-short", "id-constant"] }] },
    want: ["id-short"],
  },
  { name: "a report without failures", like: { ...real, causes: [] }, want: [] },
] satisfies readonly { name: string; like: Report | string; want: readonly string[] }[])(
  "is like $name",
  async ({ like, want }) => {
    const { faults, unexplained } = await likenessOf(like);
    expect(faults.map(({ id }) => id).sort()).toEqual(want);
    expect(unexplained).toEqual([]);
  },
);

test("what no fault explains is named", async () => {
  const left = await likenessOf({ ...real, unexplained: [{ clause: "Z4JN", cases: ["Q7UC-absent"] }] });
  expect(left.unexplained).toEqual(["Z4JN"]);
});

test.for([
  { name: "no file", like: join(folder, "nothing.json"), says: /^Failed to read / },
  {
    name: "a report on a wrapper",
    like: { ...undiagnosed, run: { ...real.run, drives: ["wrapper"] } },
    says: /^Failed to be like /,
  },
] satisfies readonly { name: string; like: Report | string; says: RegExp }[])(
  "is not like $name",
  async ({ like, says }) => {
    await expect(likenessOf(like)).rejects.toThrow(UsageError);
    await expect(likenessOf(like)).rejects.toThrow(says);
    await expect(mockLike(like)(new Request("http://ec2.test/"))).rejects.toThrow(says);
  },
);

test("answers as the target did, and with further faults", async () => {
  const form = { Action: "ImportKeyPair", KeyName: "k".repeat(300), PublicKeyMaterial: "bm8ga2V5" };
  expect((await ask(mockLike(file), { form })).code).toBe("InvalidKey.Format");
  const more = mockLike(file, {
    faults: [...(await likenessOf({ ...real, causes: [{ ...cause, faults: ["material-format-wrong-code"] }] })).faults],
  });
  expect((await ask(more, { form })).code).toBe("InvalidKeyPair.Format");
});

test("has the same verdicts", async () => {
  const again = await run({ target: mockLike(real), ...ofEachKind, drives: ["raw"] });
  const verdicts = ({ clauses }: Report) => clauses.map(({ id, verdict }) => `${id} ${verdict}`);
  expect(verdicts(again)).toEqual(verdicts(real));
});
