import type { Cleanup } from "../action.ts";
import type { Outgoing } from "./exchange.ts";
import type { Call } from "./gate.ts";

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
