import { expect, test } from "vitest";
import { contractOf } from "../testing/nouns.ts";
import {
  isAsBad,
  isDocumentDefect,
  isEcho,
  isGeneral,
  isMostlyRead,
  isReadability,
  isRefusal,
  readabilityOf,
  wrongCode,
} from "./failure-kinds.ts";

const contract = contractOf(
  { id: "OWN1" },
  { id: "EACH", holds: "exchange" },
  { id: "SOME", holds: "exchange", among: ["OWN1"] },
  { id: "ECHO", check: "tags-echoed", holds: "creation" },
  { id: "SAID", expect: { echoed: true } },
  { id: "TOOK", expect: { accepted: true } },
  { id: "CRSH", check: "no-server-error" },
  { id: "PAGE", check: "no-foreign-body" },
  { id: "FORM", check: "well-formed" },
  { id: "ENVL", check: "error-envelope" },
  { id: "CODE", check: "known-code" },
);
const told = (expected?: string, actual?: string) => ({
  clause: "OWN1",
  drive: "raw" as const,
  verdict: "fail" as const,
  ...(expected !== undefined && { expected }),
  ...(actual !== undefined && { actual }),
});

test.for([
  { given: "EACH", want: true },
  { given: "SOME", want: false },
  { given: "OWN1", want: false },
  { given: "GONE", want: false },
])("$given speaks about every answer: $want", ({ given, want }) => {
  expect(isGeneral(contract, given)).toBe(want);
});

test.for([
  { expected: "400 InvalidKey.Format", actual: "400 ValidationError: no", want: "400 ValidationError" },
  {
    expected: "400 InvalidKey.Format or InvalidKeyPair.Format",
    actual: "403 AccessDenied: no",
    want: "403 AccessDenied",
  },
  { expected: "4xx InvalidKey.Format", actual: "400 ValidationError: no", want: undefined },
  { expected: "500 InternalError", actual: "400 A.B_c: no", want: "400 A.B_c" },
  { expected: "400 InvalidKey.Format", actual: "400 : no", want: "400 " },
  { expected: "400 InvalidKey.Format", actual: "200 ImportKeyPairResponse", want: undefined },
  { expected: "400 InvalidKey.Format", actual: "HTTP 400, text/html", want: undefined },
  { expected: "400 InvalidKey.Format", actual: "it said 400 ValidationError: no", want: undefined },
  { expected: "400 InvalidKey.Format", actual: undefined, want: undefined },
  { expected: "200 ImportKeyPairResponse", actual: "400 ValidationError: no", want: undefined },
  { expected: "a message of 400 words or so", actual: "400 ValidationError: no", want: undefined },
  { expected: "status 400 or 403", actual: "400 ValidationError: no", want: undefined },
  { expected: "400 InvalidKey.Format, and nothing else", actual: "400 ValidationError: no", want: undefined },
  { expected: undefined, actual: "400 ValidationError: no", want: undefined },
])("the wrong code of $actual for $expected is $want", ({ expected, actual, want }) => {
  expect(wrongCode(told(expected, actual))).toBe(want);
});

test.for([
  { expected: "200 ImportKeyPairResponse", actual: "400 InvalidAction: no", want: true },
  { expected: "200 ImportKeyPairResponse", actual: "500 InternalError: no", want: true },
  { expected: "200 ImportKeyPairResponse", actual: "HTTP 302, no content type, empty body", want: true },
  { expected: "a key pair of that name", actual: "400 InvalidAction: no", want: true },
  { expected: "a key pair of that name", actual: "503 Busy: no", want: true },
  { expected: "a key pair of that name", actual: "HTTP 400, text/html", want: false },
  { expected: "a key pair of that name", actual: "none", want: false },
  { expected: "a key pair of that name", actual: "1400 bytes", want: false },
  { expected: "200 of them", actual: "none", want: false },
  { expected: "1200 bytes", actual: "none", want: false },
  { expected: "200 bytes or more", actual: "none", want: false },
  { expected: "400 InvalidKey.Format", actual: "400 ValidationError: no", want: false },
  { expected: "503 Busy", actual: "400 ValidationError: no", want: false },
  { expected: undefined, actual: "400 ValidationError: no", want: true },
  { expected: undefined, actual: undefined, want: false },
])("$actual instead of $expected is a refusal: $want", ({ expected, actual, want }) => {
  expect(isRefusal(told(expected, actual))).toBe(want);
});

test.for([
  { general: "ECHO", own: "SAID", want: true },
  { general: "ECHO", own: "TOOK", want: false },
  { general: "ECHO", own: "OWN1", want: false },
  { general: "ECHO", own: "GONE", want: false },
  { general: "FORM", own: "SAID", want: false },
  { general: "EACH", own: "SAID", want: false },
  { general: "GONE", own: "SAID", want: false },
])("$general and $own speak about what an answer repeats: $want", ({ general, own, want }) => {
  expect(isEcho(contract, general, own)).toBe(want);
});

test.for([
  // A crash is what a crash or a page explains, and nothing finer.
  { cause: "CRSH", expected: "400 InvalidKey.Format", actual: "500 InternalError: no", want: true },
  { cause: "PAGE", expected: "400 InvalidKey.Format", actual: "HTTP 500, text/html", want: true },
  { cause: "FORM", expected: "400 InvalidKey.Format", actual: "HTTP 500, text/html", want: false },
  { cause: "CODE", expected: "400 InvalidKey.Format", actual: "503 Busy: no", want: false },
  { cause: "GONE", expected: "400 InvalidKey.Format", actual: "500 InternalError: no", want: false },
  // What is refused instead of accepted is refused, whatever its document.
  { cause: "FORM", expected: "200 ImportKeyPairResponse", actual: "HTTP 400, text/html", want: false },
  { cause: "CRSH", expected: "200 ImportKeyPairResponse", actual: "400 InvalidAction: no", want: false },
  { cause: "FORM", expected: "400 InvalidKey.Format", actual: "HTTP 400, text/html", want: true },
  { cause: "FORM", expected: "4200 bytes", actual: "HTTP 400, text/html", want: true },
  { cause: "FORM", expected: "200 ImportKeyPairResponse", actual: "HTTP 200, text/html", want: true },
  { cause: "FORM", expected: "200 ImportKeyPairResponse", actual: "no HTTP 400", want: true },
  { cause: "FORM", expected: undefined, actual: "HTTP 404", want: true },
  { cause: "FORM", expected: undefined, actual: undefined, want: true },
])("$cause explains $actual instead of $expected: $want", ({ cause, expected, actual, want }) => {
  expect(isAsBad(contract, cause, told(expected, actual))).toBe(want);
});

test.for([
  { given: "CRSH", rank: 0, document: true, mostly: false },
  { given: "PAGE", rank: 1, document: true, mostly: false },
  { given: "FORM", rank: 2, document: true, mostly: true },
  { given: "ENVL", rank: 3, document: true, mostly: false },
  { given: "CODE", rank: 4, document: false, mostly: false },
  { given: "OWN1", rank: -1, document: true, mostly: false },
  { given: "GONE", rank: -1, document: true, mostly: false },
])("$given is the defect of an answer of rank $rank", ({ given, rank, document, mostly }) => {
  expect(readabilityOf(contract, given)).toBe(rank);
  expect(isReadability(contract, given)).toBe(rank >= 0);
  expect(isDocumentDefect(contract, given)).toBe(document);
  expect(isMostlyRead(contract, given)).toBe(mostly);
});
