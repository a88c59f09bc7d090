import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { hostileReport, obeyedIn } from "../../testing/hostile-report.ts";
import { readMarkdown, tableWidths } from "../../testing/markdown-html.ts";
import { caseWith, clauseWith, reportOf } from "../../testing/reports.ts";
import { mockWith, run } from "../../testing/runs.ts";
import type { Report } from "../report.ts";
import { buildMatrix } from "./matrix.ts";
import { matrixReporters } from "./matrix-reporters.ts";

const render = (name: keyof typeof matrixReporters, reports: readonly [Report, ...Report[]], columns = 80): string =>
  matrixReporters[name](buildMatrix(reports), { reports, colour: false, columns });

const good = await run({ only: ["name", "dry-run"] });
const bad = await run({ target: mockWith("name-256-accepted", "name-missing-500"), only: ["name", "dry-run"] });
const pair = [good, bad] as const;

/** What a strict XML parser sees in a page: it is written to be well-formed. */
function readPage(html: string) {
  const parser = new SaxesParser();
  const elements: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const open: typeof elements = [];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, text: "" };
    elements.push(element);
    open.push(element);
  });
  parser.on("closetag", () => open.pop());
  parser.on("text", (text) => {
    for (const element of open) element.text += text;
  });
  parser.write(html.replace("<!DOCTYPE html>", "")).close();
  return elements;
}

test("text: small", () => {
  const one = reportOf({
    clauses: [
      clauseWith("Q7UC", "pass"),
      clauseWith("B2MR", "fail"),
      clauseWith("X6B3", "not-run"),
      clauseWith("V4HZ", "skip"),
    ],
  });
  const two = reportOf({
    clauses: [
      clauseWith("Q7UC", "pass"),
      clauseWith("B2MR", "indeterminate"),
      clauseWith("X6B3", "not-run"),
      clauseWith("V4HZ", "pass"),
    ],
    target: { name: "other", endpoint: "http://other.test/", version: "1.2" },
    run: { partial: true },
  });
  expect(render("text", [one, two], 60)).toMatchInlineSnapshot(`
    "name                   A B
      Q7UC must   firm     ✓ ✓ A request without a KeyName is r…
      B2MR must   firm     ✗ ? A KeyName has up to 255 characte…

    auth                   A B
      V4HZ must   certain  - ✓ A request without the permission…

    ImportKeyPair · 4 clauses · authority observed
      A small      coverage 50.0 % · divergence 50.0 %
      B other 1.2  coverage 50.0 % · divergence 0.0 %, stopped before its end
      ✓ pass  ✗ fail  ? not observed  - skipped  · not run
      the targets differ on 2 clauses
      1 clauses were run on none of them
    "
  `);
});

test.for([40, 60, 80, 120])("text: no line is wider than %i columns", (columns) => {
  const [head, rest] = render("text", pair, columns).split("\nImportKeyPair · ");
  for (const line of (head ?? "").split("\n")) expect(line.length).toBeLessThanOrEqual(columns);
  for (const line of (rest ?? "").split("\n").slice(1)) expect(line.length).toBeLessThanOrEqual(Math.max(columns, 60));
});

test("json is the matrix", () => {
  expect(JSON.parse(render("json", pair))).toEqual(buildMatrix(pair));
});

test("markdown: a row a clause that ran, and what is done instead", () => {
  const page = render("markdown", pair);
  const { clauses } = buildMatrix(pair);
  const ran = clauses.filter(({ cells }) => cells.some(({ verdict }) => verdict !== "not-run"));
  for (const { id } of ran) expect(page).toContain(`\n| <code>${id}</code> |`);
  expect(page).toMatch(
    /<details><summary><code>B2MR<\/code> .*\n\n- <code>transport<\/code>, <code>B2MR-256<\/code> raw: expected /,
  );
  for (const [head, ...rows] of tableWidths(page)) expect(new Set(rows)).toEqual(new Set([head]));
});

test("html: an anchor a clause, each linked from the table, and exchanges of both targets side by side", () => {
  const elements = readPage(render("html", pair));
  const ids = elements.flatMap(({ attributes }) => attributes["id"] ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id } of good.clauses) expect(ids).toContain(id);
  const links = elements.flatMap(({ attributes }) => attributes["href"] ?? []);
  for (const link of links) expect(ids).toContain(link.slice(1));
  const detail = elements.find(({ attributes }) => attributes["id"] === "case-B2MR-256");
  expect(detail?.name).toBe("details");
  expect(detail?.text).toContain("400");
  expect(detail?.text).toContain("<ImportKeyPairResponse");
  const sides = elements.filter(({ attributes }) => attributes["class"] === "side");
  expect(sides.length % 2).toBe(0);
  expect(sides.length).toBeGreaterThan(0);
});

test("html: nothing is fetched, and the policy allows nothing else", () => {
  const elements = readPage(render("html", pair));
  for (const { name, attributes } of elements) {
    expect(["link", "img", "iframe", "object", "base"]).not.toContain(name);
    expect(Object.keys(attributes).filter((attribute) => /^(src|srcset|action|on.*)$/.test(attribute))).toEqual([]);
  }
  const policy = elements.find(({ attributes }) => attributes["http-equiv"] === "Content-Security-Policy");
  expect(policy?.attributes["content"]).toMatch(/^default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-/);
});

test("html: a case that several clauses tell of has its exchanges once", () => {
  const verdicts = (["Q7UC", "B2MR"] as const).map(
    (clause) => ({ clause, drive: "raw", verdict: "fail", expected: "a", actual: "b" }) as const,
  );
  const report = reportOf({
    clauses: [clauseWith("Q7UC", "fail", { cases: ["B2MR-256"] }), clauseWith("B2MR", "fail", { cases: ["B2MR-256"] })],
    cases: [caseWith("B2MR-256", { verdicts })],
  });
  const elements = readPage(render("html", [report]));
  expect(elements.filter(({ name }) => name === "details")).toHaveLength(1);
  expect(elements.filter(({ attributes }) => attributes["href"] === "#case-B2MR-256")).toHaveLength(1);
});

const hostile = [hostileReport, good] as const;

test.for(Object.keys(matrixReporters) as (keyof typeof matrixReporters)[])(
  "law: %s obeys nothing that a target says",
  (name) => {
    expect(obeyedIn(render(name, hostile))).toBeUndefined();
  },
);

test("in markdown and html a target's text is text", () => {
  const { tags, links } = readMarkdown(render("markdown", hostile));
  expect(links).toEqual([]);
  expect([...tags].filter((tag) => /^(script|img|pre|em|del)$/.test(tag))).toEqual([]);
  const elements = readPage(render("html", hostile));
  expect(elements.filter(({ name }) => name === "script")).toHaveLength(1);
  expect(elements.filter(({ name }) => name === "img")).toEqual([]);
  expect(elements.some(({ name, text }) => name === "pre" && text.includes("<script>alert(1)</script>"))).toBe(true);
});
