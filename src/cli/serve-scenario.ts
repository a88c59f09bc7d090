import { defaultAction } from "../actions/actions.ts";
import { createRunPrefix } from "../drive/run-prefix.ts";
import { UsageError } from "../errors.ts";
import type { Transport } from "../model.ts";
import { loadContract } from "../spec/load-contract.ts";
import { drawScenario, drawScenarioKeys } from "../wrapper/draw-scenario.ts";
import { loadScenarios } from "../wrapper/load-scenarios.ts";
import { createScriptedNetwork } from "../wrapper/scripted-network.ts";

/** The network of one scenario, and what is to be asked for in it. */
export interface ServedScenario {
  readonly transport: Transport;
  /** One line of JSON: keyName, publicKey, tags, dryRun and region. */
  readonly task: string;
  close(): void;
}

/** Makes the network of one scenario, for tests that start a server. @throws {UsageError} for an unknown scenario. */
export async function openScenario(id: string, spec: string | undefined): Promise<ServedScenario> {
  const action = defaultAction();
  const base = loadContract(action.files, spec);
  const { scenarios } = loadScenarios(base, spec);
  const scenario = scenarios.find((one) => one.id === id);
  if (scenario === undefined)
    throw new UsageError(
      `Failed to serve the scenario ${id}: there is none of this name. See "ec2-contract list scenarios".`,
    );
  const drawn = drawScenario(scenario, createRunPrefix(new Date()), await drawScenarioKeys([scenario]));
  // Nobody judges here what is sent, so what is wrong with it is answered as AWS answers it.
  const { transport, close } = await createScriptedNetwork(drawn, action.rules(base), { forgiving: false });
  return { transport, close, task: JSON.stringify({ ...drawn.input, region: drawn.region }) };
}
