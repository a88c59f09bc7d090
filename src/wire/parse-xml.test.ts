import fc from "fast-check";
import { expect, test } from "vitest";
import type { XmlElement } from "../model.ts";
import { childOf, parseXml } from "./parse-xml.ts";

const leaf = (name: string, text = "", namespace = ""): XmlElement => ({ name, namespace, text, children: [] });

test.for([
  { given: "<a/>", want: leaf("a") },
  { given: '\uFEFF<?xml version="1.0" encoding="UTF-8"?>\n<a>b</a>\n', want: leaf("a", "b") },
  { given: "<a>&lt;&amp;&#65;&#x1F511;</a>", want: leaf("a", "<&A🔑") },
  { given: "<a>x<![CDATA[<y>]]>z</a>", want: leaf("a", "x<y>z") },
  { given: "<a><!-- no text --> b </a>", want: leaf("a", " b ") },
  { given: '<p:a xmlns:p="urn:p"/>', want: { ...leaf("a", "", "urn:p"), notes: ["prefix p"] } },
  { given: '<a b="1" c="2"/>', want: { ...leaf("a"), notes: ["attribute b", "attribute c"] } },
  { given: '<a xmlnsx="1" my-xmlns="2"/>', want: { ...leaf("a"), notes: ["attribute xmlnsx", "attribute my-xmlns"] } },
  { given: '<a xmlns="urn:d"><b/></a>', want: { ...leaf("a", "", "urn:d"), children: [leaf("b", "", "urn:d")] } },
  { given: "<a><b>1</b><b>2</b></a>", want: { ...leaf("a"), children: [leaf("b", "1"), leaf("b", "2")] } },
])("reads $given", ({ given, want }) => {
  expect(parseXml(given)).toEqual({ kind: "document", root: want });
});

const laughs = `<!DOCTYPE a [<!ENTITY x0 "ha">${Array.from({ length: 30 }, (_, at) => `<!ENTITY x${at + 1} "&x${at};&x${at};">`).join("")}]><a>&x30;</a>`;

test.for([
  { given: "nothing", xml: "", why: "document must contain a root element" },
  { given: "blanks", xml: " \n", why: "document must contain a root element" },
  { given: "only a prolog", xml: "<?xml version='1.0'?>", why: "document must contain a root element" },
  { given: "text", xml: "not found", why: "text data outside of root node" },
  { given: "text in front", xml: "x<a/>", why: "text data outside of root node" },
  { given: "text behind", xml: "<a/>x", why: "text data outside of root node" },
  { given: "a second root", xml: "<a/><b/>", why: "documents may contain only one root" },
  { given: "an open tag", xml: "<a><b></b>", why: "unclosed tag: a" },
  { given: "crossed tags", xml: "<a><b></a></b>", why: "unexpected close tag" },
  { given: "tags that differ in case", xml: "<a></A>", why: "unexpected close tag" },
  { given: "a bare ampersand", xml: "<a>b & c</a>", why: "unclosed tag: a" },
  { given: "a bare <", xml: "<a>b < c</a>", why: "disallowed character in tag name" },
  { given: "an entity of HTML", xml: "<a>&nbsp;</a>", why: "undefined entity" },
  { given: "a NUL", xml: "<a>\0</a>", why: "disallowed character" },
  { given: "the reference of a NUL", xml: "<a>&#0;</a>", why: "malformed character entity" },
  { given: "an unbound prefix", xml: "<p:a/>", why: "unbound namespace prefix" },
  { given: "an attribute twice", xml: '<a b="1" b="2"/>', why: "duplicate attribute" },
  { given: "an unquoted attribute", xml: "<a b=1/>", why: "unquoted attribute value" },
  { given: "JSON", xml: '{"a":1}', why: "text data outside of root node" },
  { given: "a page", xml: "<!DOCTYPE html><html><br></html>", why: "unexpected close tag" },
  { given: "the end of a CDATA section", xml: "<a>]]></a>", why: `the string "]]>" is disallowed in char data` },
  {
    given: "an external entity",
    xml: '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    why: "undefined entity",
  },
  { given: "a billion laughs", xml: laughs, why: "undefined entity" },
  { given: "65 levels", xml: `${"<a>".repeat(65)}${"</a>".repeat(65)}`, why: "elements are nested deeper than 64" },
  { given: "a million levels", xml: "<a>".repeat(1_000_000), why: "elements are nested deeper than 64" },
])("$given is malformed", ({ xml, why }) => {
  expect(parseXml(xml)).toMatchObject({ kind: "malformed", why: expect.stringContaining(why) });
});

test.for([
  {
    given: "a bare ampersand, then more",
    xml: "<a><b>1 & 2;</b><c>3</c></a>",
    root: { name: "a", children: [{ name: "b" }, { name: "c", text: "3" }] },
  },
  { given: "an open tag", xml: "<a><b>1</b>", root: { name: "a", children: [{ name: "b", text: "1" }] } },
  { given: "a second root", xml: "<a>1</a><b>2</b>", root: { name: "a", text: "1" } },
  { given: "text in front", xml: "x<a>1</a>", root: { name: "a", text: "1" } },
  { given: "more levels than are read", xml: "<a>".repeat(65), root: { name: "a", children: [{ name: "a" }] } },
])("what can be read is read in spite of $given", ({ xml, root }) => {
  expect(parseXml(xml)).toMatchObject({ kind: "malformed", root });
});

test.for([{ given: "" }, { given: "not found" }])(
  "nothing is read of a document without elements: $given",
  ({ given }) => {
    expect(parseXml(given)).not.toHaveProperty("root");
  },
);

test("64 levels are read", () => {
  expect(parseXml(`${"<a>".repeat(64)}${"</a>".repeat(64)}`).kind).toBe("document");
});

test("law: whatever text XML can carry comes back, escaped by anybody", () => {
  // Without what XML cannot carry, and the line breaks that it changes.
  const carried = fc
    .string({ unit: "grapheme" })
    .map((text) => text.toWellFormed().replace(/[\p{Cc}\ufffe\uffff]/gu, ""));
  const written = (text: string): string => text.replace(/[&<>]/g, (char) => `&#${char.charCodeAt(0)};`);
  fc.assert(
    fc.property(carried, (text) => {
      expect(parseXml(`<a>${written(text)}</a>`)).toEqual({ kind: "document", root: leaf("a", text) });
    }),
  );
});

test("law: nothing makes the parser throw", () => {
  const pieces = fc.constantFrom(
    "<a>",
    "</a>",
    "<b/>",
    "&amp;",
    "&",
    "]]>",
    "<![CDATA[",
    "<!--",
    "-->",
    "<?x",
    "?>",
    "<!DOCTYPE",
    "\0",
    "x",
    '"',
    "=",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.array(pieces).map((parts) => parts.join("")),
      ),
      (text) => {
        expect(["document", "malformed"]).toContain(parseXml(text).kind);
      },
    ),
  );
});

test("childOf gives the first of a name, and nothing of nothing", () => {
  const root = { ...leaf("a"), children: [leaf("b", "1"), leaf("c"), leaf("b", "2")] };
  expect(childOf(root, "b")).toEqual(leaf("b", "1"));
  expect(childOf(root, "d")).toBeUndefined();
  expect(childOf(undefined, "b")).toBeUndefined();
});
