import type { FaultSign } from "./sign.ts";

/**
 * Measured signatures as they are kept. Each sign is `⟨clause⟩=⟨value⟩ ⟨cases⟩`: where the value is another in every run,
 * `⟨clause⟩:⟨form⟩`, and nothing where the form is, too; cases are places in the list, with ranges, as `0-3,7`; a `~` in front says that the clause is blocked.
 */
export interface SignatureFile {
  readonly cases: readonly string[];
  readonly faults: Readonly<Record<string, readonly string[]>>;
}

/** Packs signatures; cases that are not in `order` come last. */
export function writeSignatures(
  signatures: ReadonlyMap<string, readonly FaultSign[]>,
  order: readonly string[],
): SignatureFile {
  const seen = [...signatures.values()].flatMap((signs) => signs.map((sign) => sign.case));
  const named = new Set(seen);
  const cases = [...order.filter((id) => named.has(id)), ...[...named].filter((id) => !order.includes(id))];
  const place = new Map(cases.map((id, index) => [id, index]));
  const faults = [...signatures].map(([fault, signs]) => {
    const alike = Map.groupBy(
      signs,
      ({ kind, clause, value, form }) =>
        `${kind === "blocked" ? "~" : ""}${clause}${value !== "" ? `=${value}` : form !== "" ? `:${form}` : ""}`,
    );
    return [fault, [...alike].map(([head, all]) => `${head} ${ranges(all.map((sign) => place.get(sign.case) ?? 0))}`)];
  });
  return { cases, faults: Object.fromEntries(faults) };
}

/** Unpacks them. @throws {Error} for a file that was not written by {@link writeSignatures}. */
export function readSignatures({ cases, faults }: SignatureFile): ReadonlyMap<string, readonly FaultSign[]> {
  return new Map(Object.entries(faults).map(([fault, signs]) => [fault, signs.flatMap((sign) => unpack(cases, sign))]));
}

function unpack(cases: readonly string[], sign: string): readonly FaultSign[] {
  const parts = /^(?<blocked>~?)(?<clause>\w+)(?:=(?<value>\w+)|:(?<form>\w+))? (?<where>[\d,-]+)$/.exec(sign)?.groups;
  if (parts === undefined) throw new Error(`"${sign}" is no sign of a fault`);
  const { blocked, clause = "", value = "", form = "", where = "" } = parts;
  const kind = blocked === "~" ? "blocked" : "red";
  return numbers(where).map((index) => ({ case: cases[index] ?? "", clause, kind, value, form }));
}

function ranges(places: readonly number[]): string {
  const runs: [from: number, to: number][] = [];
  for (const place of places.toSorted((one, other) => one - other)) {
    const last = runs.at(-1);
    if (last !== undefined && place === last[1] + 1) last[1] = place;
    else runs.push([place, place]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(",");
}

function numbers(where: string): readonly number[] {
  return where.split(",").flatMap((range) => {
    const [from = 0, to = from] = range.split("-").map(Number);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
}
