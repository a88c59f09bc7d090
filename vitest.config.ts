import { defineConfig } from "vitest/config";

/** Generous, as machines are slow or busy: no test is about how quick it is. */
const patience = { testTimeout: 300_000, hookTimeout: 300_000 };

export default defineConfig({
  resolve: { conditions: ["source"] },
  ssr: { resolve: { conditions: ["source"] } },
  test: {
    projects: [
      { test: { ...patience, name: "unit", include: ["src/**/*.test.ts", "scripts/**/*.test.ts"] } },
      {
        test: {
          name: "types",
          include: [],
          typecheck: { enabled: true, only: true, include: ["src/**/*.test-d.ts"], tsconfig: "./tsconfig.json" },
        },
      },
      { test: { ...patience, name: "self", include: ["suites/self/**/*.suite.ts"] } },
      { test: { ...patience, name: "suites", include: ["suites/*.suite.ts"] } },
      { test: { ...patience, name: "browser", include: ["suites/browser/**/*.suite.ts"] } },
      { test: { ...patience, name: "package", include: ["suites/package/**/*.suite.ts"] } },
    ],
  },
});
