import { expect, test } from "vitest";
import { createRunPrefix } from "./run-prefix.ts";

test("a prefix is recognisably ours, and of one run", () => {
  const now = new Date("2026-11-24T12:00:00Z");
  const [one, other] = [createRunPrefix(now), createRunPrefix(now)];
  expect(one).toMatch(/^ec2c-[0-9a-z]+-[0-9a-f]{8}-[0-9a-f]{4}$/);
  expect(one).not.toBe(other);
  expect(Number.parseInt(one.split("-")[1] ?? "", 36)).toBe(now.getTime() / 1000);
});
