import { SaxesParser } from "saxes";
import { messageOf } from "../errors.ts";
import type { XmlElement } from "../model.ts";

interface OpenElement {
  name: string;
  namespace: string;
  text: string;
  children: OpenElement[];
  notes?: string[];
}

/** Deeper than any EC2 answer; a hostile document must not exhaust the stack of whoever walks the tree. */
const maxDepth = 64;

export type XmlResult =
  | { readonly kind: "document"; readonly root: XmlElement; readonly why?: never }
  /** `root` is what could be read nevertheless. */
  | { readonly kind: "malformed"; readonly why: string; readonly root?: XmlElement };

/**
 * Parses a whole XML document: what is not strictly well-formed (resolved namespaces, no entities beyond the five of
 * XML) is malformed, and read as far as can be, so that one defect of the document does not hide what it says.
 */
export function parseXml(text: string): XmlResult {
  const parser = new SaxesParser({ xmlns: true });
  const path: OpenElement[] = [];
  let root: OpenElement | undefined;
  let flaw: string | undefined;
  parser.on("error", ({ message }) => {
    flaw ??= message;
  });
  parser.on("opentag", ({ local, uri, prefix, attributes }) => {
    if (path.length >= maxDepth) throw new Error(`elements are nested deeper than ${maxDepth}`);
    const named = Object.keys(attributes).filter((name) => !/^xmlns(:|$)/.test(name));
    const notes = [...(prefix === "" ? [] : [`prefix ${prefix}`]), ...named.map((name) => `attribute ${name}`)];
    const element = { name: local, namespace: uri, text: "", children: [], ...(notes.length > 0 && { notes }) };
    path.at(-1)?.children.push(element);
    root ??= element;
    path.push(element);
  });
  const addText = (piece: string): void => {
    const here = path.at(-1);
    if (here !== undefined) here.text += piece;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => path.pop());
  try {
    parser.write(text).close();
  } catch (cause) {
    return { kind: "malformed", why: messageOf(cause), ...(root && { root }) };
  }
  if (flaw === undefined && root !== undefined) return { kind: "document", root };
  return { kind: "malformed", why: flaw ?? "there is no element", ...(root && { root }) };
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}
