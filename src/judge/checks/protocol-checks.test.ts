import { expect, test } from "vitest";
import { checksWithRows } from "../../testing/test-checks.ts";
import { protocolChecks } from "./protocol-checks.ts";

test("every check has rows in a table beside it", () => {
  expect(checksWithRows(new URL(".", import.meta.url))).toEqual(Object.keys(protocolChecks).toSorted());
});
