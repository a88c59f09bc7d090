import { callersSecrets, redactText } from "../drive/redact.ts";
import { createRunPrefix } from "../drive/run-prefix.ts";
import { messageOf, UsageError } from "../errors.ts";
import { oneLine } from "../report/escape.ts";
import { createIamUsers } from "./aws/iam-users.ts";
import { type EndpointOptions, openEndpoint } from "./endpoint.ts";
import { lacksOf, type Profile } from "./profile.ts";
import { mostOfSideCall, readBody } from "./read-body.ts";
import { dummyCredentials, type Target } from "./target.ts";
import { TransportError } from "./transport-error.ts";

/** Side calls (version, reset) are quick, or not to be waited for. */
const sideCallTimeout = 10_000;
/** Characters. */
const longestVersion = 200;

/**
 * What is behind a URL, as its profile describes it: reset if the profile says how, its version asked for.
 * @throws {UsageError} for hosts of the real AWS, and when the reset is refused.
 */
export async function profileTarget(
  profile: Profile,
  url: URL,
  options: EndpointOptions & { readonly version?: string },
): Promise<Target> {
  const { transport, close } = await openEndpoint(url, options);
  const secrets = callersSecrets(options.headers ?? {}, Object.values(profile.credentials ?? {}), process.env);
  const call = async (path: string, method: string): Promise<Response> =>
    transport(new Request(new URL(path, url), { method, signal: AbortSignal.timeout(sideCallTimeout) }));
  try {
    if (profile.reset !== undefined) await reset(profile, call);
    const version = options.version ?? (await askVersion(profile, call, secrets));
    const users =
      profile.users === undefined ? undefined : await createIamUsers(transport, url, createRunPrefix(new Date()));
    return {
      name: profile.name,
      endpoint: url,
      ...(version !== undefined && { version }),
      transport,
      lacks: lacksOf(profile),
      ...(profile.settles !== undefined && { settles: profile.settles }),
      secrets: users === undefined ? secrets : [...secrets, ...callersSecrets({}, [users.run, users.unauthorized], {})],
      credentials: {
        run: dummyCredentials,
        ...profile.credentials,
        ...(users && { run: users.run, unauthorized: users.unauthorized }),
      },
      async close() {
        await users?.remove().catch((cause: unknown) => {
          process.stderr.write(`A user of the run is left at the target: ${oneLine(messageOf(cause))}\n`);
        });
        await close();
      },
    };
  } catch (cause) {
    await close();
    throw cause;
  }
}

type Call = (path: string, method: string) => Promise<Response>;

async function reset({ name, reset: recipe }: Profile, call: Call): Promise<void> {
  if (recipe === undefined) return;
  let status: number;
  try {
    status = (await call(recipe.path, recipe.method ?? "POST")).status;
  } catch (cause) {
    // Nobody there: the run itself will say so, and report it.
    if (TransportError.from(cause).kind !== "broken") return;
    throw cause;
  }
  if (status < 200 || status > 299) {
    throw new UsageError(
      `Failed to reset ${name}: ${recipe.path} answered with ${status}. Correct the profile's reset.`,
    );
  }
}

/** The version that a running target tells; undefined where it tells none, as no run depends on it. */
async function askVersion(
  { name, version }: Profile,
  call: Call,
  secrets: readonly string[],
): Promise<string | undefined> {
  if (version === undefined) return undefined;
  try {
    const body = await readBody(await call(version.path, "GET"), mostOfSideCall);
    const answer = JSON.parse(body.toString()) as Readonly<Record<string, unknown>> | null;
    const told = answer?.[version.member];
    return typeof told === "string" && told.length <= longestVersion ? redactText(told, secrets) : undefined;
  } catch (cause) {
    process.stderr.write(`The version of ${name} is not known: ${oneLine(redactText(messageOf(cause), secrets))}.\n`);
    return undefined;
  }
}
