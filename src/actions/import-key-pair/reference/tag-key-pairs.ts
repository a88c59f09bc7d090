import type { Outcome } from "../../../mock/answer.ts";
import type { Call } from "../../../mock/call.ts";
import { element } from "../../../mock/element.ts";
import { firstRefusal, type Refusal } from "../../../mock/refusal.ts";
import type { Handler } from "../../../mock/service.ts";
import type { State } from "./behaviour.ts";
import type { KeyPair, Tag } from "./key-pair-store.ts";
import { readFlag, readList } from "./read-parameters.ts";

/** A request to tag or untag, taken apart; a tag without a Value has none. */
interface TagRequest {
  readonly call: Call;
  readonly ids: readonly string[];
  readonly tags: readonly { readonly key: string; readonly value: string | undefined }[];
}

const readTagRequest = (call: Call): TagRequest => {
  const { parameters } = call;
  const numbers = [...parameters.keys()].flatMap((name) => /^Tag\.(\d{1,9})\.(?:Key|Value)$/.exec(name)?.[1] ?? []);
  return {
    call,
    ids: readList(parameters, "ResourceId"),
    tags: [...new Set(numbers)].map((number) => ({
      key: parameters.get(`Tag.${number}.Key`) ?? "",
      value: parameters.get(`Tag.${number}.Value`),
    })),
  };
};

const missing = ({ ids }: TagRequest, call: Call, state: State): string | undefined =>
  ids.find((id) => state.store(call.region).byId(id) === undefined);

const merged = (before: readonly Tag[], tags: TagRequest["tags"]): readonly Tag[] => {
  const all = new Map(before.map(({ key, value }) => [key, value]));
  for (const { key, value = "" } of tags) all.set(key, value);
  return [...all].map(([key, value]) => ({ key, value }));
};

/**
 * Why tags are not changed. Only key pairs can be tagged here. That an id which is none is refused with InvalidID is
 * documented; which code an id of the right form gets is not known.
 */
const tagRequestRefusals = [
  {
    name: "tagged-nothing",
    status: 400,
    code: "MissingParameter",
    message: "The request must contain the parameter resourceIdSet",
    applies: ({ ids }) => ids.length === 0,
  },
  {
    name: "tagged-with-nothing",
    status: 400,
    code: "MissingParameter",
    message: "The request must contain the parameter tagSet",
    applies: ({ call, tags }) => call.action === "CreateTags" && tags.length === 0,
  },
  {
    name: "tagged-no-id",
    status: 400,
    code: "InvalidID",
    message: ({ ids }) => `The ID '${ids.find((id) => !/^key-[0-9a-f]+$/.test(id))}' is not valid`,
    applies: ({ ids }) => ids.some((id) => !/^key-[0-9a-f]+$/.test(id)),
  },
  {
    name: "tagged-id-unknown",
    status: 400,
    code: "InvalidKeyPair.NotFound",
    message: (request, state) => `The key pair ID '${missing(request, request.call, state)}' does not exist`,
    applies: (request, state) => missing(request, request.call, state) !== undefined,
  },
  {
    name: "tagged-too-often",
    status: 400,
    code: "TagLimitExceeded",
    message: (_, { rules }) => `The maximum number of Tags for a resource has been reached: ${rules.tagsMax}.`,
    applies: ({ call, ids, tags }, { rules, store }) =>
      call.action === "CreateTags" &&
      ids.some((id) => merged(store(call.region).byId(id)?.tags ?? [], tags).length > rules.tagsMax),
  },
  {
    name: "tagged-dry-run",
    status: 412,
    code: "DryRunOperation",
    message: "Request would have succeeded, but DryRun flag is set.",
    applies: ({ call }) => readFlag(call.parameters, "DryRun"),
  },
] as const satisfies readonly Refusal<TagRequest, State>[];

const changing =
  (state: State, change: (pair: KeyPair, tags: TagRequest["tags"]) => readonly Tag[]) =>
  (call: Call): Outcome => {
    const request = readTagRequest(call);
    const refused = firstRefusal(tagRequestRefusals, request, state, state.faults);
    if (refused) return { kind: "refused", refused };
    const store = state.store(call.region);
    for (const id of request.ids) {
      const pair = store.byId(id);
      if (pair) store.add({ ...pair, tags: change(pair, request.tags) });
    }
    return { kind: "done", members: [element("return", "true")] };
  };

const parameters: Handler["parameters"] = new Set(["ResourceId.N", "Tag.N.Key", "Tag.N.Value", "DryRun"]);
const resource: Handler["resource"] = (call) => `key-pair/${call.parameters.get("ResourceId.1") ?? "*"}`;

/** CreateTags on key pairs: adds tags, and overwrites those of the same key. */
export const createTags = (state: State): Handler => ({
  parameters,
  resource,
  handle: changing(state, (pair, tags) => merged(pair.tags, tags)),
});

/** DeleteTags on key pairs: without tags, all; a tag with a Value only where the value is that. */
export const deleteTags = (state: State): Handler => ({
  parameters,
  resource,
  handle: changing(state, (pair, tags) =>
    tags.length === 0
      ? []
      : pair.tags.filter(
          (tag) => !tags.some(({ key, value }) => key === tag.key && (value === undefined || value === tag.value)),
        ),
  ),
});
