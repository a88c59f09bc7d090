/** GitHub drops a job summary of more than 1 MiB; some is kept for what we say about what we left out. */
export const summaryLimit = 1_000_000;

/** Something long, a block after the other, until no more fits. */
export interface Budget {
  /** Adds the block if it fits. @returns whether it did. */
  add(block: string): boolean;
  /** Adds what must be there: notes, heads. */
  must(block: string): void;
  text(): string;
}

/** @param bytes of UTF-8 that `add` keeps within. */
export function budget(bytes: number): Budget {
  const blocks: string[] = [];
  let used = 0;
  const must = (block: string): void => {
    blocks.push(block);
    used += sizeOf(block);
  };
  return {
    must,
    add(block) {
      if (used + sizeOf(block) > bytes) return false;
      must(block);
      return true;
    },
    text: () => `${blocks.join("\n")}\n`,
  };
}

function sizeOf(block: string): number {
  return Buffer.byteLength(block) + 1;
}
