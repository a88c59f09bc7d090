import { SaxesParser } from "saxes";
import { messageOf } from "../errors.ts";
import type { XmlElement } from "../model.ts";

interface OpenElement {
  name: string;
  namespace: string;
  text: string;
  children: OpenElement[];
}

/** Deeper than any EC2 answer; a hostile document must not exhaust the stack of whoever walks the tree. */
const maxDepth = 64;

export type XmlResult =
  | { readonly kind: "document"; readonly root: XmlElement }
  | { readonly kind: "malformed"; readonly why: string };

/** Parses a whole XML document strictly: well-formed with resolved namespaces, no entities beyond the five of XML. */
export function parseXml(text: string): XmlResult {
  const parser = new SaxesParser({ xmlns: true });
  const path: OpenElement[] = [];
  let root: OpenElement | undefined;
  parser.on("opentag", ({ local, uri }) => {
    if (path.length >= maxDepth) throw new Error(`elements are nested deeper than ${maxDepth}`);
    const element = { name: local, namespace: uri, text: "", children: [] };
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
    return { kind: "malformed", why: messageOf(cause) };
  }
  return root === undefined ? { kind: "malformed", why: "there is no element" } : { kind: "document", root };
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}
