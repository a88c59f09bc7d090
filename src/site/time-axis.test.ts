import { expect, test } from "vitest";
import { dayNumber, timeTicks } from "./time-axis.ts";

test.for([
  { first: "2026-01-15", last: "2026-04-02", most: 6, want: ["Feb 2026", "Mar 2026", "Apr 2026"] },
  { first: "2026-01-01", last: "2026-02-01", most: 6, want: ["Jan 2026", "Feb 2026"] },
  {
    first: "2025-02-10",
    last: "2026-04-02",
    most: 6,
    want: ["Apr 2025", "Jul 2025", "Oct 2025", "Jan 2026", "Apr 2026"],
  },
  { first: "2024-02-10", last: "2026-04-02", most: 5, want: ["Jul 2024", "Jan 2025", "Jul 2025", "Jan 2026"] },
  { first: "2022-10-01", last: "2026-11-01", most: 5, want: ["2023", "2024", "2025", "2026"] },
  { first: "2022-10-01", last: "2026-11-01", most: 3, want: ["2024", "2026"] },
  { first: "2026-01-15", last: "2026-01-20", most: 6, want: [] },
  { first: "1000-01-15", last: "2999-01-20", most: 2, want: [] },
])("from $first to $last at most $most marks: $want", ({ first, last, most, want }) => {
  expect(timeTicks(first, last, most).map(({ label }) => label)).toEqual(want);
});

test("marks lie between the days", () => {
  for (const { day } of timeTicks("2022-10-02", "2026-11-01", 9)) {
    expect(dayNumber(day)).toBeGreaterThanOrEqual(dayNumber("2022-10-02"));
    expect(dayNumber(day)).toBeLessThanOrEqual(dayNumber("2026-11-01"));
  }
});
