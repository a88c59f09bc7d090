/** A ratio for people, to a tenth. What is not all, or not nothing, is never shown as if it were. */
export function percent(ratio: number): string {
  const tenths = Math.round(ratio * 1000);
  const honest = Math.min(Math.max(tenths, ratio > 0 ? 1 : 0), ratio < 1 ? 999 : 1000);
  return `${(honest / 10).toFixed(1)} %`;
}
