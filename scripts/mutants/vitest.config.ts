import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { mutants } from "./mutants.ts";

const src = fileURLToPath(new URL("../../src/", import.meta.url));
const mutant = mutants[Number(process.env["EC2_CONTRACT_MUTANT"])];

/** The unit tests, against sources with one mutant in them: no file is touched. */
export default defineConfig({
  resolve: { conditions: ["source"] },
  ssr: { resolve: { conditions: ["source"] } },
  plugins: [
    {
      name: "mutate",
      enforce: "pre",
      transform(code, id) {
        if (mutant === undefined || id !== `${src}${mutant.file}`) return undefined;
        return { code: code.replace(mutant.find, () => mutant.replace), map: null };
      },
    },
  ],
  // What was compiled before a mutant would be run in its place, and the mutant in other runs.
  test: { dir: src, include: ["**/*.test.ts"], fsModuleCache: false },
});
