import { expect, test } from "vitest";
import { contract } from "../testing/observations.ts";
import { reportOf } from "../testing/reports.ts";
import { html } from "./html/html.ts";
import { leftoversNotice } from "./leftovers.ts";
import { markdown } from "./markdown/markdown.ts";
import { mergeReports } from "./merge-reports.ts";
import type { Reporter } from "./reporter.ts";
import { text } from "./text/text.ts";

const why = "in us-east-1: the listing was answered with 500";

test.for<{ leftovers: string[]; leftoversUnknown?: string; want: string }>([
  { leftovers: [], want: "" },
  { leftovers: ["a", "b\u001b[2J"], want: "Left behind at the target:\n  a\n  b\\u{1b}[2J\n" },
  { leftovers: [], leftoversUnknown: why, want: `Not known what is left at the target (${why}).\n` },
  {
    leftovers: ["a"],
    leftoversUnknown: why,
    want: `Not known what is left at the target (${why}). May be left:\n  a\n`,
  },
])("$leftovers, $leftoversUnknown on standard error", ({ want, ...left }) => {
  expect(leftoversNotice(left)).toBe(want);
});

test.for<{ name: string; reporter: Reporter }>([
  { name: "text", reporter: text },
  { name: "markdown", reporter: markdown },
  { name: "html", reporter: html },
])("$name tells the first names, how many more, and that nobody could look", ({ reporter }) => {
  const leftovers = Array.from({ length: 25 }, (_, index) => `ec2c-${index}-`);
  const page = reporter(reportOf({ run: { leftovers, leftoversUnknown: why } }), { contract, colour: false });
  expect(page).toContain("Not known what is left at the target");
  expect(page).toContain("ec2c-19-");
  expect(page).not.toContain("ec2c-20-");
  expect(page).toContain("and 5 more");
});

test("what nobody knows of one shard, nobody knows of the whole", () => {
  const shards = [{}, { leftovers: ["a"], leftoversUnknown: why }, { leftoversUnknown: why }].map((run, index) => ({
    name: `${index}.json`,
    report: reportOf({ run }),
  }));
  expect(mergeReports(shards).run).toMatchObject({ leftovers: ["a"], leftoversUnknown: why });
});
