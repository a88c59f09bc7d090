import type { Cleanup } from "../action.ts";
import type { Call } from "./gate.ts";

/** A request that is still to be sent, and may be sent several times. */
export interface Outgoing {
  readonly method: string;
  readonly url: string;
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Empty for a GET. */
  readonly body: string;
}

/** What a request asks for. */
export function callOf(
  { url, headers, body }: Outgoing,
  { creates, removes }: Pick<Cleanup, "creates" | "removes">,
  cleaning: boolean,
): Call {
  const { searchParams } = new URL(url);
  const parameters = body === "" ? searchParams : new URLSearchParams(body);
  const actions = parameters.getAll("Action");
  const credential =
    headers["authorization"]?.match(/Credential=([^,\s]+)/)?.[1] ?? searchParams.get("X-Amz-Credential");
  const region = credential?.split("/").at(-3);
  return {
    action: actions[0] ?? "",
    mutating: actions.some((action) => action === creates || action === removes),
    creating: actions.includes(creates),
    parameters,
    ...(region !== undefined && { region }),
    cleaning,
  };
}
