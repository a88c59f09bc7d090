import type { KeyPairFault } from "../key-pair-fault.ts";

/** How filters go together, with one another and with names; which of them there are. */
export const combinedFilterFaults: readonly KeyPairFault[] = [
  {
    id: "filters-any",
    summary: "Of several filters one that matches is enough.",
    area: "lifecycle",
    clause: "F3ND",
    kind: "behaviour",
    behaviour: { lists: (fits, selected) => fits && (selected.length === 0 || selected.includes(true)) },
  },
  {
    id: "filters-first-only",
    summary: "Of several filters only the first counts.",
    area: "lifecycle",
    clause: "F3ND",
    kind: "behaviour",
    behaviour: { lists: (fits, selected) => fits && selected[0] !== false },
  },
  {
    id: "filters-last-only",
    summary: "Of several filters only the last counts.",
    area: "lifecycle",
    clause: "F3ND",
    kind: "behaviour",
    behaviour: { lists: (fits, selected) => fits && selected.at(-1) !== false },
  },
  {
    id: "filters-ignored-beside-names",
    summary: "A name switches the filters off.",
    area: "lifecycle",
    clause: "F5NW",
    kind: "behaviour",
    behaviour: { lists: (fits, selected, named) => fits && (named || selected.every(Boolean)) },
  },
  {
    id: "names-ignored-beside-filters",
    summary: "A filter switches the names off.",
    area: "lifecycle",
    clause: "F5NW",
    kind: "behaviour",
    behaviour: { lists: (fits, selected) => (selected.length > 0 ? selected.every(Boolean) : fits) },
  },
  {
    id: "filter-unknown-accepted",
    summary: "A filter that does not exist finds nothing, and is no mistake.",
    area: "lifecycle",
    clause: "U4FN",
    kind: "skip",
    refusals: ["describe-unknown-filter"],
  },
  {
    id: "empty-filters-accepted",
    summary: "An empty list of filters is as good as none.",
    area: "lifecycle",
    clause: "E4LR",
    kind: "skip",
    refusals: ["describe-empty-list"],
  },
];
