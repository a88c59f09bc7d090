/** One element of an answer: text, or further elements. */
export interface Element {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly content: string | readonly Element[];
}

export const element = (name: string, content: string | readonly Element[]): Element => ({ name, content });

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  // A parser would read a bare carriage return as a newline.
  "\r": "&#xD;",
};

// XML 1.0 has no way to write these, not even as a reference.
const unwritable = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const escapeText = (text: string): string =>
  text.replace(unwritable, "\uFFFD").replace(/[&<>"\r]/g, (character) => entities[character] ?? character);

const write = ({ name, attributes = {}, content }: Element): string => {
  const head = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escapeText(value)}"`)].join(" ");
  if (typeof content === "string") return `<${head}>${escapeText(content)}</${name}>`;
  return content.length === 0 ? `<${head}/>` : `<${head}>${content.map(write).join("")}</${name}>`;
};

/** An answer's document as EC2 writes it: a declaration, then everything on one line. */
export const writeXml = (root: Element): string => `<?xml version="1.0" encoding="UTF-8"?>\n${write(root)}`;
