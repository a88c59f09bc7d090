import type { Call } from "../../../mock/call.ts";
import { type Element, element } from "../../../mock/element.ts";
import { firstRefusal, type Refusal } from "../../../mock/refusal.ts";
import type { Handler } from "../../../mock/service.ts";
import { type State, tagSet } from "./behaviour.ts";
import { type Filter, knownFilter, readFilters } from "./filter.ts";
import type { KeyPair } from "./key-pair-store.ts";
import { readFlag, readList } from "./read-parameters.ts";

interface DescribeRequest {
  readonly call: Call;
  readonly names: readonly string[];
  readonly ids: readonly string[];
  readonly filters: readonly Filter[];
  /** Lists that are said to be empty. */
  readonly emptyLists: readonly string[];
}

const missingName = ({ call, names }: DescribeRequest, { store }: State): string | undefined =>
  names.find((name) => !store(call.region).byName(name));

const missingId = ({ call, ids }: DescribeRequest, { store }: State): string | undefined =>
  ids.find((id) => !store(call.region).byId(id));

/** Lists that have no number behind their name: some SDKs say so that they are empty. */
const lists = ["KeyName", "KeyPairId", "Filter"] as const;

/** Why a description is refused. */
export const describeRefusals = [
  {
    name: "describe-empty-list",
    status: 400,
    code: "InvalidRequest",
    message: "The request received was invalid.",
    applies: ({ emptyLists }) => emptyLists.length > 0,
  },
  {
    name: "describe-blank-name",
    status: 400,
    code: "InvalidParameterValue",
    message: "Invalid value '' for keyPairNames. It should not be blank",
    applies: ({ names }) => names.includes(""),
  },
  {
    name: "describe-unknown-filter",
    status: 400,
    code: "InvalidParameterValue",
    message: ({ filters }) => `The filter '${filters.find(({ name }) => !knownFilter(name))?.name}' is invalid`,
    applies: ({ filters }) => filters.some(({ name }) => !knownFilter(name)),
  },
  {
    name: "describe-dry-run",
    status: 412,
    code: "DryRunOperation",
    message: "Request would have succeeded, but DryRun flag is set.",
    applies: ({ call }) => readFlag(call.parameters, "DryRun"),
  },
  {
    name: "describe-missing-name",
    status: 400,
    code: "InvalidKeyPair.NotFound",
    message: (request, state) => `The key pair '${missingName(request, state)}' does not exist`,
    applies: (request, state) => missingName(request, state) !== undefined,
  },
  {
    name: "describe-missing-id",
    status: 400,
    code: "InvalidKeyPair.NotFound",
    message: (request, state) => `The key pair ID '${missingId(request, state)}' does not exist`,
    applies: (request, state) => missingId(request, state) !== undefined,
  },
] as const satisfies readonly Refusal<DescribeRequest, State>[];

const item = (pair: KeyPair, publicKey: string | undefined): Element =>
  element("item", [
    element("keyPairId", pair.id),
    element("keyFingerprint", pair.fingerprint),
    element("keyName", pair.name),
    element("keyType", pair.key.type),
    tagSet(pair.tags),
    ...(publicKey === undefined ? [] : [element("publicKey", publicKey)]),
    element("createTime", pair.createdAt.toISOString()),
  ]);

/** DescribeKeyPairs. */
export const describeKeyPairs = (state: State): Handler => ({
  parameters: new Set([
    ...lists,
    "KeyName.N",
    "KeyPairId.N",
    "Filter.N.Name",
    "Filter.N.Value.N",
    "IncludePublicKey",
    "DryRun",
  ]),
  resource: () => "*",
  handle: (call) => {
    const names = readList(call.parameters, "KeyName");
    const ids = state.behaviour.sentIds(readList(call.parameters, "KeyPairId"));
    const filtering = state.behaviour.sentFilters(call.parameters);
    const filters = readFilters(filtering);
    const emptyLists = lists.filter((list) => (list === "Filter" ? filtering : call.parameters).has(list));
    const refused = firstRefusal(describeRefusals, { call, names, ids, filters, emptyLists }, state, state.faults);
    if (refused) return { kind: "refused", refused };

    const { describes, selects, lists: listed, publicKey } = state.behaviour;
    const pairs = state
      .store(call.region)
      .all()
      .filter((pair) =>
        listed(
          describes(pair, names, ids),
          filters.map((filter) => selects(pair, filter)),
          names.length + ids.length > 0,
        ),
      );
    const include = readFlag(call.parameters, "IncludePublicKey");
    const items = pairs.map((pair) => item(pair, include ? publicKey(pair) : undefined));
    return { kind: "done", members: [element("keySet", items)] };
  },
});
