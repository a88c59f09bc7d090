import type { KeyPairFault } from "../src/actions/import-key-pair/faults/key-pair-fault.ts";
import { raceFaults } from "../src/actions/import-key-pair/faults/lifecycle/race-faults.ts";
import { type Behaviour, behaviour as own } from "../src/actions/import-key-pair/reference/behaviour.ts";
import type { KeyPair, Tag } from "../src/actions/import-key-pair/reference/key-pair-store.ts";
import type { Area } from "../src/model.ts";

/** A way to disobey that shows in few requests: what random cases are for. */
export interface RareFault {
  readonly summary: string;
  /** Where its finding belongs. */
  readonly areas: readonly Area[];
  /** For a mock of its own: some remember. */
  make(): KeyPairFault;
}

const rare = (summary: string, areas: readonly Area[], behave: () => Partial<Behaviour>): RareFault => ({
  summary,
  areas,
  make: () => ({
    id: "rare",
    summary,
    area: areas[0] ?? "robustness",
    clause: "",
    kind: "behaviour",
    behaviour: behave(),
  }),
});

/** A name that is taken, or kept, for another. */
const named = (summary: string, change: (name: string) => string): RareFault =>
  rare(summary, ["name", "lifecycle"], () => ({ keptName: change }));

const tagged = (summary: string, change: (tags: readonly Tag[]) => readonly Tag[]): RareFault =>
  rare(summary, ["tags"], () => ({ keptTags: change }));

const valued = (summary: string, change: (value: string) => string): RareFault =>
  tagged(summary, (tags) => tags.map(({ key, value }) => ({ key, value: change(value) })));

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // no escapes of UTF-8
  }
}

/** Keeps the tags of a key for the next key of its name. */
function keepingTags(): Partial<Behaviour> {
  const before = new Map<string, readonly Tag[]>();
  return {
    keptTags(tags, { name, call }) {
      const place = `${call.region} ${name}`;
      const kept = tags.length > 0 ? tags : (before.get(place) ?? []);
      before.set(place, kept);
      return kept;
    },
  };
}

/** Names that were taken once, by whatever this says of a request, stay taken. */
function stayingTaken(takes: "refused-tag" | "deleted-by-id"): Partial<Behaviour> {
  const taken = new Set<string>();
  return {
    taken: (request, state) => taken.has(`${request.call.region} ${request.name}`) || own.taken(request, state),
    afterRefusal(_, { call, name, tags, dryRun }) {
      if (takes === "refused-tag" && tags.length > 0 && !dryRun) taken.add(`${call.region} ${name}`);
    },
    deletedById(store, id) {
      const pair = store.byId(id);
      if (takes === "deleted-by-id" && pair !== undefined)
        for (const region of ["us-east-1", "us-west-2"]) taken.add(`${region} ${pair.name}`);
      return pair;
    },
  };
}

/** The id of a deleted key is that of the next key of its name. */
function keepingIds(): Partial<Behaviour> {
  const ids = new Map<string, string>();
  return {
    keyPairId(request, rules) {
      const place = `${request.call.region} ${request.name}`;
      const id = ids.get(place) ?? own.keyPairId(request, rules);
      ids.set(place, id);
      return id;
    },
  };
}

const withoutMarks = (text: string): string => text.replaceAll(/[._]/g, "").toLowerCase();
/** Of a key in the form of OpenSSH; the other format is of several lines. */
const commentOf = ({ text }: Pick<KeyPair, "text">): string =>
  /\n./.test(text) ? "" : text.split(" ").slice(2).join(" ");

/** Each shows in a small part of what the contract allows; none is made for a generator of ours. */
export const rareFaults: readonly RareFault[] = [
  named("two hyphens of a name are kept as one", (name) => name.replaceAll(/--+/g, "-")),
  named("names of more than 100 characters are kept in lower case", (name) =>
    name.length > 100 ? name.toLowerCase() : name,
  ),
  named("a dot at the end of a name is lost", (name) => name.replace(/\.$/, "")),
  named("two blanks of a name are kept as one", (name) => name.replaceAll(/ {2,}/g, " ")),
  named("a plus sign of a name is kept as a blank", (name) => name.replaceAll("+", " ")),
  named("percent escapes of a name are decoded twice", decoded),
  named("entities of a name are decoded twice", (name) => name.replaceAll("&amp;", "&").replaceAll("&lt;", "<")),
  named("a name is cut at 250 characters", (name) => name.slice(0, 250)),
  named("a backslash of a name is lost", (name) => name.replaceAll("\\", "")),
  named("a quotation mark of a name is doubled", (name) => name.replaceAll("'", "''")),
  rare("names that differ in dots and underscores only are one", ["name", "lifecycle"], () => ({
    taken: (request, state) =>
      state
        .store(request.call.region)
        .all()
        .some((pair) => withoutMarks(pair.name) === withoutMarks(request.name ?? "")),
  })),
  tagged("the 33rd tag is lost", (tags) => tags.toSpliced(32, 1)),
  tagged("a tag without a value is lost", (tags) => tags.filter(({ value }) => value !== "")),
  valued("a tag's value is cut at 200 characters", (value) => value.slice(0, 200)),
  valued("composed characters of a tag's value come back decomposed", (value) => value.normalize("NFD")),
  valued("characters beyond the basic plane of a tag's value are lost", (value) =>
    value.replaceAll(/[\u{10000}-\u{10ffff}]/gu, "?"),
  ),
  valued("entities of a tag's value are decoded twice", (value) =>
    value.replaceAll("&amp;", "&").replaceAll("&lt;", "<"),
  ),
  tagged("of keys of tags that differ in case only, the last is kept", (tags) => [
    ...new Map(tags.map((tag) => [tag.key.toLowerCase(), tag])).values(),
  ]),
  rare("a name stays taken after an import that was refused for its tags", ["lifecycle", "tags", "response"], () =>
    stayingTaken("refused-tag"),
  ),
  rare("a name stays taken after its key was deleted by id", ["lifecycle"], () => stayingTaken("deleted-by-id")),
  rare(
    "the tags of a deleted key come back with the next one of its name",
    ["lifecycle", "tags", "response"],
    keepingTags,
  ),
  rare("the id of a deleted key comes back with the next one of its name", ["lifecycle"], keepingIds),
  rare("a dry run over a name that is taken deletes its key", ["lifecycle", "dry-run"], () => ({
    afterRefusal(_, { call, name = "", dryRun }, { store }) {
      const pair = store(call.region).byName(name);
      if (dryRun && pair !== undefined) store(call.region).remove(pair);
    },
  })),
  rare("a refused import of a name that is taken leaves its tags on the key", ["lifecycle", "tags"], () => ({
    afterRefusal(_, { call, name = "", tags, dryRun }, { store }) {
      const pair = store(call.region).byName(name);
      if (!dryRun && pair !== undefined && tags.length > 0) store(call.region).add({ ...pair, tags });
    },
  })),
  rare("comments of more than 50 characters are refused", ["material"], () => ({
    alsoRefuse: (request) =>
      commentOf(request).length > 50
        ? {
            name: "rare",
            status: 400,
            code: "InvalidKey.Format",
            message: "Key is not in valid OpenSSH public key format",
          }
        : undefined,
  })),
  rare("an equals sign in a comment ends the key", ["material"], () => ({
    alsoRefuse: (request) =>
      /=.*=/.test(commentOf(request))
        ? {
            name: "rare",
            status: 400,
            code: "InvalidKey.Format",
            message: "Key is not in valid OpenSSH public key format",
          }
        : undefined,
  })),
  rare("fingerprints of ED25519 are written in the base64 of URLs", ["fingerprint", "material"], () => ({
    fingerprint: (key, request) => own.fingerprint(key, request).replaceAll("+", "-").replaceAll("/", "_"),
  })),
  ...raceFaults.map((fault): RareFault => ({ summary: fault.summary, areas: ["lifecycle"], make: () => fault })),
];
