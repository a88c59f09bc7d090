import type { Input, Value } from "../../../model.ts";
import { clauses } from "../clauses.ts";
import type { Sequence } from "./sequence-case.ts";
import { describeStep, filterStep, given, judged, tagged } from "./steps.ts";

interface Filtered {
  readonly slug: string;
  readonly title: string;
  readonly clause: string;
  /** What sets the key that is to be found apart from the one beside it. */
  readonly found: Input;
  readonly beside: Input;
  /** The look that finds the one and not the other. */
  readonly look: Input;
}

const filter = (name: string, ...values: readonly Value[]): Value => ({ Name: name, Values: values });
const both = ["{name}", "{name}-beside"];

/** Looks that find one of two keys. What they must not find is there, so that finding only the one means something. */
const looks: readonly Filtered[] = [
  ...(["first", "last"] as const).map((slug): Filtered => {
    const filters = [filter("key-name", ...both), filter("tag:purpose", "{name}")];
    return {
      slug,
      title: `two filters, the ${slug} of which fits one key only`,
      clause: clauses.filtersAll,
      found: tagged(["purpose", "{name}"]),
      beside: tagged(["purpose", "other"]),
      look: { Filters: slug === "last" ? filters : filters.toReversed() },
    };
  }),
  {
    slug: "names",
    title: "two names, and a filter that fits one of them",
    clause: clauses.filtersAndNames,
    found: {},
    beside: {},
    look: { KeyNames: both, Filters: [filter("key-name", "{name}")] },
  },
  {
    slug: "filters",
    title: "one name, and a filter that fits another key too",
    clause: clauses.filtersAndNames,
    found: {},
    beside: {},
    look: { KeyNames: ["{name}"], Filters: [filter("key-name", ...both)] },
  },
  {
    slug: "value",
    title: "the filter tag:⟨key⟩, where values differ in case only",
    clause: clauses.filterCase,
    found: tagged(["purpose", "{name}-Case"]),
    beside: tagged(["purpose", "{name}-CASE"]),
    look: { Filters: [filter("tag:purpose", "{name}-Case")] },
  },
  {
    slug: "tag",
    title: "the filter tag:⟨key⟩, where keys differ in case only",
    clause: clauses.filterCase,
    found: tagged(["Purpose", "{name}"]),
    beside: tagged(["PURPOSE", "{name}"]),
    look: { Filters: [filter("tag:Purpose", "{name}")] },
  },
  {
    slug: "end",
    title: "the filter tag:⟨key⟩ with a ? at the end",
    clause: clauses.filterQuestionMark,
    found: tagged(["purpose", "{name}-1"]),
    beside: tagged(["purpose", "{name}-123"]),
    look: { Filters: [filter("tag:purpose", "{name}-?")] },
  },
  {
    slug: "star",
    title: "the filter tag:⟨key⟩ with a \\* in its value",
    clause: clauses.filterEscape,
    found: tagged(["purpose", "{name}-a*b"]),
    beside: tagged(["purpose", "{name}-acb"]),
    look: { Filters: [filter("tag:purpose", "{name}-a\\*b")] },
  },
];

/** Filters together, beside names, and to the letter; those that are unknown, and lists of none. */
export function combinedSequences(): readonly Sequence[] {
  return [
    ...looks.map(({ slug, title, clause, found, beside, look }) => ({
      slug,
      title,
      steps: [
        given("import", found),
        given("beside", { KeyName: "{name}-beside", ...beside }),
        describeStep("describe", look),
      ],
      judgements: [judged(clause, "finds-only", "import", "describe")],
    })),
    {
      slug: "bogus",
      title: "the filter ec2c-bogus, where there is a key",
      // Where there is none, some look at no filter.
      steps: [given("import"), filterStep("describe", "ec2c-bogus", "x")],
      judgements: [judged(clauses.filterUnknown, "refused", "describe")],
    },
    {
      slug: "filter",
      title: "Filter= (a list of no filters, as some SDKs said it)",
      steps: [describeStep("describe", {}, { wire: { set: { Filter: "" } } })],
      judgements: [judged(clauses.emptyFilters, "refused", "describe")],
    },
    ...["KeyName", "KeyPairId"].map((list) => ({
      slug: list,
      title: `${list}= (a list of none)`,
      steps: [describeStep("describe", {}, { wire: { set: { [list]: "" } } })],
      judgements: [judged(clauses.emptyLists, "open", "describe")],
    })),
  ];
}
