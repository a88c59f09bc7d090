import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { attack } from "../../testing/hostile-report.ts";
import { pythonBytes, pythonLiteral, pythonPattern, pythonText } from "./python-text.ts";

const runId = "ec2c-tp09c0-00000000-0000";

test.for([
  { given: "", want: '""' },
  { given: "plain", want: '"plain"' },
  { given: 'a "b" \\', want: '"a \\"b\\" \\\\"' },
  { given: "é\n\u2028😀", want: '"\\u00e9\\n\\u2028\\U0001f600"' },
  { given: runId, want: "RUN" },
  { given: `${runId}-{a}`, want: 'RUN + "-{a}"' },
  { given: `${runId}${"x".repeat(30)}y`, want: 'RUN + "x" * 30 + "y"' },
  { given: "x".repeat(23), want: `"${"x".repeat(23)}"` },
])("$given is said as $want", ({ given, want }) => {
  expect(pythonText(given, runId)).toBe(want);
});

test.for([
  { given: "ssh-rsa AAAA\n", want: 'b"ssh-rsa AAAA\\n"' },
  { given: "\u0000é", want: 'base64.b64decode("AMOp")' },
])("the bytes of $given are said as $want", ({ given, want }) => {
  expect(pythonBytes(Buffer.from(given))).toBe(want);
});

test.for([
  { given: /^a\/b$/, want: 'r"^a/b\\Z", %' },
  { given: /"x"/i, want: '"\\"x\\"", %, re.IGNORECASE' },
])("$given is searched for by $want", ({ given, want }) => {
  expect(pythonPattern(given)).toBe(want);
});

/** What Python makes of expressions, as the code points of their texts. */
function evaluated(expressions: readonly string[]): readonly (readonly number[])[] {
  const program = `import json, sys
RUN = ${pythonLiteral(runId)}
print(json.dumps([[ord(char) for char in eval(one)] for one in json.load(sys.stdin)]))`;
  return JSON.parse(execFileSync("python3", ["-c", program], { input: JSON.stringify(expressions), encoding: "utf8" }));
}

test("law: what is said is the text, whatever it is, and nothing but printable ASCII", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(runId, "{", '"""', "\\", '"', "\r\n", "x".repeat(40), "\\N{DASH}", "\ud800", attack),
  );
  const texts = fc.sample(fc.array(piece), { seed: 1, numRuns: 300 }).map((pieces) => pieces.join(""));
  for (const say of [(text: string) => pythonText(text, runId), pythonLiteral]) {
    const said = texts.map(say);
    for (const expression of said) expect(expression).toMatch(/^[\x20-\x7e]*$/);
    expect(evaluated(said)).toEqual(texts.map((text) => [...text].map((char) => char.codePointAt(0))));
  }
});
