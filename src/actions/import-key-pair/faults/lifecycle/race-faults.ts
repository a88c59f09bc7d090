import { setTimeout as pause } from "node:timers/promises";
import type { KeyPairFault } from "../key-pair-fault.ts";

/** Long enough for what was sent at the same time to come in; in milliseconds. */
const underWay = 10;

/** The names of one race differ in their last characters only. */
const stemOf = (name: string): string => name.slice(0, -2);

/** Faults that show only where requests are on their way at the same time. */
export const raceFaults: readonly KeyPairFault[] = [
  {
    id: "race-looks-before",
    summary: "An import looks whether its name is free before it waits, and not again: the last of several wins too.",
    area: "lifecycle",
    clause: "D5RN",
    kind: "behaviour",
    behaviour: {
      handled: async (handle, { call, name = "" }, { store }) => {
        const before = store(call.region).byName(name);
        await pause(underWay);
        const meanwhile = store(call.region).byName(name);
        if (before === undefined && meanwhile !== undefined) store(call.region).remove(meanwhile);
        return handle();
      },
    },
  },
  {
    id: "race-lost-update",
    summary: "Of imports of similar names at the same time, only the last key is kept: each writes back what it read.",
    area: "lifecycle",
    clause: "H8RM",
    kind: "behaviour",
    behaviour: {
      handled: async (handle, { call, name = "" }, { store }) => {
        const before = new Set(store(call.region).all());
        await pause(underWay);
        const lost = store(call.region)
          .all()
          .filter((pair) => !before.has(pair) && pair.name !== name && stemOf(pair.name) === stemOf(name));
        for (const pair of lost) store(call.region).remove(pair);
        return handle();
      },
    },
  },
  {
    id: "race-import-into-deletion",
    summary: "An import whose name is deleted while it is under way is accepted, and its key is not kept.",
    area: "lifecycle",
    clause: "N6RD",
    kind: "behaviour",
    behaviour: {
      handled: async (handle, { call, name = "" }, { store }) => {
        const before = store(call.region).byName(name);
        await pause(underWay);
        const outcome = handle();
        const kept = store(call.region).byName(name);
        if (before !== undefined && kept !== undefined && kept !== before) store(call.region).remove(kept);
        return outcome;
      },
    },
  },
];
