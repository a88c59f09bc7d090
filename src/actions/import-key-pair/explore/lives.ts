import fc from "fast-check";
import { type Property, property } from "../../../explore/property.ts";
import { deletionAtOnce, manyNamesAtOnce, oneNameAtOnce } from "../cases/races.ts";
import { type Command, keyNames, mistakes, type nameTexts } from "./command.ts";
import { tellHistory } from "./history.ts";

/** One name goes through most, so that it goes through much. */
const name = fc.constantFrom(...(["a", "a", "a", "a", "b", "b", "c"] as const satisfies (keyof typeof nameTexts)[]));
const there = fc.integer({ min: 0, max: 4 }).map((draw) => draw === 4);

/** Imports and looks are frequent, so that something happens and is seen. */
const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("import" as const),
      name,
      key: fc.constantFrom(...keyNames),
      tagged: fc.boolean(),
      there,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("refused-import" as const),
      name,
      mistake: fc.constantFrom(...mistakes),
      there,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("dry-run" as const), name, there }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("describe" as const),
      name,
      by: fc.constantFrom("name" as const, "id" as const, "filter" as const, "list" as const),
      there,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("describe-all" as const), there }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("delete" as const),
      name,
      by: fc.constantFrom("name" as const, "id" as const),
      there,
    }),
  },
);

/** Any sequence of imports, looks and deletions is answered as a small model of key pairs says. */
export const lives: Property = property({
  id: "lives",
  about: "sequences of imports, looks and deletions",
  area: "lifecycle",
  needs: ["regions"],
  // Shrinking takes away, and takes the first away first: drawn backwards, what came after the failure goes before it.
  space: fc.array(fc.noShrink(command), { maxLength: 14 }),
  toTrial: (backwards) => {
    const told = tellHistory(backwards.toReversed());
    return {
      title: told.map(({ words }) => words).join("; ") || "nothing",
      steps: told.flatMap(({ step, look }) => (look === undefined ? [step] : [step, look])),
      judgements: told.flatMap(({ judgements }) => judgements),
    };
  },
});

const counts = fc.integer({ min: 2, max: 8 });

/** Requests that are on their way at the same time are answered as if one came after the other. */
export const races: Property = property({
  id: "races",
  about: "requests at the same time",
  area: "lifecycle",
  space: fc.oneof(
    { weight: 3, arbitrary: counts.map(oneNameAtOnce) },
    { weight: 1, arbitrary: counts.map(manyNamesAtOnce) },
    { weight: 1, arbitrary: fc.constantFrom("import" as const, "deletion" as const).map(deletionAtOnce) },
  ),
  toTrial: (trial) => trial,
});
