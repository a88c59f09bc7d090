import type { Match, Run } from "./match.ts";

/** One of the faults that together explain a run, with those that explain the same no worse. */
export interface Chosen {
  readonly match: Match;
  readonly alternatives: readonly Match[];
  /** The places that it explains. */
  readonly places: readonly string[];
}

/**
 * The smallest set of faults that explains what is red and contradicts nothing that is green: always the one next that
 * explains most of what is left. What a first round leaves is tried again with faults that other causes hide in part.
 */
export function cover(run: Run, matches: readonly Match[]): readonly Chosen[] {
  const candidates = matches.map((match) => candidateOf(match, run)).filter(({ places }) => places.length > 0);
  const left = new Set([...run].flatMap(([place, { kind }]) => (kind === "green" ? [] : [place])));
  const chosen: Candidate[] = [];
  const pick = (among: readonly Candidate[]): void => {
    for (let next = best(among, left, run); next !== undefined; next = best(among, left, run)) {
      chosen.push(next);
      for (const place of next.places) left.delete(place);
    }
  };
  pick(candidates.filter(({ match }) => match.against.length === 0 || (match.fault.varies && mostlyFits(match))));
  if (left.size > 0) {
    const hidden = casesOf(chosen, run);
    pick(candidates.filter(({ match }) => match.against.every((place) => hidden.has(caseOf(place)))));
  }
  const needed = withoutNeedless(chosen);
  const further = alikeTo(needed, left, run);
  return needed.map((one) => ({
    match: one.match,
    places: [...one.places, ...(further.get(one) ?? [])],
    alternatives: candidates.filter((other) => isAsGood(other, one)).map(({ match }) => match),
  }));
}

interface Candidate {
  readonly match: Match;
  readonly places: readonly string[];
  /** How much speaks for it where it explains these places. */
  readonly worth: (places: readonly string[]) => number;
}

function candidateOf(match: Match, run: Run): Candidate {
  const { fits, otherwise, against, doubtful } = match;
  const isOwn = (place: string): boolean => place.endsWith(match.fault.clause);
  const fitsOwn = [...fits.keys()].some(isOwn) || ![...otherwise, ...against].some(isOwn);
  const isCredible = fitsOwn && otherwise.length <= fits.size;
  const doubt = otherwise.length / 2 + (match.fault.varies ? 0 : against.length + doubtful / 4);
  const worth = (places: readonly string[]): number => {
    let sum = 0;
    let isSeen = false;
    for (const place of places) {
      const isRed = run.get(place)?.kind === "red";
      const isExact = fits.get(place) === "exact";
      sum += (isRed ? 1 : 0.5) * (isExact ? 1 : 0.5);
      isSeen ||= isRed || isExact;
    }
    // What another cause blocks is a hint where the very value is seen, and else none.
    return isSeen ? sum - doubt : 0;
  };
  return { match, places: isCredible ? [...fits.keys()] : [], worth };
}

function best(candidates: readonly Candidate[], left: ReadonlySet<string>, run: Run): Candidate | undefined {
  let found: { readonly candidate: Candidate; readonly worth: number } | undefined;
  const everywhere = Map.groupBy(left, (place) => sightOf(run, place));
  for (const candidate of candidates) {
    const places = candidate.places.filter((place) => left.has(place));
    // No more can speak for it than all of them, seen to the letter.
    if (places.length === 0 || places.length < (found?.worth ?? 0)) continue;
    const fresh = Map.groupBy(places, (place) => sightOf(run, place));
    // What is seen all over is not the doing of what is wrong in a few cases.
    const own = [...fresh].flatMap(([sight, all]) =>
      isLocal(all.length, everywhere.get(sight)?.length ?? 0) ? all : [],
    );
    const worth = candidate.worth(own);
    if (worth > 0 && (found === undefined || isBetter({ candidate, worth }, found))) found = { candidate, worth };
  }
  return found?.candidate;
}

type Weighed = { readonly candidate: Candidate; readonly worth: number };

function isBetter(one: Weighed, other: Weighed): boolean {
  const [mine, theirs] = [one.candidate.match, other.candidate.match];
  return (one.worth - other.worth || exactOf(mine) - exactOf(theirs) || theirs.unseen - mine.unseen) > 0;
}

const exactOf = ({ fits }: Match): number => [...fits.values()].filter((fit) => fit === "exact").length;

/** The cases in which something else is wrong too, which may hide what is looked for; what is wrong in most hides nothing. */
function casesOf(chosen: readonly Candidate[], run: Run): ReadonlySet<string> {
  const all = new Set([...run.keys()].map(caseOf)).size;
  return new Set(
    chosen.flatMap(({ match }) => {
      const cases = new Set([...match.fits.keys()].map(caseOf));
      return cases.size * 4 <= all ? [...cases] : [];
    }),
  );
}

const caseOf = (place: string): string => place.slice(0, place.indexOf(" "));

/** Without those whose every place another one explains, the last chosen first. */
function withoutNeedless(chosen: readonly Candidate[]): readonly Candidate[] {
  const needed = [...chosen];
  for (const one of chosen.toReversed()) {
    const others = new Set(needed.flatMap((other) => (other === one ? [] : other.places)));
    if (one.places.every((place) => others.has(place))) needed.splice(needed.indexOf(one), 1);
  }
  return needed;
}

const mostlyFits = ({ fits, against }: Match): boolean => fits.size > against.length;

const sightOf = (run: Run, place: string): string => {
  const { clause, value, form } = run.get(place) ?? {};
  return `${clause} ${value || form}`;
};

/** Whether one sight in so many places may be of one cause that shows so many of them itself. */
const isLocal = (own: number, all: number): boolean => all - own <= 5 * own;

/** What is left and fails as a cause makes the same clause fail elsewhere, for cases that the reference answers otherwise. */
function alikeTo(
  chosen: readonly Candidate[],
  left: ReadonlySet<string>,
  run: Run,
): ReadonlyMap<Candidate, readonly string[]> {
  const found = new Map<Candidate, string[]>();
  for (const [sight, places] of Map.groupBy(left, (place) => sightOf(run, place))) {
    for (const one of chosen) {
      const own = one.places.filter((place) => sightOf(run, place) === sight).length;
      if (own === 0 || !isLocal(own, own + places.length)) continue;
      found.set(one, [...(found.get(one) ?? []), ...places]);
      break;
    }
  }
  return found;
}

function isAsGood(other: Candidate, one: Candidate): boolean {
  return (
    other !== one &&
    other.places.length === one.places.length &&
    other.match.against.length === one.match.against.length &&
    other.match.doubtful === one.match.doubtful &&
    other.match.unseen === one.match.unseen &&
    other.worth(other.places) === one.worth(one.places) &&
    other.places.every((place) => one.match.fits.has(place))
  );
}
