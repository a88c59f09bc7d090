import { UsageError } from "../../errors.ts";
import { oneLine } from "../../report/escape.ts";
import type { EndpointOptions } from "../endpoint.ts";
import { namedProfile, type Profile, profileNames } from "../profile.ts";
import { profileTarget } from "../profile-target.ts";
import type { Target } from "../target.ts";
import { targetUrl, withoutSecrets } from "../target-url.ts";
import { installEmulator } from "./install-emulator.ts";
import { startEmulator } from "./start-emulator.ts";
import { isCommand, toldCommand } from "./start-recipe.ts";

/** How an emulator is reached, and started where it has to be. */
export interface EmulatorOptions extends EndpointOptions {
  /** Start the emulator that the name or the profile stands for. What a profile of the caller's starts is started only so. */
  readonly start?: boolean;
  /** The virtual environment in which it is installed. */
  readonly venv?: string;
  /** False: what NAME@VERSION stands for is not installed. */
  readonly install?: boolean;
  /** Stops a start that takes too long. */
  readonly signal: AbortSignal;
}

/**
 * The emulator that a name stands for, perhaps at a version: one that runs, or one that is started here. What a profile of
 * the caller's would start is told, and started only where that is asked for.
 * @param own the profile of the caller's, whose own name is a name then, too.
 * @throws {UsageError} for an unknown name, and for what can't be started, installed or reached.
 */
export async function emulatorTarget(
  wanted: string,
  own: Profile | undefined,
  options: EmulatorOptions,
): Promise<Target> {
  const [name = "", version] = wanted.split(/@(.*)/s);
  const names = [...new Set([...profileNames(), ...(own === undefined ? [] : [own.name])])];
  if (!names.includes(name) || version === "") {
    throw new UsageError(
      `Failed to use ${withoutSecrets(wanted)} as the target: there is none of this name. Name one of mock, ${names.join(", ")}, perhaps with @VERSION or @latest, or the URL of an emulator.`,
    );
  }
  const profile = own ?? namedProfile(name);
  if (version !== undefined && profile.start !== undefined && isCommand(profile.start))
    throw new UsageError(
      `Failed to use ${wanted}: its profile starts a command, and only what comes from PyPI has versions to install. Leave @${version} out, and see that the command starts the version that you mean.`,
    );
  const isStarted = options.start === true || version !== undefined;
  if (own?.start !== undefined) tellStart(own, isStarted, options);
  if (version !== undefined) return installedTarget(profile, version, options);
  if (options.start) return startedTarget(profile, options);
  if (profile.endpoint === undefined)
    throw new UsageError(
      `Failed to use ${name}: its profile does not say where it listens. ${profile.start === undefined ? "Name its URL" : "Add --start to have it started, or name its URL"}.`,
    );
  return profileTarget(profile, targetUrl(profile.endpoint), options);
}

/**
 * Tells what a profile of the caller's starts, as it may be somebody else's.
 * @throws {UsageError} where it would have to be started, and that was not asked for.
 */
export function tellStart(
  { name, start, endpoint }: Profile,
  isStarted: boolean,
  options: Pick<EmulatorOptions, "start" | "venv">,
): void {
  if (start === undefined) return;
  const command = oneLine(toldCommand(start, options.venv), 2_000);
  if (options.start) {
    process.stderr.write(`Starting ${name} as its profile says: ${command}\n`);
    return;
  }
  if (isStarted || endpoint === undefined)
    throw new UsageError(
      `Failed to use ${name}: its profile would run: ${command}. Read it, and add --start to have it run.`,
    );
  process.stderr.write(
    `Asking ${withoutSecrets(endpoint)}; with --start, the profile of ${name} would run: ${command}\n`,
  );
}

async function startedTarget(profile: Profile, options: EmulatorOptions): Promise<Target> {
  const emulator = await startEmulator(profile, options.venv, options.signal);
  try {
    const { version } = emulator;
    const target = await profileTarget(profile, emulator.url, {
      ...options,
      ...(version !== undefined && { version }),
    });
    const close = async (): Promise<void> => {
      await target.close();
      await emulator.stop();
    };
    return { ...target, close };
  } catch (cause) {
    await emulator.stop();
    throw cause;
  }
}

/** A version of an emulator, started; installed before that where it has to be. */
async function installedTarget(profile: Profile, version: string, options: EmulatorOptions): Promise<Target> {
  if (options.venv !== undefined)
    throw new UsageError(
      `Failed to use ${profile.name}@${version}: a version has a place of its own, and --venv names another. Leave one of them out.`,
    );
  if (!/^(latest|\d[\w.+!-]*)$/.test(version))
    throw new UsageError(
      `Failed to use ${profile.name}@${version}: that is no version. Write it as ${profile.name}@1.2.3 or ${profile.name}@latest.`,
    );
  return startedTarget(profile, { ...options, venv: await installEmulator(profile, version, options) });
}
