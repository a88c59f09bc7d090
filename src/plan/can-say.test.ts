import { expect, test } from "vitest";
import type { Case, Drive, Step } from "../model.ts";
import { plannedCase } from "../testing/planned.ts";
import { canSay } from "./can-say.ts";

test.for<{ given: string; steps?: readonly Partial<Step>[]; drives?: Case["drives"]; want: readonly Drive[] }>([
  { given: "a plain request", want: ["raw", "sdk"] },
  { given: "what is set on the wire", steps: [{}, { wire: {} }], want: ["raw"] },
  { given: "a request of nobody", steps: [{ as: "anonymous" }, {}], want: ["raw"] },
  { given: "a request with a wrong secret", steps: [{ as: "wrong-secret" }], want: ["raw", "sdk"] },
  { given: "a case for one drive", drives: ["sdk"], want: ["sdk"] },
  { given: "a case for the other", drives: ["raw"], want: ["raw"] },
  { given: "a case for both", drives: ["raw", "sdk"], want: ["raw", "sdk"] },
  { given: "what is set on the wire, for the SDK", steps: [{ wire: {} }], drives: ["sdk"], want: [] },
])("$given is said by $want", ({ steps = [{}], drives, want }) => {
  const planned = plannedCase(steps, [], drives === undefined ? {} : { drives });
  expect((["raw", "sdk"] as const).filter((drive) => canSay(drive, planned))).toEqual(want);
});
