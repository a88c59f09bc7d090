import { expect, test } from "vitest";
import { createMock } from "../mock/create-mock.ts";
import { sessionOf } from "../testing/sessions.ts";
import { asideOf } from "./session.ts";

test.for([
  { given: ["us-east-1", "us-west-2"], want: ["eu-west-1", "us-east-1"] },
  { given: ["eu-west-1", "us-west-2"], want: ["eu-central-1", "eu-west-1"] },
  { given: ["eu-central-1", "eu-west-1"], want: ["ap-northeast-1", "eu-central-1"] },
] as const)("a run in $given has $want.0 to be alone in", ({ given, want }) => {
  expect(asideOf(sessionOf(createMock(), { regions: given })).regions).toEqual(want);
});

test("a target with one Region only is not asked in another", () => {
  const session = sessionOf(createMock());
  const one: typeof session = { ...session, target: { ...session.target, lacks: { regions: "it has one" } } };
  expect(asideOf(one)).toBe(one);
});
