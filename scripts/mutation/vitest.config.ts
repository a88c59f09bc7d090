import { defineConfig } from "vitest/config";

/**
 * The unit tests as they are run against mutants. Which files is told by the environment, as a static mutant that is looked for
 * with Stryker's own `testFiles` is switched on too late, and seems to survive.
 * @see https://github.com/stryker-mutator/stryker-js/issues/6144
 */
export default defineConfig({
  resolve: { conditions: ["source"] },
  ssr: { resolve: { conditions: ["source"] } },
  test: {
    include: (process.env["EC2_CONTRACT_MUTATION_TESTS"] ?? "src/**/*.test.ts").split(" "),
    isolate: false,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
