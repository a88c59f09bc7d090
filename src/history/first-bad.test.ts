import { expect, test } from "vitest";
import { firstBad } from "./first-bad.ts";

/** g, b, and ? for what can't be tested. */
test.for([
  { given: "gb", want: ["0", "1", ""], least: 0 },
  { given: "ggggbbbb", want: ["3", "4", ""], least: 1 },
  { given: "gbbbbbbbbbbbbbbb", want: ["0", "1", ""], least: 1 },
  { given: "gggggggggggggggb", want: ["14", "15", ""], least: 1 },
  { given: "gg??bb", want: ["1", "4", "2 3"], least: 1 },
  { given: "g???b", want: ["0", "4", "1 2 3"], least: 3 },
  { given: "g?g?b?b", want: ["2", "4", "3"], least: 1 },
])("$given: $want", async ({ given, want, least }) => {
  const asked: string[] = [];
  const versions = [...given].map((_, at) => String(at));
  const { good, bad, untestable } = await firstBad(versions, async (version) => {
    asked.push(version);
    const is = given[Number(version)];
    return is === "g" ? "good" : is === "b" ? "bad" : "untestable";
  });
  expect([good, bad, untestable.join(" ")]).toEqual(want);
  expect(new Set(asked).size).toBe(asked.length);
  const [, doubtful = ""] = /^g*(.*)/.exec(given) ?? [];
  const most = Math.ceil(Math.log2(given.length)) + [...doubtful].filter((one) => one === "?").length;
  expect(asked.length).toBeGreaterThanOrEqual(least);
  expect(asked.length).toBeLessThanOrEqual(most);
});
