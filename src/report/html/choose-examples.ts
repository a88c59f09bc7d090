import type { ClauseCase, ClauseView } from "./clause-view.ts";
import { exampleView } from "./example.ts";
import type { Markup } from "./markup.ts";

/** Cases that a page shows in full. */
export type Examples = ReadonlyMap<ClauseCase, Markup>;

/** So many failing cases of one clause are shown in full, and of everything so many characters. */
const limits = { perClause: 8, characters: 1_200_000 } as const;

/**
 * Chooses which cases are shown with their exchanges. A report has megabytes of them: each clause has its turn, first
 * with one failing case of each kind of failure, then one passing case, then further failing cases, until the page is
 * full.
 */
export function chooseExamples(views: readonly ClauseView[], characters: number = limits.characters): Examples {
  const examples = new Map<ClauseCase, Markup>();
  const queues = views.map(queueOf);
  const rounds = Math.max(0, ...queues.map(({ length }) => length));
  let left = characters;
  for (let round = 0; round < rounds; round += 1) {
    for (const queue of queues) {
      const next = queue[round];
      if (next === undefined || left <= 0) continue;
      const view = exampleView(next);
      if (view.markup.length > left) continue;
      examples.set(next, view);
      left -= view.markup.length;
    }
  }
  return examples;
}

function queueOf({ groups }: ClauseView): readonly ClauseCase[] {
  const red = groups.filter(({ kind }) => kind === "fail" || kind === "error" || kind === "indeterminate");
  const others = groups.filter((group) => !red.includes(group));
  const firsts = red.flatMap(({ cases }) => cases.slice(0, 1)).slice(0, limits.perClause);
  const further = red.flatMap(({ cases }) => cases.slice(1)).slice(0, limits.perClause - firsts.length);
  const [first, ...more] = firsts;
  return [
    ...(first ? [first] : []),
    ...others.flatMap(({ cases }) => cases.slice(0, 1)).slice(0, 1),
    ...more,
    ...further,
  ];
}
