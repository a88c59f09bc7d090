import type { ChangeKind, Difference, Side } from "./difference.ts";

/** How a kind of change is told. */
export const changeWords = {
  "newly-failing": { mark: "✗", words: "newly failing" },
  "newly-passing": { mark: "✓", words: "newly passing" },
  new: { mark: "+", words: "new" },
  gone: { mark: "-", words: "gone" },
  changed: { mark: "~", words: "changed otherwise" },
  "fails-otherwise": { mark: "≈", words: "failing as before, by other cases" },
} as const satisfies Readonly<Record<ChangeKind, { readonly mark: string; readonly words: string }>>;

/** `2 newly failing (1 of them passed before), 0 newly passing, …`. */
export function countsInWords({ counts, regressions }: Difference): string {
  return (Object.keys(changeWords) as ChangeKind[])
    .map((kind) => {
      const passed =
        kind === "newly-failing" && counts[kind] > 0 ? ` (${regressions.length} of them passed before)` : "";
      return `${counts[kind]} ${changeWords[kind].words}${passed}`;
    })
    .join(", ");
}

/** Why two reports may differ without the target's doing. */
export function caveats({ old, new: now }: Difference): readonly string[] {
  const differs = (of: (side: Side) => unknown): boolean => of(old) !== of(now);
  return [
    ...(differs(({ contract }) => contract.sha256) ? ["they are judged by different contracts"] : []),
    ...(differs(({ run }) => run.authority) ? ["they are judged by different authorities"] : []),
    ...(differs(({ run }) => run.seed) ? ["their seeds differ"] : []),
    ...(old.run.partial || now.run.partial ? ["not all of them ran to its end"] : []),
  ];
}
