import fc from "fast-check";
import { expect, test } from "vitest";
import { faultyTarget, runOptions } from "../../scripts/measure-kills.ts";
import { SpecError } from "../../src/errors.ts";
import type { Transport } from "../../src/model.ts";
import { constraintSites, type Keyword } from "../../src/plan/constraint-sites.ts";
import { exitCodeOf } from "../../src/report/exit-code.ts";
import { runConformance } from "../../src/run.ts";
import { checkContract } from "../../src/spec/check-contract.ts";
import type { Contract } from "../../src/spec/contract.ts";
import { contract } from "../self/contract.ts";

// Cases and reference follow any legal change of the contract, or say why they can't before anything is sent.

interface Edit {
  readonly pointer: string;
  readonly value: unknown;
}

const schemas = "/components/schemas";
const field = (name: string): string => `${schemas}/ImportKeyPairRequest/properties/${name}`;
const type = `${schemas}/TagSpecification/properties/ResourceType`;
const tags = `${schemas}/TagSpecification/properties/Tags`;
const tag = (name: string): string => `${schemas}/Tag/properties/${name}`;

/** The contract with another value of one keyword. */
function edited({ pointer, value }: Edit): Contract {
  const root = { components: { schemas: structuredClone(contract.schemas) } };
  const path = pointer.split("/").slice(1);
  const holder = path
    .slice(0, -1)
    .reduce<Record<string, unknown>>((here, key) => here[key] as Record<string, unknown>, root);
  holder[path.at(-1) ?? ""] = value;
  const changed = { ...contract, schemas: root.components.schemas };
  checkContract(changed);
  return changed;
}

interface Outcome {
  /** What must not be, of a run that came to an end. */
  readonly red: readonly string[];
  readonly code?: number;
  readonly refusal?: string;
  /** Requests that were sent. */
  readonly sent: number;
}

async function outcomeOf(edit: Edit): Promise<Outcome> {
  let sent = 0;
  try {
    const changed = edited(edit);
    const target = faultyTarget(changed, []);
    const transport: Transport = (request) => {
      sent++;
      return target.transport(request);
    };
    // The types are 86 cases of one kind, which an edit elsewhere does not touch.
    const skip = edit.pointer.startsWith(type) ? [] : ["B6JX-*"];
    const options = runOptions(changed, { ...target, transport });
    const report = await runConformance({ ...options, selection: { ...options.selection, skip } });
    const red = report.cases.flatMap(({ id, verdicts }) =>
      verdicts.flatMap(({ clause, verdict, expected, actual }) =>
        verdict === "fail" && contract.clauses.get(clause)?.level === "must"
          ? [`${id} ${clause}: ${expected}, got ${actual}`]
          : [],
      ),
    );
    return { red, code: exitCodeOf(report), sent };
  } catch (cause) {
    if (!(cause instanceof SpecError)) throw cause;
    return { red: [], refusal: cause.message, sent };
  }
}

test.for<Edit & { readonly want: "followed" | RegExp }>([
  { pointer: `${field("KeyName")}/maxLength`, value: 100, want: "followed" },
  { pointer: `${field("KeyName")}/maxLength`, value: 80, want: "followed" },
  {
    pointer: `${field("KeyName")}/maxLength`,
    value: 60,
    want: /N4JA-fingerprint: KeyName has 80 characters, more than maxLength 60/,
  },
  {
    pointer: `${field("KeyName")}/maxLength`,
    value: 30,
    want: /no valid KeyName of 30 characters can be made: names of a run's own/,
  },
  { pointer: `${field("KeyName")}/minLength`, value: 5, want: "followed" },
  { pointer: `${field("KeyName")}/minLength`, value: 60, want: "followed" },
  {
    pointer: `${field("KeyName")}/minLength`,
    value: 300,
    want: /M3P2-minimal: KeyName has 300 characters, more than maxLength 255/,
  },
  { pointer: `${field("KeyName")}/allOf/0/pattern`, value: "^[\\x00-\\xFF]*$", want: "followed" },
  {
    pointer: `${field("KeyName")}/allOf/0/pattern`,
    value: "^[a-zA-Z0-9-]*$",
    want: /G6JG-one: KeyName .* does not match/,
  },
  { pointer: `${field("KeyName")}/allOf/1/pattern`, value: "^(?! )[^]*$", want: "followed" },
  { pointer: `${field("PublicKeyMaterial")}/maxLength`, value: 4096, want: "followed" },
  {
    pointer: `${field("PublicKeyMaterial")}/maxLength`,
    value: 1000,
    want: /rsa-8192: it has 1892 characters against maxLength 1000/,
  },
  { pointer: `${field("PublicKeyMaterial")}/minLength`, value: 3, want: "followed" },
  {
    pointer: `${field("PublicKeyMaterial")}/minLength`,
    value: 80,
    want: /garbage-word: it has 5 characters against minLength 80/,
  },
  { pointer: `${type}/enum`, value: ["snapshot", "key-pair"], want: "followed" },
  { pointer: `${type}/enum`, value: ["key-pair", "a-new-type"], want: "followed" },
  { pointer: `${type}/enum`, value: ["instance"], want: /ResourceType "key-pair" is none of instance/ },
  { pointer: `${tags}/minItems`, value: 2, want: /Tags has 1 items, fewer than minItems 2/ },
  { pointer: `${tags}/maxItems`, value: 60, want: "followed" },
  {
    pointer: `${tags}/maxItems`,
    value: 3,
    want: /V2PM-several: TagSpecifications.Tags has 5 items, more than maxItems 3/,
  },
  { pointer: `${tags}/x-unique-by`, value: "Value", want: "followed" },
  { pointer: `${tag("Key")}/maxLength`, value: 200, want: "followed" },
  { pointer: `${tag("Key")}/minLength`, value: 2, want: /Tags.Key has 1 characters, fewer than minLength 2/ },
  { pointer: `${tag("Key")}/pattern`, value: "^(?!aws)", want: "followed" },
  { pointer: `${tag("Value")}/maxLength`, value: 300, want: "followed" },
  {
    pointer: `${schemas}/ImportKeyPairResult/properties/KeyPairId/pattern`,
    value: "^key-[0-9a-f]{8}$",
    want: "followed",
  },
  { pointer: `${schemas}/ImportKeyPairRequest/required`, value: ["PublicKeyMaterial", "KeyName"], want: "followed" },
  { pointer: `${schemas}/ImportKeyPairRequest/required`, value: ["KeyName"], want: /required\/1 points at nothing/ },
])("$pointer: $value", async ({ want, ...edit }) => {
  const { red, code, refusal, sent } = await outcomeOf(edit);
  if (want === "followed") {
    expect({ red, code, refusal }).toEqual({ red: [], code: 0, refusal: undefined });
  } else {
    expect(refusal).toMatch(want);
    expect(sent).toBe(0);
  }
});

const limits = fc.oneof(
  fc.integer({ min: 1, max: 10 }),
  fc.integer({ min: 1, max: 300 }),
  fc.integer({ min: 1, max: 9000 }),
);
const types = fc.constantFrom("key-pair", "instance", "snapshot", "a-new-type");

/** The values that a keyword may legally have. */
const values = {
  minLength: limits,
  maxLength: limits,
  minItems: fc.integer({ min: 1, max: 60 }),
  maxItems: fc.integer({ min: 1, max: 200 }),
  enum: fc.uniqueArray(types, { minLength: 1, maxLength: 3 }),
  pattern: fc.constantFrom(
    "^[\\x00-\\x7F]*$",
    "^[\\x00-\\u07FF]*$",
    "^(?! )[^]*(?<! )$",
    "^(?!aws:)",
    "^[^]*$",
    "^ec2c",
    "^[a-z]+$",
  ),
  "x-unique-by": fc.constantFrom("Key", "Value"),
} as const satisfies Partial<Record<Keyword, fc.Arbitrary<unknown>>>;

const edits = fc
  .constantFrom(...constraintSites(contract.schemas, "ImportKeyPairRequest").filter(({ keyword }) => keyword in values))
  .chain(({ keyword, pointer }) =>
    fc.record({
      pointer: fc.constant(pointer),
      value: (values as Readonly<Record<string, fc.Arbitrary<unknown>>>)[keyword] ?? fc.constant(1),
    }),
  );

test("whatever a keyword of the request is changed to", { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(edits, async (edit) => {
      const { red, code, refusal, sent } = await outcomeOf(edit);
      expect(red).toEqual([]);
      expect(refusal === undefined ? code : sent).toBe(0);
    }),
    { seed: 7, numRuns: 40 },
  );
});
