import { callersSecrets } from "../drive/redact.ts";
import { UsageError } from "../errors.ts";
import type { Transport } from "../model.ts";
import { replayScheme } from "../recordings/recording.ts";
import type { EndpointOptions } from "./endpoint.ts";
import type { Profile } from "./profile.ts";
import { dummyCredentials, type Target, undeclared } from "./target.ts";

export interface TargetOptions extends EndpointOptions {
  /** Rules of the contract that the embedded mock obeys. */
  readonly rules: object;
  /** A profile, or the file that holds one. */
  readonly profile?: string | Profile;
  /** Start the emulator that the name or the profile stands for. */
  readonly start?: boolean;
  /** The virtual environment in which it is installed. */
  readonly venv?: string;
  /** False: what NAME@VERSION stands for is not installed. */
  readonly install?: boolean;
  /** Days: an older recording is refused. */
  readonly maxAge?: number;
  /** Stops a start that takes too long. */
  readonly signal: AbortSignal;
}

/**
 * The target that a name, a URL or a transport stands for.
 * @throws {UsageError} for an unknown name, an emulator that is not installed, and hosts of the real AWS.
 */
export async function resolveTarget(wanted: string | Transport, options: TargetOptions): Promise<Target> {
  if (typeof wanted === "function") return transportTarget(wanted);
  if (wanted === "aws") {
    throw new UsageError(
      "Failed to use aws as the target: the real AWS is tested behind its guard only. Run: ec2-contract test aws --account ID --region REGION.",
    );
  }
  if (wanted.startsWith(replayScheme)) return recordedTarget(wanted.slice(replayScheme.length), options);
  if (options.maxAge !== undefined)
    throw new UsageError(
      `Failed to use --max-age with ${wanted}: only a recording has an age. Leave it out, or name the target replay:DIR.`,
    );
  const { namedProfile, profileNames, readProfile } = await import("./profile.ts");
  const { profile: given } = options;
  const profile = typeof given === "string" ? readProfile(given) : given;
  if (wanted === "mock") {
    if (profile !== undefined || options.start)
      throw new UsageError(
        "Failed to use mock as the target: it is in this process, and takes no profile and no start. Leave them out, or name another target.",
      );
    return embeddedTarget(options.rules);
  }
  if (/^https?:\/\//i.test(wanted)) {
    if (options.start)
      throw new UsageError(`Failed to start ${wanted}: it is a URL. Name an emulator: ${profileNames().join(", ")}.`);
    const url = parseUrl(wanted);
    return openProfile(profile ?? { name: url.host }, url, options);
  }
  if (/^[\w.-]+:\d+(\/|$)/.test(wanted)) {
    throw new UsageError(`Failed to use ${wanted} as the target: it has no scheme. Say http://${wanted}.`);
  }
  const [name = "", version] = wanted.split(/@(.*)/s);
  if (!profileNames().includes(name) || version === "") {
    throw new UsageError(
      `Failed to use ${wanted} as the target: there is none of this name. Name one of mock, ${profileNames().join(", ")}, perhaps with @VERSION or @latest, or the URL of an emulator.`,
    );
  }
  const known = profile ?? namedProfile(name);
  if (version !== undefined) return installedTarget(known, version, options);
  return options.start ? startedTarget(known, options) : openProfile(known, parseUrl(known.endpoint ?? ""), options);
}

async function recordedTarget(dir: string, options: TargetOptions): Promise<Target> {
  const useless = (["profile", "start", "headers", "cacert"] as const).find((name) => isGiven(options[name]));
  if (useless !== undefined)
    throw new UsageError(
      `Failed to use --${useless === "headers" ? "header" : useless} with ${replayScheme}${dir}: a recording is not reached, it is read. Leave it out.`,
    );
  const { replayTarget } = await import("../recordings/replay-target.ts");
  return replayTarget(dir, new Date(), options.maxAge);
}

/** Options without a value, and headers that are none, are not given. */
function isGiven(value: unknown): boolean {
  return value !== undefined && value !== false && JSON.stringify(value) !== "{}";
}

async function openProfile(
  profile: Profile,
  url: URL,
  options: EndpointOptions & { readonly version?: string },
): Promise<Target> {
  const { profileTarget } = await import("./profile-target.ts");
  return profileTarget(profile, url, options);
}

async function startedTarget(profile: Profile, options: TargetOptions): Promise<Target> {
  const { startEmulator } = await import("./start-emulator.ts");
  const emulator = await startEmulator(profile, options.venv, options.signal);
  try {
    const target = await openProfile(profile, emulator.url, { ...options, version: emulator.version });
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
async function installedTarget(profile: Profile, version: string, options: TargetOptions): Promise<Target> {
  if (options.venv !== undefined)
    throw new UsageError(
      `Failed to use ${profile.name}@${version}: a version has a place of its own, and --venv names another. Leave one of them out.`,
    );
  if (!/^(latest|\d[\w.+!-]*)$/.test(version))
    throw new UsageError(
      `Failed to use ${profile.name}@${version}: that is no version. Write it as ${profile.name}@1.2.3 or ${profile.name}@latest.`,
    );
  const { installEmulator } = await import("./install-emulator.ts");
  return startedTarget(profile, { ...options, venv: await installEmulator(profile, version, options) });
}

async function embeddedTarget(rules: object): Promise<Target> {
  const [{ createMock }, { mockPrincipals, mockTarget }] = await Promise.all([
    import("../mock/create-mock.ts"),
    import("./mock-target.ts"),
  ]);
  return mockTarget(createMock({ rules, principals: mockPrincipals }));
}

function parseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined)
    throw new UsageError(`Failed to use ${text} as the target: it is no URL. Write it as http://HOST:PORT/PATH.`);
  if (url.username !== "" || url.password !== "") {
    throw new UsageError(
      `Failed to use ${url.host} as the target: its URL holds a user name or a password. Leave them out.`,
    );
  }
  if (url.search !== "" || url.hash !== "") {
    throw new UsageError(`Failed to use ${text} as the target: it has a query or a fragment. Leave them out.`);
  }
  return url;
}

/** A function of the caller's own: nothing is known of what it can do. */
function transportTarget(transport: Transport): Target {
  return {
    name: "transport",
    endpoint: new URL("http://transport.localhost/"),
    transport,
    lacks: undeclared,
    credentials: { run: dummyCredentials },
    secrets: callersSecrets({}, [], process.env),
    close: async () => undefined,
  };
}
