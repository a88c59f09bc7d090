import type { FaultFacts } from "./diagnosis.ts";
import type { FaultSign, Sign } from "./sign.ts";

/** The signs of a run by their place. */
export type Run = ReadonlyMap<string, Sign>;

/** How the signature of a fault fits a run. */
export interface Match {
  readonly fault: FaultFacts;
  /** Places that the fault breaks and that are broken in the run, with how well what was seen there fits. */
  readonly fits: ReadonlyMap<string, "exact" | "alike">;
  /** Where the run is red as well, but something else was seen than the fault shows. */
  readonly otherwise: readonly string[];
  /** Where the run is green, although the fault turns it red. */
  readonly against: readonly string[];
  /** Where it is green, although the fault alone breaks it in the course of something worse. */
  readonly doubtful: number;
  /** How many of its signs the run tells nothing of. */
  readonly unseen: number;
}

export const placeOf = ({ case: id, clause }: Pick<Sign, "case" | "clause">): string => `${id} ${clause}`;

/** Compares what a fault does alone with what was seen in a run. */
export function match(fault: FaultFacts, signature: readonly FaultSign[], run: Run): Match {
  const fits = new Map<string, "exact" | "alike">();
  const otherwise: string[] = [];
  const against: string[] = [];
  let [unseen, doubtful] = [0, 0];
  for (const { kind, value, form, ...where } of signature) {
    const place = placeOf(where);
    const seen = run.get(place);
    if (seen === undefined) unseen += kind === "red" ? 1 : 0;
    else if (seen.kind === "green" && kind === "red") against.push(place);
    else if (seen.kind === "green") doubtful++;
    else if (value !== "" && value === seen.value) fits.set(place, "exact");
    else if (isAlike({ value, form }, seen)) fits.set(place, "alike");
    else if (kind === "red") otherwise.push(place);
  }
  return { fault, fits, otherwise, against, doubtful, unseen };
}

/** Without a value that is the same in every run, the form tells; without a form, that it fails. */
function isAlike(fault: Pick<FaultSign, "value" | "form">, seen: Sign): boolean {
  return fault.value === "" && (fault.form === "" || fault.form === seen.form);
}
