import { marked } from "marked";
import { expect, test } from "vitest";
import { faults } from "../src/actions/import-key-pair/faults/faults.ts";
import { isOpen } from "../src/spec/grounds.ts";
import { contract } from "../src/testing/observations.ts";
import { generateClauses } from "./generate-clauses.ts";

const page = generateClauses(contract);
const sectionOf = (id: string): string => page.split(`<a id="${id}"></a>`)[1]?.split('<a id="')[0] ?? "";

test("every clause has its anchor once, its text, its sources and its faults", () => {
  for (const { id, documented, observed } of contract.clauses.values()) {
    expect(page.split(`<a id="${id}"></a>`), id).toHaveLength(2);
    const section = sectionOf(id);
    for (const source of [...(documented?.sources ?? []), ...(observed?.sources ?? [])]) {
      const url = contract.sources.get(source)?.url;
      if (url !== undefined) expect(section, id).toContain(`](<${url}>)`);
    }
    for (const fault of faults.filter(({ clause }) => clause === id)) expect(section).toContain(`\`${fault.id}\``);
    expect(section, id).toMatch(/^- Cases/m);
  }
});

test("an open clause says so, and has no grounds", () => {
  for (const clause of contract.clauses.values()) {
    expect(/^- \*\*Open\*\*/m.test(sectionOf(clause.id)), clause.id).toBe(isOpen(clause));
    expect(/^- \*\*(Documented|Observed|Inferred)\*\*/m.test(sectionOf(clause.id)), clause.id).toBe(!isOpen(clause));
  }
});

test("a source's text is text, also where it quotes XML and Markdown", () => {
  const html = marked.parse(page, { async: false, gfm: true }) as string;
  const tags = new Set([...html.matchAll(/<([a-z][a-z0-9]*)/gi)].map(([, name = ""]) => name.toLowerCase()));
  expect([...tags].sort()).toEqual(["a", "code", "h1", "h2", "h3", "li", "p", "strong", "ul"]);
});
