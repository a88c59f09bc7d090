import { createRequire } from "node:module";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { contract } from "../testing/observations.ts";
import { defaultSpecDir } from "./load-contract.ts";
import { compareTexts, readSdkTexts, sdkDocumentation } from "./sdk-texts.ts";

const name = "api-import-key-pair-name";
const comment = "/**\n   * <p>A unique name for the key\n   *          pair.</p>\n   */";

test.for([
  { given: comment, ids: [name], want: [] },
  { given: comment.replace("unique", "new"), ids: [name], want: [`the text of ${name}`] },
  { given: comment, ids: ["no-such-source"], want: ["the source no-such-source"] },
])("in $given, of $ids differ $want", ({ given, ids, want }) => {
  expect(compareTexts(contract, ids, given).map(({ where }) => where)).toEqual(want);
});

test("the installed SDK says what the sources quote of it", () => {
  const folder = dirname(createRequire(import.meta.url).resolve("@aws-sdk/client-ec2/package.json"));
  const ids = readSdkTexts(defaultSpecDir);
  expect(ids.length).toBeGreaterThan(30);
  expect(compareTexts(contract, ids, sdkDocumentation(folder))).toEqual([]);
});
