import type { Capability, Case, Judgement, Step } from "../../../model.ts";
import type { Contract } from "../../../spec/contract.ts";

export interface Sequence {
  /** Permanent; the case's id is that of its first clause with it. */
  readonly slug: string;
  readonly title: string;
  readonly steps: readonly Step[];
  readonly judgements: readonly Judgement[];
  readonly needs?: readonly Capability[];
  readonly twin?: string;
  readonly nameless?: true;
}

/** A case of several steps: it belongs to the area of the first clause that it judges. */
export function sequenceCase(contract: Contract, sequence: Sequence): Case {
  const { slug, title, steps, judgements, needs = [], twin, nameless } = sequence;
  const own = [...new Set(judgements.map(({ clause }) => clause))];
  const first = contract.clauses.get(own[0] ?? "");
  if (first === undefined) throw new Error(`the sequence ${slug} judges no clause of the contract`);
  return {
    id: `${first.id}-${slug}`,
    title,
    area: first.area,
    clauses: own,
    steps,
    judgements,
    needs,
    ...(twin === undefined ? {} : { twin }),
    ...(nameless && { nameless }),
  };
}
