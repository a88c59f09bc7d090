/** Something that a run made, or may have made. */
export interface Made {
  readonly region: string;
  /** What the request called it. */
  readonly name?: string;
  /** The id in the answer to the request that made it. */
  readonly id?: string;
  /** The name of the case's binding, which tells what made a thing that has neither. */
  readonly by: string;
}

/** What a run made, and what is known of its end: a sweep that can't look has nothing else to go by. */
export interface Ledger {
  /** Something that may make things is sent there. */
  asked(region: string): void;
  /** A request is sent that makes this, if it is carried out. */
  sending(thing: Made): void;
  /** Of what this case sent, all is known that will be. */
  settled(by: string): void;
  /** @param unsure nobody answered: the target may still be about to make it. */
  made(thing: Made, unsure: boolean): void;
  /** The target said that it deleted this. */
  deleted(thing: Made): void;
  /** The Regions in which something was asked for. */
  regions(): readonly string[];
  /** What was not said to be deleted. */
  unconfirmed(region: string): readonly Made[];
  /** What may be there at this moment: also what is under way. */
  pending(): readonly Made[];
  /** All that was made there, first what was not said to be deleted. */
  all(region: string): readonly Made[];
  /** Whether something may appear that was asked for a moment ago. */
  isUnsure(): boolean;
}

/** So many deletions are remembered: a run of a million cases holds a constant amount of memory. */
const remembered = 2_000;

export function createLedger(): Ledger {
  const regions = new Set<string>();
  const open = new Map<string, Made>();
  const closed = new Map<string, Made>();
  const underWay = new Map<string, readonly Made[]>();
  let unsureCount = 0;
  const here = (things: ReadonlyMap<string, Made>, region: string): readonly Made[] =>
    [...things.values()].filter((thing) => thing.region === region);
  return {
    asked: (region) => void regions.add(region),
    sending: (thing) => void underWay.set(thing.by, [...(underWay.get(thing.by) ?? []), thing]),
    settled: (by) => void underWay.delete(by),
    made(thing, unsure) {
      open.set(keyOf(thing), thing);
      if (unsure) unsureCount++;
    },
    deleted(thing) {
      const key = keyOf(thing);
      open.delete(key);
      closed.set(key, thing);
      const [oldest] = closed.size > remembered ? closed.keys() : [];
      if (oldest !== undefined) closed.delete(oldest);
    },
    regions: () => [...regions],
    unconfirmed: (region) => here(open, region),
    pending() {
      const begun = [...underWay.values()].flat().filter((thing) => !closed.has(keyOf(thing)));
      return [...new Map([...open.values(), ...begun].map((thing) => [keyOf(thing), thing])).values()];
    },
    all: (region) => [...here(open, region), ...here(closed, region)],
    isUnsure: () => unsureCount > 0,
  };
}

/** How a thing is called where a person has to find it. */
export function calledBy({ name, id, by }: Made): string {
  return name ?? id ?? `(nameless, made by ${by})`;
}

function keyOf({ region, name, id, by }: Made): string {
  return JSON.stringify([region, name ?? id ?? ["nameless", by]]);
}
