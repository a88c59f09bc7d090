import { CommanderError } from "commander";
import { expect, test } from "vitest";
import { regionsOf } from "./option-values.ts";
import { atATime, list, milliseconds, positive, rate, runsOf, whole } from "./values.ts";

const largest = "9007199254740991";

test.for([
  { option: "whole", read: whole(0), given: "0", want: 0 },
  { option: "whole", read: whole(0), given: largest, want: Number(largest) },
  { option: "--timeout", read: milliseconds, given: "2147483647", want: 2_147_483_647 },
  { option: "--concurrency", read: atATime, given: "1000", want: 1000 },
  { option: "--rate", read: rate, given: "0.01", want: 0.01 },
  { option: "--only", read: list, given: "a,,b", want: ["a", "b"] },
  { option: "--runs", read: runsOf, given: "3-5", want: [3, 5] },
  { option: "--region", read: regionsOf, given: "eu-west-1", want: ["eu-west-1", "us-east-1"] },
])("$option reads $given", ({ read, given, want }) => {
  expect(read(given)).toEqual(want);
});

test.for([
  ...["", " ", "-1", "1.5", "NaN", "1e400", "9007199254740992", "x"].map((given) => ({
    option: "whole",
    read: whole(0),
    given,
  })),
  ...["0", "2147483648", "1e400", "-5"].map((given) => ({ option: "--timeout", read: milliseconds, given })),
  ...["0", "1001", largest].map((given) => ({ option: "--concurrency", read: atATime, given })),
  ...["0", "1e-300", "NaN", "1e400"].map((given) => ({ option: "--rate", read: rate, given })),
  ...["0", "1e400"].map((given) => ({ option: "--max-age", read: positive, given })),
  ...["5-3", "0-3", "1-", "1-1e3"].map((given) => ({ option: "--runs", read: runsOf, given })),
  // It must not mean all.
  ...["", ",", ",,"].map((given) => ({ option: "--only", read: list, given })),
  ...["", ",", "-", "a-", "US", "a,a", "a,b,c", "x".repeat(5000)].map((given) => ({
    option: "--region",
    read: regionsOf,
    given,
  })),
])("$option refuses $given, in few words", ({ option, read, given }) => {
  let refusal: unknown;
  try {
    read(given);
  } catch (cause) {
    refusal = cause;
  }
  expect(refusal).toBeInstanceOf(option === "--region" ? Error : CommanderError);
  expect(String(refusal)).toMatch(/Failed to (read|use) /);
  expect(String(refusal).length).toBeLessThan(300);
});
