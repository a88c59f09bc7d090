import { messageOf } from "../errors.ts";

/** What became of a call of the wrapper. */
export type Outcome =
  | { readonly kind: "returned"; readonly output: unknown }
  | { readonly kind: "threw"; readonly error: unknown }
  /** It had not returned after so many milliseconds. */
  | { readonly kind: "cut-off"; readonly after: number };

/** What a command that failed left behind, in the place of an error. */
export class CommandFailed extends Error {
  override readonly name = "CommandFailed" as const;
  readonly exitCode: number | null;
  /** Standard output and error. */
  readonly printed: string;

  constructor(exitCode: number | null, printed: string) {
    super(`the command ended with ${exitCode ?? "a signal"}`);
    this.exitCode = exitCode;
    this.printed = printed;
  }
}

/** An outcome in a line, for the `actual` of a finding. */
export function outcomeLine(outcome: Outcome): string {
  if (outcome.kind === "cut-off") return `had not returned after ${outcome.after} ms`;
  if (outcome.kind === "returned") return `returned ${brief(outcome.output)}`;
  const { error } = outcome;
  if (error instanceof CommandFailed)
    return `ended with ${error.exitCode ?? "a signal"}: ${error.printed.trim().slice(-300)}`;
  const name = error instanceof Error ? `${error.name}: ` : "";
  return `threw ${name}${messageOf(error).slice(0, 300)}`;
}

function brief(output: unknown): string {
  if (output === undefined) return "nothing";
  try {
    return JSON.stringify(output)?.slice(0, 300) ?? String(output);
  } catch {
    return "what is no JSON";
  }
}

/** Every text in a value, errors with their causes included: where a code may stand that nobody declared. */
export function textsOf(value: unknown, depth = 0, seen = new Set<unknown>()): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null || depth > 5 || seen.has(value)) return [];
  seen.add(value);
  const own = Object.getOwnPropertyNames(value).filter((name) => name !== "stack");
  const inherited = value instanceof Error ? ["name"] : [];
  return [...new Set([...own, ...inherited])].flatMap((name) =>
    textsOf((value as Readonly<Record<string, unknown>>)[name], depth + 1, seen),
  );
}
