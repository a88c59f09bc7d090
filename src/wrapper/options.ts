import picomatch from "picomatch";
import type { Action } from "../action.ts";
import { createRunPrefix } from "../drive/run-prefix.ts";
import { UsageError } from "../errors.ts";
import { resolveSchema, type Schemas, type WireSchema } from "../spec/contract.ts";
import { drawScenarioKeys } from "./draw-scenario.ts";
import type { WrapperContract } from "./load-scenarios.ts";
import { httpNetwork } from "./networks/http.ts";
import { mswNetwork } from "./networks/msw.ts";
import type { NetworkKind, NetworkName } from "./networks/network.ts";
import { nockNetwork } from "./networks/nock.ts";
import type { WrapperLacks, WrapperPolicy } from "./policy.ts";
import { readResult, type WrapperResult } from "./read-result.ts";
import { type ScenarioRunner, saysFailed, usualResult, type Wrapper } from "./run-scenario.ts";
import type { Scenario } from "./scenario.ts";

/** How a wrapper is put through the scenarios. */
export interface WrapperOptions {
  /** What the report calls it; `wrapper` by default. */
  readonly name?: string;
  /** The code under test, with its own client on the given endpoint, Region and credentials. */
  readonly importKeyPair: Wrapper;
  /** What its output tells; by default the members keyName, keyPairId, fingerprint and tags, or as the SDK calls them. */
  readonly read?: (output: unknown) => WrapperResult;
  /** Whether an output means failure, for code that throws nothing; by default `ok: false` and `success: false` do. */
  readonly failed?: (output: unknown) => boolean;
  /** What is below it: msw and nock in this process, or a server, which is the default. */
  readonly network?: NetworkName;
  /** What is right where more than one thing is. */
  readonly policy?: WrapperPolicy;
  /** What it honestly can't do, each with the reason. */
  readonly lacks?: WrapperLacks;
  /** Globs over scenarios, clauses and areas. */
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  /** Milliseconds for one scenario; 5000 by default. */
  readonly timeout?: number;
}

const networks: Readonly<Record<NetworkName, NetworkKind>> = { http: httpNetwork, msw: mswNetwork, nock: nockNetwork };

const mostWait = 5_000;

/**
 * Draws the keys, and makes what runs single scenarios.
 * @throws {UsageError} for a network that there is not.
 */
export async function prepareWrapper(
  options: WrapperOptions & { readonly signal?: AbortSignal },
  action: Action,
  contract: WrapperContract,
): Promise<ScenarioRunner> {
  const { network = "http", policy = {}, lacks = {}, timeout = mostWait } = options;
  if (!Object.hasOwn(networks, network))
    throw new UsageError(
      `Failed to put a network below the wrapper: there is none named ${network}. Use ${Object.keys(networks).join(", ")}.`,
    );
  const rules = action.rules(contract.base);
  const runner = {
    contract,
    rules,
    known: parametersOf(contract.schemas),
    wrapper: options.importKeyPair,
    read: options.read ?? readResult,
    failed: options.failed ?? saysFailed,
    network: networks[network],
    policy,
    lacks,
    timeout,
    prefix: createRunPrefix(new Date()),
    keys: await drawScenarioKeys(contract.scenarios),
    ...(options.signal && { signal: options.signal }),
  };
  let usual: Promise<WrapperResult> | undefined;
  return {
    ...runner,
    usual: () => {
      usual ??= usualResult(runner);
      return usual;
    },
  };
}

/** The names on the wire of what each request of the model has, with `N` for the numbers. */
function parametersOf(schemas: Schemas): ScenarioRunner["known"] {
  const requests = Object.entries(schemas).filter(([name]) => name.endsWith("Request"));
  return Object.fromEntries(
    requests.map(([name, schema]) => [name.replace(/Request$/, ""), new Set(namesOf(schemas, schema, ""))]),
  );
}

function namesOf(schemas: Schemas, schema: WireSchema, path: string): readonly string[] {
  const { type, items, properties } = resolveSchema(schemas, schema);
  if (type === "array") return namesOf(schemas, items ?? {}, `${path}.N`);
  if (properties === undefined) return [path];
  return Object.entries(properties).flatMap(([member, property]) => {
    const name = resolveSchema(schemas, property).xml?.name ?? member;
    const said = name.charAt(0).toUpperCase() + name.slice(1);
    return namesOf(schemas, property, path === "" ? said : `${path}.${said}`);
  });
}

/**
 * The scenarios that the options select, by their ids, areas and the clauses that judge them.
 * @throws {UsageError} for a pattern that matches nothing, and when nothing is left.
 */
export function selectScenarios(
  { only = [], skip = [] }: Pick<WrapperOptions, "only" | "skip">,
  { scenarios }: WrapperContract,
): readonly Scenario[] {
  const wordsOf = ({ id, area, judges }: Scenario): readonly string[] => [id, area, ...Object.keys(judges)];
  for (const pattern of [...only, ...skip]) {
    if (!scenarios.some((scenario) => wordsOf(scenario).some((word) => picomatch.isMatch(word, pattern))))
      throw new UsageError(
        `Failed to select ${pattern}: no scenario, area or clause has this name. See "ec2-contract list scenarios".`,
      );
  }
  const isOnly = only.length === 0 ? () => true : picomatch([...only]);
  const isSkipped = skip.length === 0 ? () => false : picomatch([...skip]);
  const selected = scenarios.filter((scenario) => {
    const words = wordsOf(scenario);
    return words.some((word) => isOnly(word)) && !words.some((word) => isSkipped(word));
  });
  if (selected.length === 0)
    throw new UsageError("Failed to select scenarios: none is left to run. Widen --only, or narrow --skip.");
  return selected;
}
