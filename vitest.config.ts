import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Generous, as machines are slow or busy: no test is about how quick it is. */
const patience = { testTimeout: 300_000, hookTimeout: 300_000 };

/** Files share what they load: a test that changes something global puts it back. */
const together = { isolate: false, pool: "threads" } as const;

/** What starts programs: those that judge us (ssh-keygen, openssl, curl, bash, Python), and ours as processes of their own. */
const programs = ["src/**/*-programs.test.ts", "scripts/**/*-programs.test.ts"];

const interceptors = ["src/msw.test.ts", "src/nock.test.ts", "src/wrapper/conform-wrapper.test.ts"];

export default defineConfig({
  resolve: { conditions: ["source"] },
  ssr: { resolve: { conditions: ["source"] } },
  test: {
    // One more than there are processors: many tests wait, for a program or for a clock that nobody can turn.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        test: {
          ...patience,
          ...together,
          name: "unit",
          include: ["src/**/*.test.ts", "scripts/**/*.test.ts"],
          exclude: [...interceptors, ...programs],
        },
      },
      { test: { ...patience, ...together, name: "programs", include: programs } },
      // What takes the network away from a whole process is alone in its own.
      { test: { ...patience, name: "interceptors", include: interceptors } },
      {
        test: {
          name: "types",
          include: [],
          typecheck: { enabled: true, only: true, include: ["src/**/*.test-d.ts"], tsconfig: "./tsconfig.json" },
        },
      },
      { test: { ...patience, ...together, name: "self", include: ["suites/self/**/*.suite.ts"] } },
      { test: { ...patience, name: "thorough", include: ["suites/thorough/**/*.suite.ts"] } },
      {
        extends: true,
        test: { ...patience, name: "examples", include: ["examples/wrapper/*.test.ts"] },
      },
      { test: { name: "live", include: ["suites/live/**/*.suite.ts"], testTimeout: 300_000, hookTimeout: 120_000 } },
      { test: { ...patience, ...together, name: "suites", include: ["suites/*.suite.ts"] } },
      { test: { ...patience, name: "browser", include: ["suites/browser/**/*.suite.ts"] } },
      { test: { ...patience, name: "repros", include: ["suites/repros/**/*.suite.ts"] } },
      { test: { ...patience, name: "package", include: ["suites/package/**/*.suite.ts"] } },
    ],
  },
});
