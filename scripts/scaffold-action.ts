import { randomInt } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The names of an action in the styles that the files need: `CreateKeyPair`, `createKeyPair`, `create-key-pair`. */
interface Names {
  readonly pascal: string;
  readonly camel: string;
  readonly kebab: string;
}

const registry = "src/actions/actions.ts";

/**
 * Makes a further action from `src/actions/_template/`: its folder, its contract, its suite, its line in the registry.
 * @returns the files that it wrote. @throws for a name that is no action's, and where the action exists.
 */
export function scaffoldAction(root: string, action: string): readonly string[] {
  if (!/^([A-Z][a-z0-9]+)+$/.test(action)) {
    throw new Error(
      `Failed to make the action ${action}: that is no name of an EC2 action. Write it as in CreateKeyPair.`,
    );
  }
  const names = namesOf(action);
  const ids = freshIds(root, 3);
  const since = minorVersion(root);
  const fill = (file: string): string =>
    fillIn(readFileSync(join(root, "src/actions/_template", file), "utf8"), names, ids).replaceAll(
      /since: .*/g,
      `since: "${since}"`,
    );
  const files: Readonly<Record<string, string>> = {
    [`src/actions/${names.kebab}/${names.kebab}.ts`]: fill("action.ts"),
    [`spec/${names.kebab}.openapi.yaml`]: fill("openapi.yaml"),
    [`spec/${names.kebab}.clauses.yaml`]: fill("clauses.yaml"),
    [`suites/${names.kebab}.suite.ts`]: suite(names),
  };
  const there = Object.keys(files).find((file) => existsSync(join(root, file)));
  if (there !== undefined)
    throw new Error(`Failed to make the action ${action}: ${there} exists. Remove it, or edit it.`);
  const written = { ...files, [registry]: register(readFileSync(join(root, registry), "utf8"), names) };
  for (const [file, text] of Object.entries(written)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return Object.keys(written);
}

function namesOf(pascal: string): Names {
  const kebab = pascal.replaceAll(/(?<=[a-z0-9])[A-Z]/g, "-$&").toLowerCase();
  return { pascal, camel: pascal.charAt(0).toLowerCase() + pascal.slice(1), kebab };
}

function fillIn(text: string, { pascal, camel, kebab }: Names, ids: readonly string[]): string {
  const named = text
    .replaceAll("TemplateAction", pascal)
    .replaceAll("templateAction", camel)
    .replaceAll("template-action", kebab);
  return ids.reduce((filled, id, index) => filled.replaceAll(`T00${index + 1}`, id), named);
}

/** The version with which today's clauses come. */
function minorVersion(root: string): string {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  return version.split(".", 2).join(".");
}

/** Ids that mean nothing and that no clause has, or had. */
function freshIds(root: string, count: number): readonly string[] {
  const spec = readdirSync(join(root, "spec")).filter((file) => file.endsWith(".clauses.yaml"));
  const files = [...spec.map((file) => join("spec", file)), "suites/self/permanent-ids.yaml"].filter((file) =>
    existsSync(join(root, file)),
  );
  const taken = files.map((file) => readFileSync(join(root, file), "utf8")).join("\n");
  const draw = (letters: string): string => letters.charAt(randomInt(letters.length));
  const ids = new Set<string>();
  while (ids.size < count) {
    const id =
      draw("ABCDEFGHJKMNPQRTUVWXYZ") +
      draw("23456789") +
      draw("ABCDEFGHJKMNPQRTUVWXYZ") +
      draw("ABCDEFGHJKMNPQRTUVWXYZ");
    if (!taken.includes(id)) ids.add(id);
  }
  return [...ids];
}

/** The registry with one import and one entry more; the imports stay in order, as the linter wants them. */
function register(text: string, { pascal, camel, kebab }: Names): string {
  const isLocal = (line: string): boolean => /^import .* from "\.\/.*";$/.test(line);
  const pathOf = (line: string): string => line.slice(line.indexOf('"'));
  const lines = text.split("\n");
  const imports = [...lines.filter(isLocal), `import { ${camel} } from "./${kebab}/${kebab}.ts";`];
  const sorted = imports.sort((one, other) => (pathOf(one) < pathOf(other) ? -1 : 1));
  const others = lines.filter((line) => !isLocal(line));
  others.splice(lines.findIndex(isLocal), 0, ...sorted);
  return others.join("\n").replace(/(const actions\b[^;]*?),?\s*};/, `$1, ${pascal}: ${camel} };`);
}

function suite({ pascal, camel, kebab }: Names): string {
  return `import { expect, test } from "vitest";
import { ${camel} } from "../src/actions/${kebab}/${kebab}.ts";
import { completeOptions } from "../src/options.ts";
import { plan } from "../src/plan/plan.ts";
import { exitCodeOf } from "../src/report/exit-code.ts";
import { runConformance } from "../src/run.ts";
import { loadContract } from "../src/spec/load-contract.ts";

// conformanceSuite() and the command line run ImportKeyPair; the reference emulator does not know ${pascal} either.
const contract = loadContract(${camel}.files);
const address = process.env["EC2_CONTRACT_TARGET"];

test("${pascal} has a plan", () => {
  expect(plan(contract, ${camel}).length).toBeGreaterThan(0);
});

test.runIf(address !== undefined)("${pascal} conforms", async () => {
  const options = await completeOptions({ target: address ?? "mock", only: ["name"] });
  const report = await runConformance({ ...options, contract, action: ${camel} }).finally(() => options.target.close());
  expect(report.clauses.filter(({ verdict }) => verdict === "fail" || verdict === "error")).toEqual([]);
  expect(exitCodeOf(report)).toBe(0);
});
`;
}
