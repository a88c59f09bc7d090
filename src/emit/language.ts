import type { Case, Observation } from "../model.ts";

/** A case's requests as statements, or why they can't be said. */
export type Said =
  | { readonly kind: "statements"; readonly lines: readonly string[] }
  | { readonly kind: "not"; readonly why: string };

/**
 * How a test says things in some language. What is given and returned is code: `answer` is a variable that holds an answer,
 * `item` an expression for a key pair of a description. Statements fail where they do not hold.
 */
export interface Language {
  // ─── expressions ───
  /** A text as a literal; the id of the run in it is that of the test's own run. */
  text(words: string): string;
  /** The variable that holds the answer of a step. */
  answer(step: { readonly id: string }): string;
  /** "accepted", or the code of the refusal, or what else an answer was. */
  outcome(answer: string): string;
  /** The code of a refusal as it is spelled. */
  code(answer: string): string;
  status(answer: string): string;
  body(answer: string): string;
  /** The body without a text in it. */
  bodyWithout(answer: string, text: string): string;
  /** The value of a header, named in lower case; nothing where it is missing. */
  header(answer: string, name: string): string;
  /** The media type without its character set. */
  mediaType(answer: string): string;
  /** The name of the root element. */
  root(answer: string): string;
  /** The namespace of the root element, without its last slash. */
  namespace(answer: string): string;
  /** The text of an element by its path below the root, or below an item; empty where it is missing. */
  member(from: string, path: string): string;
  requestId(answer: string): string;
  /** The paths of all elements. */
  paths(answer: string): string;
  /** The texts of all elements. */
  texts(answer: string): string;
  /** The names of the key pairs of a description. */
  names(answer: string): string;
  fingerprints(answer: string): string;
  /** The key pair of that name in a description. */
  item(answer: string, name: string): string;
  /** The names of an item's elements. */
  membersOf(item: string): string;
  /** Tags as "key=value". */
  tags(from: string): string;
  /** The words of an OpenSSH line: its type and key, or what stands behind them. */
  keyWords(text: string, which: "key" | "comment"): string;
  /** Milliseconds between a text of ISO 8601 and now. */
  distanceToNow(time: string): string;

  // ─── statements ───
  is(one: string, other: string): string;
  isNot(one: string, other: string): string;
  isOneOf(one: string, others: readonly string[]): string;
  isBelow(number: string, limit: number): string;
  /** The status, or its first digit. */
  hasStatus(answer: string, status: number | "4xx" | "5xx"): string;
  matches(text: string, pattern: RegExp): string;
  matchesNot(text: string, pattern: RegExp): string;
  has(list: string, one: string): string;
  hasNot(list: string, one: string): string;
  hasNotText(text: string, part: string): string;
  /** None of a list ends so. */
  noneEnds(list: string, end: string): string;
  isNotBlank(text: string): string;
  /** The same members, in any order. */
  areJust(list: string, wanted: readonly string[]): string;
  /** They are all different. */
  differ(all: readonly string[]): string;
  /** Statements that hold where an outcome is, or is not, what is named. */
  when(outcome: string, how: "is" | "is not", other: string, lines: readonly string[]): readonly string[];

  /** The requests of these observations in their order; what prepares is expected to be accepted. */
  requests(planned: Case, seen: readonly Observation[]): Said;
}
