import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { runWith } from "../testing/histories.ts";
import { divergenceChart } from "./divergence-chart.ts";
import type { History } from "./history.ts";
import { historyPicture } from "./history-picture.ts";
import { seriesOf } from "./timeline.ts";

const moto: History = {
  emulator: "moto",
  runs: [
    runWith("3.1.0", { B2MR: "fail", Q7UC: "fail" }, { released: "2022-01-01" }),
    runWith("3.1.9", { B2MR: "fail", Q7UC: "fail" }, { released: "2023-07-01" }),
    runWith("4.0.0", { B2MR: "fail", Q7UC: "pass" }, { released: "2023-01-01" }),
    runWith("4.0.1", { B2MR: "pass", Q7UC: "pass" }),
    runWith("5.0.0", { B2MR: "pass", Q7UC: "pass" }, { released: "2024-01-01" }),
  ],
};
const options = { id: "c", title: "A chart", width: 400, height: 200 };

/** The elements of a document that has to be well-formed. */
function elementsOf(text: string): readonly { readonly name: string; readonly attributes: Record<string, string> }[] {
  const found: { name: string; attributes: Record<string, string> }[] = [];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) =>
    found.push({ name, attributes: attributes as Record<string, string> }),
  );
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(text).close();
  return found;
}

test("a series that was kept up beside a newer one is no step of the line, and an unknown day has no place", () => {
  const { line, aside } = seriesOf(moto);
  expect(line.map(({ version }) => version)).toEqual(["3.1.0", "4.0.0", "5.0.0"]);
  expect(aside.map(({ version }) => version)).toEqual(["3.1.9"]);
});

test("a dot a release, each where its day and its share are", () => {
  const elements = elementsOf(divergenceChart([moto], options).markup);
  const dots = elements.filter(({ name }) => name === "circle").map(({ attributes: { cx, cy } }) => [cx, cy]);
  expect(dots).toEqual([
    ["44", "34"],
    ["152", "103"],
    ["260", "172"],
    ["205.6", "34"],
  ]);
  const [path] = elements.filter(({ name }) => name === "path").map(({ attributes }) => attributes["d"]);
  expect(path).toBe("M44 34H152V103H260V172");
});

test("it has a title and says in words what it shows", () => {
  const { markup } = divergenceChart([moto], options);
  expect(markup).toContain('role="img" aria-labelledby="c-title c-desc"');
  expect(markup).toContain("From 2022-01-01 to 2024-01-01. moto: 100.0 % in 3.1.0, 0.0 % in 5.0.0.</desc>");
});

test("names at the ends of lines do not cover each other", () => {
  const three = ["a", "b", "c"].map((emulator) => ({ ...moto, emulator }));
  const names = elementsOf(divergenceChart(three, options).markup).filter(({ attributes }) =>
    attributes["class"]?.startsWith("name"),
  );
  expect(names.map(({ attributes }) => Number(attributes["y"]))).toEqual([176, 193, 210]);
});

test.for([{ histories: [] }, { histories: [{ emulator: "moto", runs: [] }] }])(
  "of $histories there is a chart, too",
  ({ histories }) => {
    expect(divergenceChart(histories, options).markup).toContain("No release was run.");
    expect(() => elementsOf(historyPicture(histories))).not.toThrow();
  },
);

test("the picture stands alone, and a hostile name is text in it", () => {
  const text = historyPicture([{ ...moto, emulator: `</text><script>owned()</script>"'` }]);
  const elements = elementsOf(text);
  expect(elements.filter(({ name }) => name === "script")).toEqual([]);
  expect(elements.filter(({ name }) => name === "style")).toHaveLength(1);
  expect(text).not.toMatch(/url\(|href|@import/);
});
