import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { inProcess } from "../src/testing/in-process.ts";

// What a document names exists: the program is asked what it has, so that no list of it is kept here.

const root = join(import.meta.dirname, "..");
const documents = globSync(["*.md", "{docs,decisions,spec,fixtures,site}/**/*.md", "docs/upstream/**/*.md"], {
  cwd: root,
})
  // What was is told there, too.
  .filter((path) => path !== "CHANGELOG.md")
  .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));

/** Spans and lines of code. */
const code = documents.flatMap(({ path, text }) =>
  [...text.matchAll(/`([^`\n]+)`|^(?: {4}|\$ )(.+)$|^((?:npx? |npm run |ec2-contract ).+)$/gm)].map(
    ([, span, indented, fenced]) => ({ path, line: span ?? indented ?? fenced ?? "" }),
  ),
);

const help = async (...args: readonly string[]): Promise<string> => (await inProcess([...args, "--help"])).out;
const overview = await help();
const commands = [...(overview.split("\nCommands:\n")[1] ?? "").matchAll(/^ {2}([a-z][a-z-]*)/gm)].map(
  ([, name = ""]) => name,
);
const options = new Map<string, readonly string[]>();
for (const name of commands.filter((one) => one !== "help"))
  options.set(name, (await help(name)).match(/--[a-z][a-z-]*/g) ?? []);

test("the guide shows the plan of today", async () => {
  const { out } = await inProcess(["test", "aws", "--plan", "--account", "123456789012", "--region", "us-east-1"]);
  const guide = documents.find(({ path }) => path === "docs/aws/guide.md")?.text ?? "";
  const rows = [...guide.matchAll(/^ {4}((?:\*| ) {2}[a-z-]+ +\d.*)$/gm)].map(([, row = ""]) => row.trim());
  expect(rows).toHaveLength(3);
  const lines = out.split("\n").map((line) => line.trim());
  expect(rows.filter((row) => !lines.includes(row))).toEqual([]);
});

test("the program has told what it has", () => {
  expect(commands).toEqual(expect.arrayContaining(["test", "list", "explain"]));
  expect(options.get("test")).toEqual(expect.arrayContaining(["--only", "--known", "--reporter"]));
});

test("every command that is named is one of the program, with options that it takes", () => {
  const used = code.flatMap(({ path, line }) =>
    [...line.matchAll(/(?:^|[\s/])ec2-contract(?: --)? ([a-z][a-z-]*)((?:(?! -- |[|;#]).)*)/g)].map(
      ([words, name = "", rest = ""]) => ({ path, words, name, rest }),
    ),
  );
  expect(used.length).toBeGreaterThan(20);
  const wrong = used.filter(
    ({ name, rest }) =>
      !commands.includes(name) ||
      (rest.match(/(?<=\s)--[a-z][a-z-]*/g) ?? []).some((option) => !(options.get(name) ?? []).includes(option)),
  );
  expect(wrong.map(({ path, words }) => `${path}: ${words}`)).toEqual([]);
});

test("every script that is named is one of the package", () => {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: object };
  const used = documents.flatMap(({ path, text }) =>
    [...text.matchAll(/npm run (?:--silent )?([a-z][a-z\d:-]*)/g)].map(([, name = ""]) => ({ path, name })),
  );
  expect(used.length).toBeGreaterThan(10);
  expect(used.filter(({ name }) => !(name in scripts)).map(({ path, name }) => `${path}: npm run ${name}`)).toEqual([]);
});

test("every file and folder that is named is there", () => {
  const used = code.flatMap(({ path, line }) => {
    // Capital letters stand for a name, and the example of a new action is not there yet.
    const [named] =
      /^(?:src|spec|suites|scripts|docs|decisions|fixtures|bench|examples)\/[a-z\d./-]*$/.exec(line) ?? [];
    return named === undefined || named.includes("create-key-pair") ? [] : [{ path, named }];
  });
  expect(used.length).toBeGreaterThan(20);
  expect(
    used.filter(({ named }) => !existsSync(join(root, named))).map(({ path, named }) => `${path}: ${named}`),
  ).toEqual([]);
});

test("every link within the repository leads somewhere", () => {
  const links = documents.flatMap(({ path, text }) =>
    [...text.matchAll(/\]\((?!https?:|mailto:|<|#)([^)\s#]+)/g)].map(([, to = ""]) => ({ path, to })),
  );
  expect(links.length).toBeGreaterThan(20);
  expect(links.filter(({ path, to }) => !existsSync(join(root, dirname(path), to)))).toEqual([]);
});

test("a file of which only the name is told is in the repository", () => {
  // What is told to those who use the program names files of their own, too.
  const own = code.filter(({ path }) =>
    /^(?:CONTRIBUTING|decisions\/.*|(?:spec|fixtures|site)\/README)\.md$/.test(path),
  );
  const used = own.filter(({ line }) => /^[a-z\d-][a-z\d./-]*\.(?:ts|js|json|ya?ml|md|svg|py)$/.test(line));
  const names = globSync("{*,{src,spec,suites,scripts,docs,decisions,fixtures,bench,examples,site}/**/*}", {
    cwd: root,
  });
  const isThere = (line: string): boolean => names.some((name) => `/${name}`.endsWith(`/${line}`));
  expect(used.length).toBeGreaterThan(20);
  expect(
    used
      .filter(({ line }) => !line.includes("create-key-pair") && !isThere(line))
      .map(({ path, line }) => `${path}: ${line}`),
  ).toEqual([]);
});
