import { conformWrapper } from "ec2-contract";
import { expect, test } from "vitest";
import { careless } from "./careless.ts";

test("each mistake is named by its scenario", { timeout: 60_000 }, async () => {
  const report = await conformWrapper({
    name: "careless.ts",
    importKeyPair: careless,
    network: "msw",
    policy: { errorCode: (error) => (error as Error).name },
  });
  const red = report.cases.filter(({ verdicts }) => verdicts.some(({ verdict }) => verdict === "fail"));
  expect(red.map(({ id }) => id)).toEqual(
    expect.arrayContaining([
      "base64-once",
      "region",
      "tag-resource-type",
      "tags-empty",
      "dry-run",
      "tag-set-absent",
      "unauthorized",
      "error-message",
    ]),
  );
});
