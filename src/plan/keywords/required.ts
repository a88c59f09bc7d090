import type { KeywordGenerator } from "./probe.ts";

/** Leaves the field out. */
export const required: KeywordGenerator = ({ field }) => [
  { slug: "absent", title: `no ${field}`, value: undefined, outcome: "refused" },
];
