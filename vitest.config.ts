import { defineConfig } from "vitest/config";

/** Generous, as machines are slow or busy: no test is about how quick it is. */
const patience = { testTimeout: 300_000, hookTimeout: 300_000 };

export default defineConfig({
  resolve: { conditions: ["source"] },
  ssr: { resolve: { conditions: ["source"] } },
  test: {
    projects: [
      // Its files share what they load: a test that changes something global puts it back.
      {
        test: {
          ...patience,
          isolate: false,
          pool: "threads",
          name: "unit",
          include: ["src/**/*.test.ts", "scripts/**/*.test.ts"],
        },
      },
      {
        test: {
          name: "types",
          include: [],
          typecheck: { enabled: true, only: true, include: ["src/**/*.test-d.ts"], tsconfig: "./tsconfig.json" },
        },
      },
      { test: { ...patience, name: "self", include: ["suites/self/**/*.suite.ts"] } },
      {
        extends: true,
        test: { ...patience, name: "examples", include: ["examples/wrapper/*.test.ts"] },
      },
      { test: { name: "live", include: ["suites/live/**/*.suite.ts"], testTimeout: 300_000, hookTimeout: 120_000 } },
      { test: { ...patience, name: "suites", include: ["suites/*.suite.ts"] } },
      { test: { ...patience, name: "browser", include: ["suites/browser/**/*.suite.ts"] } },
      { test: { ...patience, name: "package", include: ["suites/package/**/*.suite.ts"] } },
    ],
  },
});
