import fc from "fast-check";
import { expect, test } from "vitest";
import { pointerToken, resolvePointer } from "./pointer.ts";

const root = { a: { "b/c": { "~d": [10, 20] } }, "": 1, n: null };

test.for([
  { given: "", want: root },
  { given: "/", want: 1 },
  { given: "/a/b~1c/~0d/1", want: 20 },
  { given: "/n", want: null },
  { given: "/n/x", want: undefined },
  { given: "/a/x", want: undefined },
  { given: "/a/b~1c/~0d/1/x", want: undefined },
])("resolves $given", ({ given, want }) => {
  expect(resolvePointer(root, given)).toEqual(want);
});

test("law: a token leads to its key", () => {
  fc.assert(
    fc.property(fc.string(), (key) => {
      expect(resolvePointer(Object.fromEntries([[key, "here"]]), pointerToken(key))).toBe("here");
    }),
  );
});
