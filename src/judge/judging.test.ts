import { expect, test } from "vitest";
import { failure, observation } from "../testing/observations.ts";
import { twinOutcome } from "./judging.ts";

const refused = observation({ status: 400, body: failure("InvalidAction") });

test.for([
  { given: "a success", seen: [observation(), refused], want: { accepted: true } },
  {
    given: "a refusal",
    seen: [refused, observation()],
    want: { accepted: false, why: "400 InvalidAction: no", answered: true },
  },
  {
    given: "nonsense",
    seen: [observation({ trouble: { kind: "broken", why: "no HTTP" } })],
    want: { accepted: false, why: "no HTTP", answered: true },
  },
  {
    given: "silence",
    seen: [observation({ trouble: { kind: "timeout", why: "late" } })],
    want: { accepted: false, why: "late" },
  },
  { given: "nothing", seen: [], want: { accepted: false, why: "it was not observed" } },
])("a twin that was answered by $given", ({ seen, want }) => {
  expect(twinOutcome(seen)).toStrictEqual(want);
});
