import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { terminalSvg } from "./terminal-svg.ts";

const read = (file: string): string => readFileSync(new URL(`../docs/${file}`, import.meta.url), "utf8");

test("docs/report.svg shows docs/report.ansi; if not, run npm run picture", () => {
  expect(read("report.svg")).toBe(terminalSvg(read("report.ansi")));
});

test("colours become styles, metacharacters are escaped, long lines are cut", () => {
  const svg = terminalSvg(`\u001B[31mred\u001B[39m <a&b>\n${"x".repeat(200)}`);
  expect(svg).toContain('<tspan style="fill:#ff7b72">red</tspan><tspan> &lt;a&amp;b&gt;</tspan>');
  expect(svg).toContain(`>${"x".repeat(117)}…<`);
});
