import { answerOf, describeStep, filterStep, judged } from "../cases/steps.ts";
import { clauses } from "../clauses.ts";
import { type Command, nameTexts, type Past, type Told } from "./command.ts";

/** A look for one name, and what it must show after what the name went through. */
export function tellDescription(
  id: string,
  { name, by, there }: Extract<Command, { kind: "describe" }>,
  { alive, gone }: Past,
): Told | undefined {
  const options = there ? ({ elsewhere: true } as const) : {};
  const words = `describe ${name} by ${by}${there ? " in the second Region" : ""}`;
  const KeyName = nameTexts[name];
  if (by === "filter") {
    const step = { ...filterStep(id, "key-name", KeyName), ...options };
    const clause = alive === undefined ? clauses.filterNothing : clauses.filterName;
    const judgement =
      alive === undefined ? judged(clause, "finds-nothing", id) : judged(clause, "finds-only", alive.step, id);
    return { words, step, judgements: [judgement] };
  }
  if (by === "list") {
    if (alive === undefined) return undefined;
    return {
      words,
      step: describeStep(id, {}, options),
      judgements: [judged(clauses.describeAll, "finds", alive.step, id)],
    };
  }
  const known = alive ?? gone[0];
  if (by === "id" && known === undefined) return undefined;
  const step = describeStep(
    id,
    by === "id" ? { KeyPairIds: [answerOf(known?.step ?? "", "KeyPairId")] } : { KeyNames: [KeyName] },
    options,
  );
  if (alive === undefined) {
    const clause = by === "id" ? clauses.notFoundId : gone.length > 0 ? clauses.deletedNotFound : clauses.notFound;
    return { words: `${words} (not there)`, step, judgements: [judged(clause, "refused", id)] };
  }
  return {
    words,
    step,
    judgements: [
      judged(by === "id" ? clauses.describeId : clauses.describeName, "finds-only", alive.step, id),
      judged(clauses.idStable, "described-id", alive.step, id),
      judged(clauses.describedFingerprint, "described-fingerprint", alive.step, id),
      judged(clauses.tagsDescribed, "tags-described", alive.step, id),
      judged(clauses.keyType, "described-key-type", alive.step, id),
    ],
  };
}
