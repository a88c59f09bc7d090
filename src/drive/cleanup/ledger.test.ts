import { expect, test } from "vitest";
import { calledBy, createLedger, type Made } from "./ledger.ts";

const [one, other]: readonly [Made, Made] = [
  { region: "r", name: "one", by: "case" },
  { region: "r", name: "other", by: "case" },
];

test.for<{ given: string; happens: (ledger: ReturnType<typeof createLedger>) => void; want: readonly string[] }>([
  { given: "nothing", happens: () => undefined, want: [] },
  { given: "a request under way", happens: (ledger) => ledger.sending(one), want: ["one"] },
  {
    given: "two of one case, and the first is known to be made",
    happens(ledger) {
      ledger.sending(one);
      ledger.sending(other);
      ledger.made(one, false);
    },
    want: ["one", "other"],
  },
  {
    given: "one that is deleted, with its case under way",
    happens(ledger) {
      ledger.sending(one);
      ledger.made(one, false);
      ledger.deleted(one);
    },
    want: [],
  },
  {
    given: "a case that is over, and left nothing",
    happens(ledger) {
      ledger.sending(one);
      ledger.settled("case");
    },
    want: [],
  },
  {
    given: "a case that is over, and left something",
    happens(ledger) {
      ledger.sending(one);
      ledger.made(one, false);
      ledger.settled("case");
    },
    want: ["one"],
  },
])("what may be there after $given", ({ happens, want }) => {
  const ledger = createLedger();
  happens(ledger);
  expect(ledger.pending().map(calledBy)).toEqual(want);
});
