import { expect, test } from "vitest";
import { importKeyPair } from "../actions/import-key-pair/import-key-pair.ts";
import { SpecError } from "../errors.ts";
import type { Case, Input, Step } from "../model.ts";
import type { WireSchema } from "../spec/contract.ts";
import { plannedCase } from "../testing/nouns.ts";
import { contract } from "../testing/observations.ts";
import { checkRequests } from "./check-requests.ts";

const request: WireSchema = {
  type: "object",
  properties: {
    KeyName: { type: "string", minLength: 3, maxLength: 60, allOf: [{ pattern: "^[a-z]" }, { pattern: "[^b]$" }] },
    PublicKeyMaterial: { type: "string", contentEncoding: "base64", maxLength: 1 },
    Kind: { type: "string", enum: ["a", "b"] },
    Tags: { type: "array", minItems: 1, maxItems: 2, "x-unique-by": "Key", items: { $ref: "#/components/schemas/T" } },
    Loose: { type: "array" },
    Gone: { $ref: "#/components/schemas/Nowhere" },
  },
};
const changed = {
  ...contract,
  schemas: { ImportKeyPairRequest: request, T: { properties: { Key: { type: "string", maxLength: 2 } } } },
} as const;

function breachesOf(input: Input, step: Partial<Step> = {}, cases = 1): string | undefined {
  const planned = plannedCase([{ input, ...step }], [{ check: "accepted" }]);
  try {
    checkRequests(
      changed,
      importKeyPair,
      Array.from({ length: cases }, (_, at): Case => ({ ...planned, id: `C-${at}` })),
    );
    return undefined;
  } catch (cause) {
    if (!(cause instanceof SpecError)) throw cause;
    return cause.message;
  }
}

test.for<{ input: Input; step?: Partial<Step>; want?: string }>([
  { input: {} },
  { input: { KeyName: "abc" } },
  { input: { KeyName: "aa" }, want: "KeyName has 2 characters, fewer than minLength 3" },
  { input: { KeyName: "x".repeat(60) } },
  { input: { KeyName: "x".repeat(61) }, want: "KeyName has 61 characters, more than maxLength 60" },
  { input: { KeyName: `a${"🔑".repeat(60)}` }, want: "KeyName has 61 characters, more than maxLength 60" },
  { input: { KeyName: "Abc" }, want: 'KeyName "Abc" does not match ^[a-z]' },
  { input: { KeyName: "aab" }, want: 'KeyName "aab" does not match [^b]$' },
  { input: { KeyName: "{name}" } },
  { input: { KeyName: "{name}{name}" }, want: "KeyName has 64 characters, more than maxLength 60" },
  { input: { KeyName: { $pad: "{name}", to: 60, with: "x" } } },
  {
    input: { KeyName: { $pad: "{name}", to: 61, with: "x" } },
    want: "KeyName has 61 characters, more than maxLength 60",
  },
  {
    input: { KeyName: { $pad: "{name}", to: 2, with: "x" } },
    want: "KeyName has 2 characters, fewer than minLength 3",
  },
  { input: { KeyName: { $pad: "a", to: 3, with: "b" } }, want: 'KeyName "abb" does not match [^b]$' },
  { input: { KeyName: { $repeat: "xy", times: 30 } } },
  { input: { KeyName: { $repeat: "xy", times: 31 } }, want: "KeyName has 62 characters, more than maxLength 60" },
  // What the run draws, or takes from an answer, nobody knows now.
  { input: { KeyName: { $ref: "a.B" } } },
  { input: { PublicKeyMaterial: "longer than allowed" } },
  { input: { Kind: "a" } },
  { input: { Kind: "c" }, want: 'Kind "c" is none of a, b' },
  { input: { Tags: [{ Key: "a" }, { Key: "b" }] } },
  { input: { Tags: [] }, want: "Tags has 0 items, fewer than minItems 1" },
  { input: { Tags: [{ Key: "a" }, { Key: "b" }, { Key: "c" }] }, want: "Tags has 3 items, more than maxItems 2" },
  { input: { Tags: [{ Key: "a" }, { Key: "a" }] }, want: "Tags has two items of one Key" },
  { input: { Tags: [{ Key: "abc" }] }, want: "Tags.Key has 3 characters, more than maxLength 2" },
  { input: { Tags: [{ Key: "a" }, { Key: "abc" }] }, want: "Tags.Key has 3 characters, more than maxLength 2" },
  { input: { Loose: ["anything", "anything"] } },
  { input: { Gone: "anything", Unknown: "anything" } },
  { input: { KeyName: true } },
  { input: { KeyName: null } },
  // What the wire says otherwise is not said by the field.
  { input: { KeyName: "aa" }, step: { wire: { set: { KeyName: null } } } },
  {
    input: { KeyName: "aa" },
    step: { wire: { append: "&" } },
    want: "KeyName has 2 characters, fewer than minLength 3",
  },
  { input: { KeyName: "aa" }, step: { action: "DescribeKeyPairs" } },
])("$input, said by $step: $want", ({ input, step, want }) => {
  expect(breachesOf(input, step)).toBe(
    want &&
      `Failed to plan requests that the contract allows:\n  C-0: ${want}\nCorrect the constraint, or these cases.`,
  );
});

test.for<{ given: string; planned: Case; want: boolean }>([
  { given: "what is to be accepted", planned: plannedCase([{ input: { KeyName: "aa" } }], [{}]), want: true },
  { given: "what prepares", planned: plannedCase([{ input: { KeyName: "aa" }, setup: true }]), want: true },
  {
    given: "what is to be refused",
    planned: plannedCase([{ input: { KeyName: "aa" } }], [{ check: "refused" }]),
    want: false,
  },
  {
    given: "what is beside a step that is to be accepted",
    planned: plannedCase([{ input: { KeyName: "aa" } }, { id: "other", input: {} }], [{ steps: ["other"] }]),
    want: false,
  },
  { given: "what nobody judges", planned: plannedCase([{ input: { KeyName: "aa" } }]), want: false },
])("$given must be allowed: $want", ({ planned, want }) => {
  const check = () => checkRequests(changed, importKeyPair, [planned]);
  if (want) expect(check).toThrow("AAAA-x: KeyName has 2 characters");
  else expect(check).not.toThrow();
});

test("eight of many are told, and how many more there are", () => {
  const lines = (count: number) => breachesOf({ KeyName: "aa" }, {}, count)?.split("\n") ?? [];
  expect(lines(8)).toHaveLength(10);
  expect(lines(8).join()).not.toContain("more\n");
  expect(lines(10)).toHaveLength(11);
  expect(lines(10).at(-3)).toBe("  C-7: KeyName has 2 characters, fewer than minLength 3");
  expect(lines(10).at(-2)).toBe("  and 2 more");
});

test("a contract without the request allows all of it", () => {
  const bare = { ...contract, schemas: {} };
  expect(() => checkRequests(bare, importKeyPair, [plannedCase([{ input: { KeyName: "" } }], [{}])])).not.toThrow();
});
