/** A long text with its middle left out, and said so. Cut between characters, not inside of one. */
export function clip(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const characters = [...text];
  if (characters.length <= longest) return text;
  const end = Math.floor(longest / 4);
  const start = longest - end;
  const left = characters.length - longest;
  return `${characters.slice(0, start).join("")} … ${left} characters left out … ${characters.slice(-end).join("")}`;
}
