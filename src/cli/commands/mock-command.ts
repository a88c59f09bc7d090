import { once } from "node:events";
import { defaultAction } from "../../actions/actions.ts";
import { faults } from "../../actions/import-key-pair/faults/faults.ts";
import { type Likeness, likenessOf } from "../../actions/import-key-pair/mock-like.ts";
import { createRunPrefix } from "../../drive/run-prefix.ts";
import { messageOf, UsageError } from "../../errors.ts";
import { createMock } from "../../mock/create-mock.ts";
import { serveMock } from "../../mock/http-server.ts";
import type { Transport } from "../../model.ts";
import { oneLine } from "../../report/escape.ts";
import { loadContract } from "../../spec/load-contract.ts";
import { drawScenario, drawScenarioKeys } from "../../wrapper/draw-scenario.ts";
import { loadScenarios } from "../../wrapper/load-scenarios.ts";
import { createScriptedNetwork } from "../../wrapper/scripted-network.ts";
import { stopSignals } from "../on-interrupt.ts";

/** `ec2-contract mock`: serves until it is stopped. @throws {UsageError} for an unknown fault and a taken port. */
export async function mockCommand(options: {
  readonly port: number;
  readonly fault?: readonly string[];
  readonly like?: string;
  readonly scenario?: string;
  readonly spec?: string;
}): Promise<void> {
  const action = defaultAction();
  const chosen = (options.fault ?? []).map((id) => {
    const fault = faults.find((known) => known.id === id);
    if (fault === undefined)
      throw new UsageError(
        `Failed to use the fault ${id}: there is none of this name. See "ec2-contract list faults".`,
      );
    return fault;
  });
  if (options.scenario !== undefined && (chosen.length > 0 || options.like !== undefined))
    throw new UsageError("Failed to serve a scenario with faults: each is a world of its own. Choose one of them.");
  const like = options.like === undefined ? undefined : await likenessOf(options.like);
  const scenario = options.scenario === undefined ? undefined : await openScenario(options.scenario, options.spec);
  const mock =
    scenario?.transport ??
    createMock({
      rules: action.rules(loadContract(action.files, options.spec)),
      faults: [...(like?.faults ?? []), ...chosen],
    });
  const server = await serveMock(mock, { port: options.port }).catch((cause: unknown) => {
    throw new UsageError(
      `Failed to serve on port ${options.port}: ${messageOf(cause)}. Choose another, or 0 for a free one.`,
      { cause },
    );
  });
  if (like !== undefined) process.stderr.write(likenessNotice(like));
  process.stdout.write(`${server.url}\n${scenario === undefined ? "" : `${scenario.task}\n`}`);
  const stop = new AbortController();
  await Promise.race(stopSignals.map((signal) => once(process, signal, { signal: stop.signal })));
  stop.abort();
  scenario?.close();
  await server.close();
}

/** What is served, and what is not. */
function likenessNotice({ faults, unexplained }: Likeness): string {
  const ids = faults.map(({ id }) => id).join(", ");
  const left = unexplained.length === 0 ? "" : ` Not explained, and answered as AWS does: ${unexplained.join(", ")}.`;
  return `${faults.length === 0 ? "Serves no fault: nothing failed in the report." : `Serves ${faults.length} faults: ${ids}.`}${oneLine(left, 600)}\n`;
}

/** The network of one scenario, and what is to be asked for in it. */
interface ServedScenario {
  readonly transport: Transport;
  /** One line of JSON: keyName, publicKey, tags, dryRun and region. */
  readonly task: string;
  close(): void;
}

/** Makes the network of one scenario, for tests that start a server. @throws {UsageError} for an unknown scenario. */
async function openScenario(id: string, spec: string | undefined): Promise<ServedScenario> {
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
