import { spawnSync } from "node:child_process";

/** What a program printed, and its exit code. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program as a user's shell would. Nothing is thrown: a test asserts on what it gets. */
export function runCommand(cwd: string, command: string, ...args: readonly string[]): Ran {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    env: userEnvironment(),
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  // npm also warns of the machine's own configuration.
  return { code: status, stdout, stderr: stderr.replace(/^npm warn .*\n/gm, "") + (error?.message ?? "") };
}

/** Our own npm script and our own vitest must not leak into the user's. */
function userEnvironment(): NodeJS.ProcessEnv {
  const ours = /^(VITEST|NODE_ENV$|TEST$|INIT_CWD$|npm_(package|lifecycle|command|config_local_prefix))/;
  return { ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name))), NO_COLOR: "1" };
}
