import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL(".", import.meta.url));
const files = readdirSync(root, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => /\.ts$/.test(path));
const isTest = (path: string): boolean => /\.test(-d)?\.ts$|(^|\/)testing\//.test(path);
const isTemplate = (path: string): boolean => path.startsWith("actions/_template/");
const code = files.filter((path) => !isTest(path) && !path.startsWith("generated/"));

const sources = new Map(
  code.map((path) => [
    path,
    ts.createSourceFile(path, readFileSync(join(root, path), "utf8"), ts.ScriptTarget.ES2024, true),
  ]),
);

interface Import {
  readonly from: string;
  /** Relative to `src/`, or the name of a package. */
  readonly to: string;
  readonly typeOnly: boolean;
}

function importsOf(path: string, source: ts.SourceFile): readonly Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean): void => {
    if (specifier === undefined || !ts.isStringLiteral(specifier)) return;
    const { text } = specifier;
    found.push({
      from: path,
      to: text.startsWith(".") ? relative(root, join(root, dirname(path), text)) : text,
      typeOnly,
    });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.isTypeOnly ?? false);
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const imports = [...sources].flatMap(([path, source]) => importsOf(path, source));
const between = (from: RegExp, to: RegExp): string[] =>
  imports.filter((one) => from.test(one.from) && to.test(one.to)).map((one) => `${one.from} → ${one.to}`);

/** Stages and what they stand on: they know no action, no list of anything, and nothing of the edge. */
const stage =
  /^(model|errors|action|conform|run)\.ts$|^(spec|plan|wire|drive|target|judge|diagnose|report|known|recordings|emit|history|site)\//;
const edge = /^(cli|index|options|vitest|msw|nock)\.ts$|^cli\//;
const registry = /^actions\/actions\.ts$|^mock\/services\.ts$|faults\/faults\.ts$/;

test("the nouns import nothing", () => {
  expect(between(/^model\.ts$/, /./)).toEqual([]);
});

test("stages know no action", () => {
  expect(between(stage, /^actions\//)).toEqual([]);
});

test("stages know nothing of the edge", () => {
  expect(between(stage, edge)).toEqual([]);
});

test("only the edge reads the registries, the mock its own, and what explains runs the faults", () => {
  const allowed = new RegExp(`${edge.source}|^mock/create-mock\\.ts$|/(diagnostics|mock-like)\\.ts$`);
  expect(between(/./, registry).filter((line) => !allowed.test(line.split(" → ")[0] ?? ""))).toEqual([]);
  expect(between(edge, registry).length).toBeGreaterThan(2);
});

test("the mock and the target that embeds it are the only way to the reference", () => {
  const others = between(stage, /^mock\//).filter((line) => !/^target\/(resolve-target|mock-target)\.ts → /.test(line));
  expect(others).toEqual([]);
});

test("the oracle and the reference share no code", () => {
  const reference = /^mock\/|\/reference\//;
  expect(between(reference, /\/keys\//)).toEqual([]);
  expect(between(/\/keys\//, reference)).toEqual([]);
});

/** Everything that a file reaches through its imports, types aside. */
function reaches(path: string, seen = new Set<string>()): Set<string> {
  for (const { to } of imports.filter(({ from, typeOnly }) => from === path && !typeOnly)) {
    if (seen.has(to)) continue;
    seen.add(to);
    reaches(to, seen);
  }
  return seen;
}

test("nor do they over others", () => {
  const shared = (folder: RegExp): Set<string> =>
    new Set(code.filter((path) => folder.test(path)).flatMap((path) => [...reaches(path)]));
  const [oracle, reference] = [shared(/\/keys\//), shared(/^mock\/|\/reference\//)];
  const both = [...oracle].filter((path) => reference.has(path) && code.includes(path));
  expect(both.filter((path) => !["errors.ts", "model.ts"].includes(path))).toEqual([]);
});

test("checks and cases are judged by the oracle, never by the reference", () => {
  expect(between(/\/(checks|cases)\//, /\/reference\/|^mock\//)).toEqual([]);
});

test("what must be pure has no clock, no randomness and no way out", () => {
  // What `emit/helpers.ts` and `emit/typescript.ts` hold is the text of a test, which does go out.
  const pure =
    /^(plan|judge|diagnose|wire|history|site)\/|^emit\/(?!helpers|typescript)|^report\/(?!package-version|read-)/;
  const impure = /\b(Date\.now|new Date\(\)|Math\.random|performance\.now|randomBytes|randomUUID|process\.|fetch\()/;
  const found = [...sources]
    .filter(([path, source]) => pure.test(path) && impure.test(source.text))
    .map(([path]) => path);
  expect(found).toEqual([]);
  expect(between(pure, /^node:(fs|net|http|https|child_process|timers)/)).toEqual([]);
});

test("the site is made by scripts: nothing of the package needs it", () => {
  expect(between(/^(?!site\/)/, /^site\//)).toEqual([]);
});

test("one door to the network", () => {
  expect(
    between(/./, /^(undici|node:(net|http|https|tls|dgram))$/)
      .map((line) => line.split(" → ")[0])
      .filter((path) => !/^(target|mock)\//.test(path ?? "")),
  ).toEqual([]);
});

test("the command line loads no heavy module before it knows the command", () => {
  const light =
    /^(node:|commander$)|^(errors|model)\.ts$|^cli\/(register-wrapper|test-options|values)\.ts$|^report\/(escape|exit-code|package-version)\.ts$/;
  const cli = sources.get("cli.ts");
  const loaded = cli?.statements
    .filter(ts.isImportDeclaration)
    .map(({ moduleSpecifier }) => (moduleSpecifier as ts.StringLiteral).text.replace("./", ""));
  expect(loaded?.filter((to) => !light.test(to))).toEqual([]);
});

test("nothing but named exports, no enum, no namespace, no parameter property", () => {
  const found: string[] = [];
  for (const [path, source] of sources) {
    const visit = (node: ts.Node): void => {
      if (ts.isExportDeclaration(node) && node.exportClause === undefined) found.push(`${path}: export *`);
      if (ts.isExportAssignment(node)) found.push(`${path}: export default`);
      if (ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword))
        found.push(`${path}: export default`);
      if (ts.isEnumDeclaration(node)) found.push(`${path}: enum`);
      // A module named by a text is another's, whose types are added to.
      if (ts.isModuleDeclaration(node) && !ts.isStringLiteral(node.name)) found.push(`${path}: namespace`);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  expect(found).toEqual([]);
});

test("no circle of files, not of types either", () => {
  const graph = new Map(code.map((path) => [path, imports.filter(({ from }) => from === path).map(({ to }) => to)]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(" → "));
    if (trail.includes(path) || done.has(path)) return;
    for (const next of graph.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of code) walk(path, []);
  expect(cycles).toEqual([]);
});

/** Files that are longer than 200 lines, each with its reason. */
const long: Readonly<Record<string, string>> = {
  "cli.ts": "every command and option in one place, as the help shows them",
  "model.ts": "all nouns of the harness in one place, types only",
};

test("a file over 200 lines has its reason here", () => {
  const counted = [...sources]
    .filter(([path]) => !isTemplate(path))
    .map(([path, { text }]) => [path, text.split("\n").length - 1] as const);
  const over = counted.filter(([, lines]) => lines > 200).map(([path]) => path);
  expect(over.sort()).toEqual(Object.keys(long).sort());
});

const map = /^## Map$(.*?)^## /ms.exec(readFileSync(join(root, "../CONTRIBUTING.md"), "utf8"))?.[1] ?? "";

test("the map of CONTRIBUTING.md shows each file at the root, and each folder of the first two floors", () => {
  const mapped = code.filter((path) => !isTemplate(path)).map((path) => path.split("/").slice(0, -1));
  const wanted = [
    ...code.filter((path) => !path.includes("/")).map((path) => `\`src/${path}\``),
    ...mapped.flatMap(([first]) => (first === undefined ? [] : `\`src/${first}/`)),
    ...mapped.flatMap(([, second]) => (second === undefined ? [] : `${second}/`)),
  ];
  expect([...new Set(wanted)].filter((name) => !map.includes(name))).toEqual([]);
});

test("what the map names is there", () => {
  const lines = map.split("\n").filter((line) => line.startsWith("|"));
  const missing = lines.flatMap((line) => {
    const names = [...line.matchAll(/`([a-z\d/-]+(?:\.ts|\/))`/g)].map(([, name = ""]) => name);
    const folders = names
      .filter((name) => name.startsWith("src/"))
      .map((name) => dirname(`${name}x`).replace("src", ""));
    return names.filter((name) => {
      if (/^(src|suites|scripts|spec|site)\//.test(name)) return !existsSync(join(root, "..", name));
      const within = (folder: string, path: string): boolean => `/${path}`.startsWith(folder);
      return !files.some((path) => folders.some((folder) => within(folder, path)) && `/${path}`.includes(`/${name}`));
    });
  });
  expect(lines.length).toBeGreaterThan(30);
  expect(missing).toEqual([]);
});

test("files are named after what they hold, in kebab-case", () => {
  expect(files.filter((path) => !/^([a-z0-9_-]+\/)*[a-z0-9-]+(\.test|\.test-d)?\.ts$/.test(path))).toEqual([]);
});

test("a test has an assertion, and none is focused or skipped", () => {
  const own = fileURLToPath(import.meta.url);
  const tests = files
    .filter((path) => path.endsWith(".test.ts") && join(root, path) !== own)
    .map((path) => [path, readFileSync(join(root, path), "utf8")] as const);
  // The two helpers assert each row that they are given.
  expect(
    tests.filter(([, text]) => !/\b(?:expect|testChecks|testExchangeChecks)\(/.test(text)).map(([path]) => path),
  ).toEqual([]);
  expect(tests.filter(([, text]) => /\b(test|describe)\.(only|skip|todo)\b/.test(text)).map(([path]) => path)).toEqual(
    [],
  );
});
