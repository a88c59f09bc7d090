import { spawnSync } from "node:child_process";
import { globSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

// `npm run build`: JavaScript and declarations for the package, from `src/` to `dist/`.

const root = join(import.meta.dirname, "..");
const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");

// What an earlier build left would be packed, too.
rmSync(join(root, "dist"), { recursive: true, force: true });

const { status } = spawnSync(process.execPath, [tsc, "-p", "tsconfig.build.json"], { cwd: root, stdio: "inherit" });

// An exclusion of tsconfig.build.json does not hold for what a shipped file imports.
const strays = globSync(["dist/**/*.test*", "dist/**/testing/**", "dist/**/_template/**"], {
  cwd: root,
});
if (status !== 0) {
  process.stderr.write("Failed to build dist/: tsc found errors. Correct what it shows above.\n");
  process.exitCode = 1;
} else if (strays.length > 0) {
  process.stderr.write(
    `Failed to build dist/: ${strays[0]} is for tests only. Do not import it from what is shipped.\n`,
  );
  process.exitCode = 1;
}
