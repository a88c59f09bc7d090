import { expect, test } from "vitest";
import { composeBehaviour } from "./compose-behaviour.ts";
import type { Fault } from "./fault.ts";

interface Behaviour {
  readonly shout: (text: string) => string;
  readonly refuse: (text: string) => string | undefined;
  readonly draw: () => number;
}

const base: Behaviour = { shout: (text) => text, refuse: () => undefined, draw: () => 0 };
const ways = { shout: "pipe", refuse: "departing" } as const;

const fault = (id: string, behaviour: Partial<Behaviour>): Fault => ({
  id,
  summary: id,
  area: "name",
  clause: "AAAA",
  kind: "behaviour",
  behaviour,
});
const refuses = (word: string): Fault =>
  fault(word, { refuse: (text) => (text.includes(word) ? `no ${word}` : undefined) });

test.for([
  { faults: [], shout: "a b", refuse: undefined, draw: 0 },
  { faults: [fault("upper", { shout: (text) => text.toUpperCase() })], shout: "A B", refuse: undefined, draw: 0 },
  {
    faults: [
      fault("upper", { shout: (text) => text.toUpperCase() }),
      fault("dots", { shout: (text) => text.replaceAll(" ", ".") }),
    ],
    shout: "A.B",
    refuse: undefined,
    draw: 0,
  },
  { faults: [refuses("z"), refuses("b")], shout: "a b", refuse: "no b", draw: 0 },
  { faults: [refuses("a"), refuses("b")], shout: "a b", refuse: "no a", draw: 0 },
  {
    faults: [fault("one", { draw: () => 1 }), fault("two", { draw: () => 2 })],
    shout: "a b",
    refuse: undefined,
    draw: 2,
  },
] satisfies readonly { faults: readonly Fault[]; shout: string; refuse: string | undefined; draw: number }[])(
  "$faults.length faults: $shout, $refuse, $draw",
  ({ faults, shout, refuse, draw }) => {
    const behaviour = composeBehaviour(base, faults, ways);
    expect(behaviour.shout("a b")).toBe(shout);
    expect(behaviour.refuse("a b")).toBe(refuse);
    expect(behaviour.draw()).toBe(draw);
  },
);
