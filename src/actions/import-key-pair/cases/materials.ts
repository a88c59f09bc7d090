import type { Action } from "../../../action.ts";
import { SpecError } from "../../../errors.ts";
import type { Case } from "../../../model.ts";
import { type Outcome, singleRequestCase } from "../../../plan/single-request-case.ts";
import type { Contract } from "../../../spec/contract.ts";
import { clauses } from "../clauses.ts";
import { drawMaterial, type KeyMaterial, keysOf } from "../draw-material.ts";
import { exampleKey, isFreshKey } from "../keys/fresh-keys.ts";
import { readAwsVectors, readFixtureKey } from "../read-fixtures.ts";

/** One case for each entry of `key-materials.yaml`; the vectors that AWS itself answered judge their clause too. */
export function materialCases(contract: Contract, action: Action): readonly Case[] {
  const vectors = readAwsVectors();
  return materialsOf(contract).map((entry) => {
    const { name, title, wire = "base64" } = entry;
    const clause = contract.clauses.get(entry.clause);
    if (clause === undefined) {
      throw new SpecError(
        `Failed to plan the key material ${name}: there is no clause ${entry.clause}. Name one that the contract has.`,
      );
    }
    const planned = singleRequestCase(action, {
      clause,
      slug: name,
      title,
      input: { KeyName: "{name}", PublicKeyMaterial: { $material: name } },
      outcome: materialOutcome(contract, entry),
      // Bytes are all that an SDK takes, and it encodes them itself.
      wire: wire === "base64" || wire === "base64-twice" ? undefined : { set: { PublicKeyMaterial: { $wire: name } } },
      dressed: false,
    });
    if (vectors[name]?.grounds !== "observed") return planned;
    return {
      ...planned,
      clauses: [...planned.clauses, clauses.vectors],
      judgements: [...planned.judgements, { clause: clauses.vectors, check: "fingerprint-vector", steps: ["request"] }],
    };
  });
}

/** The corpus, as its schema has validated it. */
export function materialsOf(contract: Contract): readonly KeyMaterial[] {
  return contract.corpora["key-materials"] as unknown as readonly KeyMaterial[];
}

const field = "/components/schemas/ImportKeyPairRequest/properties/PublicKeyMaterial";

/**
 * What is to become of the material. What is judged is its kind, so it is as long as the contract allows; or it is judged by its
 * length, as long as that is beyond the limit.
 * @throws {SpecError} where a limit was changed and an entry of the corpus was not.
 */
function materialOutcome(contract: Contract, entry: KeyMaterial): Outcome {
  const schema = contract.schemas["ImportKeyPairRequest"]?.properties?.["PublicKeyMaterial"] ?? {};
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = schema;
  const pointers = contract.clauses.get(entry.clause)?.constraints ?? [];
  const lengths = lengthsOf(entry);
  if (entry.expect === "open" || lengths === undefined) return entry.expect;
  const { text, wire } = lengths;
  if (text < minLength) throw misfit(entry, text, `minLength ${minLength}`);
  // Whether such a key is accepted where the limit allows it is another question.
  if (pointers.includes(`${field}/maxLength`)) return text > maxLength ? entry.expect : "open";
  // Padded to be refused, by a clause that has no keyword: the one that counts the base64.
  if (entry.length !== undefined && entry.expect === "refused") return wire > maxLength ? entry.expect : "open";
  if (wire > maxLength) throw misfit(entry, wire, `maxLength ${maxLength}`);
  return entry.expect;
}

interface Lengths {
  /** Characters of the text, and of its base64. */
  readonly text: number;
  readonly wire: number;
}

/** Entries are data that never changes, and keys take a while to write. */
const known = new WeakMap<KeyMaterial, Lengths | undefined>();

/** Undefined where a key that is drawn later decides. */
function lengthsOf(entry: KeyMaterial): Lengths | undefined {
  if (!known.has(entry)) known.set(entry, measured(entry));
  return known.get(entry);
}

function measured(entry: KeyMaterial): Lengths | undefined {
  const keys = keysOf(entry).map((name) => [name, isFreshKey(name) ? exampleKey(name) : readFixtureKey(name)] as const);
  if (keys.some(([, text]) => text === undefined)) return undefined;
  const { text, wire } = drawMaterial(entry, Object.fromEntries(keys) as Record<string, string>);
  return { text: text.length, wire: wire.length };
}

function misfit({ name, expect, clause }: KeyMaterial, length: number, limit: string): SpecError {
  return new SpecError(
    `Failed to plan the key material ${name}: it has ${length} characters against ${limit} of PublicKeyMaterial, and is to be ${expect} by ${clause}. Correct the limit, or its entry in key-materials.yaml.`,
  );
}
