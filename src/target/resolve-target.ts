import { callersSecrets } from "../drive/redact.ts";
import { UsageError } from "../errors.ts";
import type { Transport } from "../model.ts";
import { replayScheme } from "../recordings/recording.ts";
import type { EmulatorOptions } from "./emulator/emulator-target.ts";
import type { Profile } from "./profile.ts";
import { dummyCredentials, type Target, undeclared } from "./target.ts";
import { targetUrl, withoutSecrets } from "./target-url.ts";

export interface TargetOptions extends EmulatorOptions {
  /** Rules of the contract that the embedded mock obeys. */
  readonly rules: object;
  /** A profile, or the file that holds one. */
  readonly profile?: string | Profile;
  /** Days: an older recording is refused. */
  readonly maxAge?: number;
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
      `Failed to use --max-age with ${withoutSecrets(wanted)}: only a recording has an age. Leave it out, or name the target replay:DIR.`,
    );
  const { profileNames, readProfile } = await import("./profile.ts");
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
      throw new UsageError(
        `Failed to start ${withoutSecrets(wanted)}: it is a URL. Name an emulator: ${profileNames().join(", ")}.`,
      );
    const [url, { profileTarget }] = [targetUrl(wanted), await import("./profile-target.ts")];
    return profileTarget(profile ?? { name: url.host }, url, options);
  }
  if (/^[\w.-]+:\d+(\/|$)/.test(wanted)) {
    throw new UsageError(`Failed to use ${wanted} as the target: it has no scheme. Say http://${wanted}.`);
  }
  const { emulatorTarget } = await import("./emulator/emulator-target.ts");
  return emulatorTarget(wanted, profile, options);
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

async function embeddedTarget(rules: object): Promise<Target> {
  const [{ createMock }, { mockPrincipals, mockTarget }] = await Promise.all([
    import("../mock/create-mock.ts"),
    import("./mock-target.ts"),
  ]);
  return mockTarget(createMock({ rules, principals: mockPrincipals }));
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
