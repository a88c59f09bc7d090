import type { Judgement, Premise, Value } from "../../../model.ts";
import { answerOf, deleteStep, describeStep, importStep, judged, provided, tagged } from "../cases/steps.ts";
import { clauses } from "../clauses.ts";
import { type Command, type Mistake, type Name, nameTexts, type Past, type Told } from "./command.ts";
import { tellDescription } from "./tell-description.ts";

const tooMany = Array.from({ length: 51 }, (_, index) => [`k${index}`, "v"] as const);
const mistaken = {
  material: { input: { PublicKeyMaterial: { $material: "garbage-word" } }, clause: clauses.noKey },
  "reserved-tag": { input: tagged(["aws:reserved", "v"]), clause: clauses.tagReserved },
  "tag-count": { input: tagged(...tooMany), clause: clauses.tagCount },
} as const satisfies Record<Mistake, object>;

/** What the model goes on with: where a target does otherwise, all that comes later is that one's consequence. */
const accepted = (clause: string): { premise: Premise } => ({ premise: { outcome: "accepted", clause } });
const refused = (clause: string): { premise: Premise } => ({ premise: { outcome: "refused", clause } });

/**
 * A small model of key pairs of its own: it follows a sequence of commands and says, of each, what must be answered and
 * which clause says so. It shares nothing with the reference emulator. Commands that mean nothing where the sequence is
 * (a description by id of what never was) are left out.
 */
export function tellHistory(commands: readonly Command[]): readonly Told[] {
  const pasts = new Map<string, Past>();
  const told: Told[] = [];
  for (const [index, command] of commands.entries()) {
    const one = tell(`s${index + 1}`, command, pasts);
    if (one !== undefined) told.push(one);
  }
  return told;
}

const placeOf = (name: Name, there: boolean): string => `${there ? "there" : "here"}/${name}`;

function tell(id: string, command: Command, pasts: Map<string, Past>): Told | undefined {
  const { there } = command;
  const options = there ? ({ elsewhere: true } as const) : {};
  const where = there ? " in the second Region" : "";
  if (command.kind === "describe-all") {
    const alive = (Object.keys(nameTexts) as Name[]).flatMap((name) => {
      const life = pasts.get(placeOf(name, there))?.alive;
      return life === undefined ? [] : [{ name, life }];
    });
    if (alive.length < 2) return undefined;
    return {
      words: `describe ${alive.map(({ name }) => name).join(" and ")} at once${where}`,
      step: describeStep(id, { KeyNames: alive.map(({ name }) => nameTexts[name]) }, options),
      judgements: [judged(clauses.describeNames, "finds-all", ...alive.map(({ life }) => life.step), id)],
    };
  }
  const { name } = command;
  const KeyName: Value = nameTexts[name];
  const place = placeOf(name, there);
  const past: Past = pasts.get(place) ?? { gone: [] };
  const { alive } = past;
  // Which of two mistakes is reported, of this one and of a name that is taken, is not known.
  const refusal = (clause: string): readonly Judgement[] =>
    alive === undefined ? [judged(clause, "refused", id)] : [];
  switch (command.kind) {
    case "import": {
      const { key } = command;
      const step = importStep(
        id,
        { KeyName, PublicKeyMaterial: { $material: key }, ...(command.tagged ? tagged([`of-${id}`, id]) : {}) },
        options,
      );
      const words = `import ${name} with ${key}${command.tagged ? " and a tag" : ""}${where}`;
      if (alive !== undefined) {
        const clause = alive.key === key ? clauses.nameDuplicateSame : clauses.nameDuplicate;
        return {
          words: `${words} (taken)`,
          step: { ...step, ...refused(clause) },
          judgements: [judged(clause, "refused", id)],
        };
      }
      pasts.set(place, { ...past, alive: { step: id, key } });
      const [before] = past.gone;
      if (before === undefined)
        return {
          words,
          step: { ...step, ...accepted(clauses.accepted) },
          judgements: [judged(clauses.accepted, "accepted", id)],
        };
      return {
        words: `${words} (again)`,
        step: { ...step, ...accepted(clauses.reimport) },
        judgements: [
          judged(clauses.reimport, "accepted", id),
          judged(clauses.reimportNewId, "different-ids", before.step, id),
        ],
      };
    }
    case "refused-import": {
      const { input, clause } = mistaken[command.mistake];
      return {
        words: `import ${name} with a mistake (${command.mistake})${where}`,
        step: importStep(id, { KeyName, ...input }, { ...options, ...refused(clause) }),
        judgements: refusal(clause),
      };
    }
    case "dry-run":
      return {
        words: `dry run of importing ${name}${where}`,
        step: importStep(id, { KeyName, DryRun: true }, { ...options, ...refused(clauses.dryRun) }),
        judgements: refusal(clauses.dryRun),
      };
    case "delete":
      return tellDeletion(id, command, past, pasts);
    case "describe":
      return tellDescription(id, command, past);
  }
}

function tellDeletion(
  id: string,
  { name, by, there }: Extract<Command, { kind: "delete" }>,
  { alive, gone }: Past,
  pasts: Map<string, Past>,
): Told | undefined {
  const options = there ? ({ elsewhere: true } as const) : {};
  const where = there ? " in the second Region" : "";
  const known = alive ?? gone[0];
  if (by === "id" && known === undefined) return undefined;
  const input = by === "id" ? { KeyPairId: answerOf(known?.step ?? "", "KeyPairId") } : { KeyName: nameTexts[name] };
  const step = deleteStep(id, input, options);
  if (alive === undefined)
    return {
      words: `delete ${name} by ${by}${where} (not there)`,
      step,
      judgements: [
        ...(by === "name" ? [judged(clauses.deleteAgain, "deletion-accepted", id)] : []),
        judged(clauses.deleteMissingId, "no-deleted-id", id),
      ],
    };
  pasts.set(placeOf(name, there), { gone: [alive, ...gone] });
  const clause = by === "id" ? clauses.deleteId : clauses.deleteName;
  const look = `${id}-after`;
  return {
    words: `delete ${name} by ${by}${where}`,
    step: { ...step, ...accepted(clause) },
    look: describeStep(look, { KeyNames: [nameTexts[name]] }, { ...options, ...refused(clause) }),
    judgements: [
      judged(clause, "deleted", id, look),
      provided([clause], judged(clauses.deleteAnswerId, "deleted-id", alive.step, id)),
    ],
  };
}
