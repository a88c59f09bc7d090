/**
 * A copy of a text that is a piece of a longer one. Engines let a slice point into its parent, so that a few characters
 * kept for the report would keep megabytes that a hostile target sent.
 */
export function detach(text: string): string {
  return Buffer.from(text, "utf16le").toString("utf16le");
}
