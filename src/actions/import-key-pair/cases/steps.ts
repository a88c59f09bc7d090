import type { components } from "../../../generated/import-key-pair.ts";
import type { Input, Judgement, Step, Value } from "../../../model.ts";
import { clauses } from "../clauses.ts";

/** The parts of which the cases of this folder are made. */

type Requests = components["schemas"];
/** Fields of a request by the names of the wire model; their values may be drawn, and `null` removes one. */
type Fields<Request> = { readonly [field in keyof Request]?: Value | null };

type StepOptions = Partial<Pick<Step, "setup" | "premise" | "elsewhere" | "as" | "wire">>;

const material: Value = { $material: "rsa-2048" };

/** An import under the case's own name; fields in `input` replace or add. */
export function importStep(
  id: string,
  input: Fields<Requests["ImportKeyPairRequest"]> = {},
  options: StepOptions = {},
): Step {
  return {
    id,
    action: "ImportKeyPair",
    input: { KeyName: "{name}", PublicKeyMaterial: material, ...input },
    ...options,
  };
}

/** An import that only prepares. */
export function given(
  id: string,
  input: Fields<Requests["ImportKeyPairRequest"]> = {},
  options: StepOptions = {},
): Step {
  return importStep(id, input, { setup: true, ...options });
}

export function describeStep(
  id: string,
  input: Fields<Requests["DescribeKeyPairsRequest"]>,
  options: StepOptions = {},
): Step {
  return { id, action: "DescribeKeyPairs", input, ...options };
}

/** A description of the key of the case's own name. */
export function describeOwn(
  id: string,
  input: Fields<Requests["DescribeKeyPairsRequest"]> = {},
  options: StepOptions = {},
): Step {
  return describeStep(id, { KeyNames: ["{name}"], ...input }, options);
}

export function filterStep(id: string, name: string, ...values: readonly Value[]): Step {
  return describeStep(id, { Filters: [{ Name: name, Values: values }] });
}

export function deleteStep(
  id: string,
  input: Fields<Requests["DeleteKeyPairRequest"]> = { KeyName: "{name}" },
  options: StepOptions = {},
): Step {
  return { id, action: "DeleteKeyPair", input, ...options };
}

/** The member of an earlier step's answer. */
export function answerOf(step: string, member: string): Value {
  return { $ref: `${step}.${member}` };
}

export function judged(clause: string, check: string, ...steps: readonly string[]): Judgement {
  return { clause, check, steps };
}

/** The judgement, where the case shows these clauses to hold. */
export function provided(provisos: readonly string[], judgement: Judgement): Judgement {
  return { ...judgement, provided: provisos };
}

/** Another key that is there while one is not, and the same look at it: what makes an absence mean something. */
export const witness = {
  steps: [given("witness", { KeyName: "{name}-w" }), describeStep("witnessed", { KeyNames: ["{name}-w"] })],
  judgement: judged(clauses.describeName, "finds-only", "witness", "witnessed"),
} as const;

export function tagged(...tags: readonly (readonly [key: string, value: string])[]): Input {
  return { TagSpecifications: [{ ResourceType: "key-pair", Tags: tags.map(([Key, Value]) => ({ Key, Value })) }] };
}
