import type { Json, Output, XmlElement } from "../model.ts";
import { resolveSchema, type Schemas, type WireSchema } from "../spec/contract.ts";

/** An answer by the member names of the model, and the paths of elements that the model does not know. */
export interface ReadOutput {
  readonly output: Output;
  readonly extras: readonly string[];
  /** Members that stand elsewhere, or are called otherwise, than the model says. */
  readonly misplaced: readonly string[];
}

/** What was noticed on the way. */
interface Notes {
  readonly extras: string[];
  readonly misplaced: string[];
}

/** The element that carries the request id of a successful answer; no member of the model. */
const requestIdElement = "requestId";

/**
 * Reads the answer's document by its schema. A member without an element is absent, an empty list is present. Reading is
 * lenient about names in another case, items of other names and a wrapper around the members; what it had to bear with
 * is told.
 */
export function readOutput(schemas: Schemas, schema: WireSchema, root: XmlElement): ReadOutput {
  const notes: Notes = { extras: [], misplaced: [] };
  const holder = holderOf(schema, root);
  if (holder !== root) notes.misplaced.push(`${root.name}/${holder.name} around the members`);
  const children = holder.children.filter((child) => child.name !== requestIdElement);
  remark(root, root.name, root.namespace, notes);
  const output = readObject(schemas, schema, { ...holder, children }, root.name, notes);
  return { output, ...notes };
}

/** The element that holds the members: the root, or the one element in it that does. */
function holderOf(schema: WireSchema, root: XmlElement): XmlElement {
  const names = wireNames(schema);
  const holds = ({ children }: XmlElement): boolean => children.some(({ name }) => names.has(name.toLowerCase()));
  if (holds(root)) return root;
  const [inner, ...more] = root.children.filter(holds);
  return inner === undefined || more.length > 0 ? root : inner;
}

/** The wire names of a schema's members, in lower case. */
export function wireNames(schema: WireSchema): ReadonlySet<string> {
  return new Set(Object.entries(schema.properties ?? {}).map(([name, { xml }]) => (xml?.name ?? name).toLowerCase()));
}

/** What an element has that no answer of EC2 does: attributes, a prefix, another namespace, text beside elements. */
function remark(element: XmlElement, path: string, namespace: string, { extras }: Notes): void {
  for (const note of element.notes ?? []) extras.push(`${path} (${note})`);
  if (element.namespace !== namespace) extras.push(`${path} (namespace "${element.namespace}")`);
  if (element.children.length > 0 && element.text.trim() !== "") extras.push(`${path} (text beside its elements)`);
}

function readObject(schemas: Schemas, schema: WireSchema, element: XmlElement, path: string, notes: Notes): Output {
  const members = Object.entries(schema.properties ?? {});
  const nameOf = ([name, property]: (typeof members)[number]): string => property.xml?.name ?? name;
  const output: Record<string, Json> = {};
  for (const child of element.children) {
    const here = `${path}/${child.name}`;
    remark(child, here, element.namespace, notes);
    const member =
      members.find((one) => nameOf(one) === child.name) ??
      members.find((one) => nameOf(one).toLowerCase() === child.name.toLowerCase());
    if (member === undefined) {
      notes.extras.push(here);
      continue;
    }
    const [name, property] = member;
    if (nameOf(member) !== child.name) notes.misplaced.push(`${here} for ${nameOf(member)}`);
    if (name in output) notes.extras.push(`${here} (again)`);
    else output[name] = readValue(schemas, resolveSchema(schemas, property), child, here, notes);
  }
  return output;
}

function readValue(schemas: Schemas, schema: WireSchema, element: XmlElement, path: string, notes: Notes): Json {
  if (schema.type === "array") {
    const items = resolveSchema(schemas, schema.items ?? {});
    for (const { name } of element.children) if (name !== "item") notes.misplaced.push(`${path}/${name} for item`);
    return element.children.map((item) => readValue(schemas, items, item, `${path}/${item.name}`, notes));
  }
  if (schema.type === "object") return readObject(schemas, schema, element, path, notes);
  notes.extras.push(...element.children.map(({ name }) => `${path}/${name}`));
  return schema.type === "boolean" ? element.text.trim() === "true" : element.text;
}
