import type { Transport } from "../model.ts";
import { TransportError } from "./transport-error.ts";

/** A transport that sends nothing that is signed for another Region than these. */
export function confined(transport: Transport, regions: readonly string[]): Transport {
  return async (request) => {
    const region = signedFor(request);
    if (region !== undefined && !regions.includes(region))
      throw new TransportError("not-sent", `the Region ${region} was not named`);
    return transport(request);
  };
}

/** The Region in the credential scope of a request; an unsigned one has none. */
function signedFor({ headers, url }: Request): string | undefined {
  const credential =
    headers.get("authorization")?.match(/Credential=([^,\s]+)/)?.[1] ??
    new URL(url).searchParams.get("X-Amz-Credential");
  return credential?.split("/").at(-3);
}
