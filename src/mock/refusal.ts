import type { Refused } from "./answer.ts";
import type { Fault } from "./fault.ts";

/** One named reason to refuse a request. A list of them is asked in order; the first that applies answers. */
export interface Refusal<Request, State = undefined> {
  /** Kebab-case and permanent: faults speak of it. */
  readonly name: string;
  readonly status: number;
  readonly code: string;
  readonly message: string | ((request: Request, state: State) => string);
  readonly applies: (request: Request, state: State) => boolean;
}

/** The first refusal that applies, with the faults that drop or reword refusals worked in. */
export const firstRefusal = <Request, State>(
  refusals: readonly Refusal<Request, State>[],
  request: Request,
  state: State,
  faults: readonly Fault[],
): Refused | undefined => {
  const skipped = faults.flatMap((fault) => (fault.kind === "skip" ? fault.refusals : []));
  const found = refusals.find((refusal) => !skipped.includes(refusal.name) && refusal.applies(request, state));
  if (!found) return undefined;
  const message = typeof found.message === "string" ? found.message : found.message(request, state);
  const recoded = faults.flatMap((fault) =>
    fault.kind === "recode" && fault.refusals.includes(found.name) ? [fault.as] : [],
  );
  return Object.assign({ name: found.name, status: found.status, code: found.code, message }, ...recoded);
};
