import { randomBytes } from "node:crypto";
import type { Outcome, Refused } from "../../../mock/answer.ts";
import type { Call } from "../../../mock/call.ts";
import type { Ways } from "../../../mock/compose-behaviour.ts";
import { type Element, element } from "../../../mock/element.ts";
import type { Fault } from "../../../mock/fault.ts";
import { type Filter, selects } from "./filter.ts";
import { fingerprint } from "./fingerprint.ts";
import type { KeyPair, KeyPairStore, Tag } from "./key-pair-store.ts";
import { type PublicKey, parseKey } from "./parse-key.ts";
import type { TagSpecification } from "./read-parameters.ts";
import type { Rules } from "./rules.ts";

/** A request to import, with the material taken apart; nothing is checked yet. */
export interface ImportRequest {
  readonly call: Call;
  readonly name: string | undefined;
  /** The wire value. */
  readonly material: string | undefined;
  /** The wire value as bytes; undefined where it is not base64. */
  readonly bytes: Uint8Array | undefined;
  readonly text: string;
  readonly key: PublicKey | undefined;
  readonly specifications: readonly TagSpecification[];
  /** The tags of all specifications. */
  readonly tags: readonly Tag[];
  readonly dryRun: boolean;
}

/** What the three actions of one mock share. */
export interface State {
  readonly rules: Rules;
  readonly behaviour: Behaviour;
  readonly faults: readonly Fault[];
  readonly store: (region: string) => KeyPairStore;
  /** The Regions that were spoken to so far. */
  readonly regions: () => readonly string[];
}

/** What a fault may replace in the three actions: the points at which emulators are known to go wrong. */
export interface Behaviour {
  /** The Region whose store holds the keys of this one. */
  readonly keptIn: (region: string) => string;
  /** The name and the material as they are taken to be sent. */
  readonly sentName: (name: string | undefined) => string | undefined;
  readonly sentMaterial: (material: string | undefined) => string | undefined;
  /** The ids that a description or a deletion is taken to name. */
  readonly sentIds: (ids: readonly string[]) => readonly string[];
  /** The parameters in which filters are looked for. */
  readonly sentFilters: (parameters: ReadonlyMap<string, string>) => ReadonlyMap<string, string>;
  readonly parseKey: (text: string, rules: Rules) => PublicKey | undefined;
  readonly specifications: (sent: readonly TagSpecification[]) => readonly TagSpecification[];
  readonly taken: (request: ImportRequest, state: State) => boolean;
  /** A refusal that the contract does not know. */
  readonly alsoRefuse: (request: ImportRequest, state: State) => Refused | undefined;
  /** How a request is handled between its arrival and its answer: at once, so that nothing comes between. */
  readonly handled: (handle: () => Outcome, request: ImportRequest, state: State) => Outcome | Promise<Outcome>;
  /** What a refusal leaves behind. */
  readonly afterRefusal: (refused: Refused, request: ImportRequest, state: State) => void;
  readonly keyPairId: (request: ImportRequest, rules: Rules) => string;
  readonly fingerprint: (key: PublicKey, request: ImportRequest) => string;
  readonly keptName: (name: string) => string;
  readonly keptTags: (tags: readonly Tag[], request: ImportRequest, state: State) => readonly Tag[];
  /** The value of `publicKey` in a description. */
  readonly publicKey: (pair: KeyPair) => string;
  /** Whether a description that asks for these names and ids, empty for all, lists a pair. */
  readonly describes: (pair: KeyPair, names: readonly string[], ids: readonly string[]) => boolean;
  readonly selects: (pair: KeyPair, filter: Filter) => boolean;
  /** Whether a pair is listed: whether names and ids, if any were given, fit it, and which of the filters do. */
  readonly lists: (fits: boolean, selected: readonly boolean[], named: boolean) => boolean;
  /** Whether a dry run of a deletion deletes. */
  readonly dryRunDeletes: boolean;
  /** In which Regions a delete looks for its key. */
  readonly deletesIn: (region: string, regions: readonly string[]) => readonly string[];
  readonly deletedById: (store: KeyPairStore, id: string) => KeyPair | undefined;
  readonly remove: (pair: KeyPair, store: KeyPairStore) => void;
}

/** The reference's own. */
export const behaviour: Behaviour = {
  keptIn: (region) => region,
  sentName: (name) => name,
  sentMaterial: (material) => material,
  sentIds: (ids) => ids,
  sentFilters: (parameters) => parameters,
  parseKey,
  specifications: (sent) => sent,
  // AWS was seen to find a name taken that differs in case only.
  taken: ({ call, name = "" }, { store }) =>
    store(call.region)
      .all()
      .some((pair) => pair.name.toLowerCase() === name.toLowerCase()),
  alsoRefuse: () => undefined,
  handled: (handle) => handle(),
  afterRefusal: () => {},
  keyPairId: (_, { idDigits }) => `key-${`0${randomBytes(idDigits).toString("hex")}`.slice(0, idDigits)}`,
  fingerprint,
  keptName: (name) => name,
  keptTags: (tags) => tags,
  // AWS was seen to put the key's name in place of the comment.
  publicKey: ({ name, key }) => `${key.label} ${Buffer.from(key.blob).toString("base64")} ${name}`,
  describes: ({ id, name }, names, ids) =>
    (names.length === 0 || names.includes(name)) && (ids.length === 0 || ids.includes(id)),
  selects,
  lists: (fits, selected) => fits && selected.every(Boolean),
  dryRunDeletes: false,
  deletesIn: (region) => [region],
  deletedById: (store, id) => store.byId(id),
  remove: (pair, store) => store.remove(pair),
};

/** How several faults of one hook get on. */
export const ways = {
  sentName: "pipe",
  sentMaterial: "pipe",
  sentIds: "pipe",
  sentFilters: "pipe",
  keptName: "pipe",
  keptTags: "pipe",
  specifications: "pipe",
  parseKey: "departing",
  taken: "departing",
  alsoRefuse: "departing",
  fingerprint: "departing",
  publicKey: "departing",
  describes: "departing",
  selects: "departing",
  lists: "departing",
  deletesIn: "departing",
} as const satisfies Ways<Behaviour>;

/** `tagSet` as both answers write it. */
export const tagSet = (tags: readonly Tag[]): Element =>
  element(
    "tagSet",
    tags.map(({ key, value }) => element("item", [element("key", key), element("value", value)])),
  );
