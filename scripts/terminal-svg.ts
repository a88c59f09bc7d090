/** How much of a line is shown, in characters. */
const columns = 118;
const [charWidth, lineHeight, margin] = [7.8, 18, 16] as const;

const colours: Readonly<Record<string, string>> = {
  "1": "font-weight:bold",
  "2": "opacity:.65",
  "31": "fill:#ff7b72",
  "32": "fill:#7ee787",
  "33": "fill:#e3b341",
  "36": "fill:#79c0ff",
};

interface Span {
  readonly style: string;
  readonly text: string;
}

/** Draws what a terminal printed, colours included, as an SVG: the same text gives the same picture. */
export function terminalSvg(output: string): string {
  const lines = output.trimEnd().split("\n").map(spansOf).map(cut);
  const width = Math.ceil(columns * charWidth + 2 * margin);
  const height = lines.length * lineHeight + 2 * margin;
  const drawn = lines.map((spans, index) => {
    const length = spans.reduce((sum, { text }) => sum + [...text].length, 0);
    if (length === 0) return "";
    const y = margin + (index + 0.75) * lineHeight;
    // The reader's font may be narrower or wider than ours: each line is told how long it is.
    const fit = `textLength="${(length * charWidth).toFixed(1)}" lengthAdjust="spacingAndGlyphs"`;
    return `  <text x="${margin}" y="${y}" ${fit}>${spans.map(tspan).join("")}</text>\n`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" xml:space="preserve">
  <style>text { font: 13px ui-monospace, "SF Mono", Menlo, "DejaVu Sans Mono", monospace; fill: #e6edf3 }</style>
  <rect width="100%" height="100%" rx="8" fill="#0d1117"/>
${drawn.join("")}</svg>
`;
}

/** The pieces of a line between SGR escapes, each with the styles that hold there. */
function spansOf(line: string): readonly Span[] {
  const active = new Set<string>();
  return line.split("\u001B[").flatMap((piece, index) => {
    const end = index === 0 ? -1 : piece.indexOf("m");
    for (const code of piece.slice(0, Math.max(end, 0)).split(";")) change(active, code);
    const text = piece.slice(end + 1);
    return text === "" ? [] : [{ style: [...active].map((code) => colours[code]).join(";"), text }];
  });
}

function change(active: Set<string>, code: string): void {
  if (code in colours) active.add(code);
  else if (code === "22") ["1", "2"].forEach((one) => void active.delete(one));
  else if (code === "39") ["31", "32", "33", "36"].forEach((one) => void active.delete(one));
  else if (code === "0") active.clear();
}

function cut(spans: readonly Span[]): readonly Span[] {
  let left: number = columns;
  return spans.flatMap(({ style, text }) => {
    const characters = [...text];
    if (left <= 0) return [];
    const fits = characters.length <= left;
    const shown = fits ? text : `${characters.slice(0, left - 1).join("")}…`;
    left -= fits ? characters.length : left;
    return [{ style, text: shown }];
  });
}

function tspan({ style, text }: Span): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return style === "" ? `<tspan>${escaped}</tspan>` : `<tspan style="${style}">${escaped}</tspan>`;
}
