/** One element of an answer: text, or further elements. */
export interface Element {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly content: string | readonly Element[];
}

export const element = (name: string, content: string | readonly Element[]): Element => ({ name, content });
