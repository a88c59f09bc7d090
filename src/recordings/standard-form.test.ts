import { expect, test } from "vitest";
import { exactText, shortText, standardText, standardTimes } from "./standard-form.ts";

const key = `ssh-ed25519 ${"QUJD".repeat(17)}`;
const drawn = { prefix: "ec2c-tp92xq-14eb431b-598f", keys: { ed25519: key } };
const since = Date.parse("2026-11-29T06:04:12Z");
const standard = (text: string, asked = ""): string =>
  standardTimes(standardText(shortText(text), drawn), since, asked);

const sent = (comment: string): string => encodeURIComponent(Buffer.from(`${key}${comment}`).toString("base64"));

test.for([
  { given: "a name", text: `KeyName=${drawn.prefix}-M3P2-raw`, want: "KeyName=⟨run⟩-M3P2-raw" },
  { given: "a name in capitals", text: drawn.prefix.toUpperCase(), want: "⟨RUN⟩" },
  {
    given: "a fresh key as it is listed",
    text: `<publicKey>${key} me</publicKey>`,
    want: "<publicKey>⟨key ed25519⟩ me</publicKey>",
  },
  { given: "a fresh key as it is sent", text: sent(" me"), want: "⟨key ed25519 as sent⟩SkQgbWU%3D" },
  { given: "the date of the first answer", text: "Sun, 29 Nov 2026 06:04:12 GMT", want: "⟨date+0⟩" },
  { given: "a date a second before", text: "Sun, 29 Nov 2026 06:04:11 GMT", want: "⟨date-1⟩" },
  { given: "a time with a fraction", text: "2026-11-29T06:04:14.123Z", want: "⟨time+2⟩.123Z" },
  { given: "a time of another year", text: "1970-01-01T00:00:00Z", want: "1970-01-01T00:00:00Z" },
  { given: "a date that is none", text: "Mon, 99 Nov 2026 06:04:12 GMT", want: "Mon, 99 Nov 2026 06:04:12 GMT" },
  {
    given: "a date on the wrong day of the week",
    text: "Mon, 29 Nov 2026 06:04:12 GMT",
    want: "Mon, 29 Nov 2026 06:04:12 GMT",
  },
  { given: "a time that is none", text: "2026-13-29T06:04:12Z", want: "2026-13-29T06:04:12Z" },
  { given: "many of one character", text: `a${"x".repeat(64)}b`, want: "a⟨64 × x⟩b" },
  { given: "many of one that is long in memory", text: "🔑".repeat(100), want: "⟨100 × 🔑⟩" },
  { given: "many, but not too many", text: "x".repeat(63), want: "x".repeat(63) },
  { given: "what looks like a mark", text: "⟨run⟩ ⟨9 × x⟩", want: "⟨⟩run⟩ ⟨⟩9 × x⟩" },
  { given: "nothing", text: "", want: "" },
])("$given becomes its mark, and comes back", ({ text, want }) => {
  expect(standard(text)).toBe(want);
  expect(exactText(want, drawn, since)).toBe(text);
});

test("a time that was asked for stays as it is", () => {
  const text = "2026-11-29T06:04:14Z";
  expect(standard(text, `Value=${text}`)).toBe(text);
});

test("times follow the moment of the replay", () => {
  expect(exactText("⟨date+1⟩ ⟨time-2⟩Z", drawn, Date.parse("2030-01-01T00:00:10Z"))).toBe(
    "Tue, 01 Jan 2030 00:00:11 GMT 2030-01-01T00:00:08Z",
  );
});

test("an unknown mark is a text", () => {
  expect(exactText("⟨key other⟩", drawn, since)).toBe("⟨key other⟩");
});

test("what would grow without end is refused", () => {
  expect(() => exactText("⟨9999999 × x⟩", drawn, since)).toThrow(RangeError);
  expect(() => exactText("⟨999999 × x⟩".repeat(9), drawn, since)).toThrow(RangeError);
});
