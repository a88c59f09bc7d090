import fc from "fast-check";
import { type Property, property } from "../../../explore/property.ts";
import { deletionAtOnce, manyNamesAtOnce, oneNameAtOnce } from "../cases/races.ts";

const counts = fc.integer({ min: 2, max: 8 });

/** Requests that are on their way at the same time are answered as if one came after the other. */
export const races: Property = property({
  id: "races",
  about: "requests at the same time",
  area: "lifecycle",
  space: fc.oneof(
    { weight: 3, arbitrary: counts.map(oneNameAtOnce) },
    { weight: 1, arbitrary: counts.map(manyNamesAtOnce) },
    { weight: 1, arbitrary: fc.constantFrom("import" as const, "deletion" as const).map(deletionAtOnce) },
  ),
  toTrial: (trial) => trial,
});
