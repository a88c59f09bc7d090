import { UsageError } from "../errors.ts";
import type { Transport } from "../model.ts";
import { dummyCredentials, type Target, undeclared } from "./target.ts";

export interface TargetOptions {
  readonly concurrency: number;
  /** Rules of the contract that the embedded mock obeys. */
  readonly rules: object;
}

/** How each kind of target is made, by the name that users give. */
export const targetNames = {
  mock: "the embedded reference emulator, in process",
  "http(s)://…": "anything that answers at a URL",
} as const;

/**
 * The target that a name, a URL or a transport stands for.
 * @throws {UsageError} for an unknown name, and for hosts of the real AWS.
 */
export async function resolveTarget(wanted: string | Transport, options: TargetOptions): Promise<Target> {
  if (typeof wanted === "function") return transportTarget(wanted);
  if (wanted === "mock") {
    const [{ createMock }, { mockPrincipals, mockTarget }] = await Promise.all([import("../mock/create-mock.ts"), import("./mock-target.ts")]);
    return mockTarget(createMock({ rules: options.rules, principals: mockPrincipals }));
  }
  if (wanted === "aws") {
    throw new UsageError("Failed to use aws as the target: this version does not test the real AWS. Name an emulator's URL.");
  }
  if (/^https?:\/\//i.test(wanted)) {
    const { endpointTarget } = await import("./endpoint.ts");
    return endpointTarget(parseUrl(wanted), options);
  }
  throw new UsageError(`Failed to use ${wanted} as the target: there is none of this name. Name "mock", or the URL of an emulator.`);
}

function parseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined) throw new UsageError(`Failed to use ${text} as the target: it is no URL. Write it as http://HOST:PORT/PATH.`);
  if (url.username !== "" || url.password !== "") {
    throw new UsageError(`Failed to use ${url.host} as the target: its URL holds a user name or a password. Leave them out.`);
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
    close: async () => undefined,
  };
}
