import { expect, test } from "vitest";
import { type Breaker, createBreaker, noBreaker, type Outcome } from "./breaker.ts";

const note = (breaker: Breaker, outcome: Outcome, times: number): void => {
  for (let time = 0; time < times; time++) breaker.note(outcome);
};

/** A breaker whose probe gives this outcome, and how often it was asked. */
function probing(outcome: Outcome): { readonly breaker: Breaker; probes(): number } {
  let probes = 0;
  const probe = async (): Promise<Outcome> => {
    probes++;
    return outcome;
  };
  return { breaker: createBreaker(probe), probes: () => probes };
}

test("asks whether the target lives after three silences in a row, and only then", async () => {
  const { breaker, probes } = probing("answered");
  note(breaker, "silent", 2);
  breaker.note("answered");
  note(breaker, "silent", 2);
  expect(await breaker.admit()).toBeUndefined();
  expect(probes()).toBe(0);
  note(breaker, "silent", 1);
  expect(await breaker.admit()).toBeUndefined();
  expect(probes()).toBe(1);
  note(breaker, "silent", 2);
  expect(await breaker.admit()).toBeUndefined();
  expect(probes()).toBe(1);
});

test.for<{ noted: Outcome; times: number; probe: Outcome; want: string | undefined }>([
  { noted: "silent", times: 3, probe: "answered", want: undefined },
  { noted: "silent", times: 3, probe: "silent", want: "the target had stopped answering" },
  { noted: "broken", times: 100, probe: "answered", want: undefined },
  { noted: "broken", times: 100, probe: "broken", want: "the target had answered with nothing but broken answers" },
  { noted: "broken", times: 100, probe: "silent", want: "the target had stopped answering" },
  { noted: "broken", times: 3, probe: "broken", want: undefined },
  { noted: "answered", times: 100, probe: "silent", want: undefined },
])("after $times times $noted, and $probe when asked: $want", async ({ noted, times, probe, want }) => {
  const { breaker } = probing(probe);
  note(breaker, noted, times);
  expect(await breaker.admit()).toBe(want);
});

test("a dead target stays dead, and is asked once", async () => {
  const { breaker, probes } = probing("silent");
  note(breaker, "silent", 3);
  expect(await Promise.all([breaker.admit(), breaker.admit(), breaker.admit()])).toEqual(
    Array(3).fill("the target had stopped answering"),
  );
  breaker.note("answered");
  expect(await breaker.admit()).toBe("the target had stopped answering");
  expect(probes()).toBe(1);
});

test("whoever asks while it is being found out waits for the answer", async () => {
  const probe = Promise.withResolvers<Outcome>();
  const breaker = createBreaker(() => probe.promise);
  note(breaker, "silent", 3);
  const admitted = [breaker.admit(), breaker.admit()];
  probe.resolve("silent");
  expect(await Promise.all(admitted)).toEqual(Array(2).fill("the target had stopped answering"));
});

test("a target that never answered is not asked again", async () => {
  const breaker = createBreaker(() => Promise.reject(new Error("asked")), "nobody answers");
  note(breaker, "silent", 5);
  expect(await breaker.admit()).toBe("nobody answers");
});

test("no breaker admits everything", async () => {
  note(noBreaker, "silent", 10);
  expect(await noBreaker.admit()).toBeUndefined();
});
