/** The caller's mistake: wrong usage, specification or configuration. The CLI prints the message and exits with 2. */
export class UsageError extends Error {
  override readonly name = "UsageError" as const;
}

/** A contract file that does not hold what its schema asks for. Exit code 2, like every {@link UsageError}. */
export class SpecError extends Error {
  override readonly name = "SpecError" as const;
}

/** The message of anything thrown. */
export function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
