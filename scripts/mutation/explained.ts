import type { Explanation } from "./mutation-page.ts";

const guard = "The compiler asks for the guard: it can't be otherwise here.";
const byPrograms = "Seen by a test that starts ssh-keygen or openssl, which stands apart.";
const keys = "src/actions/import-key-pair/keys";

/** Survivors that were looked at, and that no test can or need see. */
export const explained: readonly Explanation[] = [
  {
    original: '"not-applicable"',
    replacement: '""',
    why: "For judgeEach, what is neither a finding nor a pass does not apply; the compiler knows one word for it.",
  },
  {
    file: "src/judge/judge.ts",
    original: "done.set(judgement, verdicts);",
    why: "It only saves judging the same thing twice.",
  },
  { file: "src/known/match-known.ts", original: '""', why: "The day is not looked at: reviews don't end a run early." },
  {
    file: "src/known/match-known.ts",
    original: "report.target.version !== undefined",
    why: "semver finds undefined in no range either; the compiler asks for the guard.",
  },
  { file: "src/known/match-known.ts", original: "[]", why: "What is neither a failure nor a pass counts for nothing." },
  { file: "src/known/read-known.ts", original: "clause !== undefined", why: guard },
  { file: "src/known/read-known.ts", original: "[]", why: "No case is called so." },
  { file: "src/known/update-known.ts", original: '"it fails"', why: "What is listed has failed in some case." },
  { file: "src/known/update-known.ts", original: "[]", why: "An entry of the whole clause leaves nothing to add." },
  { file: "src/wire/parse-xml.ts", original: "root !== undefined", why: "The parser tells itself of a missing root." },
  {
    file: "src/wire/parse-xml.ts",
    original: '"there is no element"',
    why: "The parser tells itself of a missing root.",
  },
  { file: "src/wire/sha256.ts", why: "Keys are kept only so that they need not be made again." },
  { file: "src/wire/throttled-code.ts", original: "code !== undefined", why: guard },
  { file: `${keys}/key-object.ts`, original: "n !== undefined", why: guard },
  { file: `${keys}/key-object.ts`, original: "e !== undefined", why: guard },
  { file: `${keys}/key-object.ts`, original: "n !== undefined && e !== undefined", why: guard },
  { file: `${keys}/key-object.ts`, original: "x === undefined", why: guard },
  {
    file: `${keys}/key-object.ts`,
    original: "der[0] !== sequence",
    why: "OpenSSL refuses it too; the first byte only saves asking.",
  },
  {
    file: `${keys}/fresh-keys.ts`,
    original: "key === undefined",
    why: "node:crypto makes the type that it is asked for.",
  },
  {
    file: `${keys}/fresh-keys.ts`,
    original: '"Failed to read a fresh key: node:crypto made another type. This is a bug."',
    why: "node:crypto makes the type that it is asked for.",
  },
  { file: `${keys}/openssh-line.ts`, original: "label === undefined", why: guard },
  { file: `${keys}/openssh-line.ts`, original: "blob === undefined", why: guard },
  {
    file: `${keys}/openssh-line.ts`,
    original: "[]",
    why: "What does not match fails for want of a blob; the expression of a line matches any text.",
  },
  {
    file: `${keys}/openssh-line.ts`,
    original: "/^([ \\t]*)([^ \\t]*)([ \\t]*)([^ \\t]*)(.*)$/s",
    why: "It matches any text from its start to its end without being told to.",
  },
  {
    file: `${keys}/openssh-line.ts`,
    original: '""',
    why: "The expression matches any text, so no default is used.",
  },
  {
    file: `${keys}/openssh-line.ts`,
    original: "at > 0",
    why: "A blank stands in front of what is found, so it never begins the line.",
  },
  {
    file: `${keys}/rfc4716.ts`,
    original: "at + 1 < lines.length",
    why: "Behind the last line there is nothing to add.",
  },
  { file: `${keys}/ssh-blob.ts`, original: "exponent === undefined", why: guard },
  {
    file: `${keys}/write-openssh-private-key.ts`,
    original: '""',
    why: "node:crypto gives both members of such a key.",
  },
  { file: `${keys}/fingerprint.ts`, why: byPrograms },
];
