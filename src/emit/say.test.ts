import fc from "fast-check";
import ts from "typescript";
import { expect, test } from "vitest";
import { attack } from "../testing/hostile-report.ts";
import { comment, quoted, say } from "./say.ts";

const runId = "ec2c-tp09c0-00000000-0000";

/** Where a template inserts. */
const hole = (code: string): string => `$\{${code}}`;

test.for([
  { given: "", want: '""' },
  { given: "plain", want: '"plain"' },
  { given: 'a "b" \\', want: '"a \\"b\\" \\\\"' },
  { given: "é\n\u2028😀", want: '"\\u00e9\\u000a\\u2028\\ud83d\\ude00"' },
  { given: runId, want: "run" },
  { given: `${runId}-a`, want: `\`${hole("run")}-a\`` },
  { given: `\`${runId}\${x}\\$`, want: `\`\\\`${hole("run")}\\${hole("x")}\\\\$\`` },
  { given: `${runId}${"x".repeat(30)}y`, want: `\`${hole("run")}${hole('"x".repeat(30)')}y\`` },
  { given: "é".repeat(24), want: '"\\u00e9".repeat(24)' },
  { given: "x".repeat(23), want: `"${"x".repeat(23)}"` },
])("$given is said as $want", ({ given, want }) => {
  expect(say(given, runId)).toBe(want);
});

/** What the expression gives, when it is run. */
const resultOf = (expression: string): unknown => new Function("run", `return ${expression};`)(runId);

test("law: what is said is the text, whatever it is, and nothing but printable ASCII", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(runId, "`", hole("run"), "\\", '"', "\r\n", "x".repeat(40), "*/", "\ud800", attack),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join("");
      for (const expression of [say(text, runId), quoted(text)]) {
        expect(resultOf(expression)).toBe(text);
        expect(expression).toMatch(/^[\x20-\x7e]*$/);
      }
    }),
  );
});

test("law: a comment is one, whatever is in it", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.constant(attack)), (text) => {
      const { statements } = ts.createSourceFile("a.ts", comment(text), ts.ScriptTarget.Latest);
      expect(statements).toHaveLength(0);
    }),
  );
});
