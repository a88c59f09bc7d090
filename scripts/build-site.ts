import { globSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { buildSite } from "../src/site/build-site.ts";
import { siteInput } from "./site-input.ts";

// `npm run site [-- --out DIR --source URL]`: makes the site of `site/history/`. `--source` is the address in front of the paths
// of files of the repository, as https://github.com/OWNER/REPOSITORY/blob/main/.

const root = join(import.meta.dirname, "..");
const { values } = parseArgs({ options: { out: { type: "string" }, source: { type: "string" } } });
const out = resolve(values.out ?? join(root, "site/build"));

// What it makes anew it removes before; nothing else is touched.
for (const old of globSync(["*.html", "{emulators,clauses}/*.html"], { cwd: out })) rmSync(join(out, old));
const site = buildSite(siteInput(values.source));
for (const [path, text] of site) {
  mkdirSync(dirname(join(out, path)), { recursive: true });
  writeFileSync(join(out, path), text);
}
console.log(`made ${site.size} pages in ${out}`);
