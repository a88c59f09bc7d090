import type { Json, Output, XmlElement } from "../model.ts";
import type { WireSchema } from "../spec/contract.ts";
import { resolveSchema, type Schemas } from "./schemas.ts";

/** An answer by the member names of the model, and the paths of elements that the model does not know. */
export interface ReadOutput {
  readonly output: Output;
  readonly extras: readonly string[];
}

/** The element that carries the request id of a successful answer; no member of the model. */
const requestIdElement = "requestId";

/** Reads the answer's document by its schema. A member without an element is absent, an empty list is present. */
export function readOutput(schemas: Schemas, schema: WireSchema, root: XmlElement): ReadOutput {
  const extras: string[] = [];
  const children = root.children.filter((child) => child.name !== requestIdElement);
  const output = readObject(schemas, schema, children, root.name, extras);
  return { output, extras };
}

function readObject(
  schemas: Schemas,
  schema: WireSchema,
  children: readonly XmlElement[],
  path: string,
  extras: string[],
): Output {
  const members = Object.entries(schema.properties ?? {});
  const output: Record<string, Json> = {};
  for (const child of children) {
    const member = members.find(([name, property]) => (property.xml?.name ?? name) === child.name);
    if (member === undefined) {
      extras.push(`${path}/${child.name}`);
    } else {
      const [name, property] = member;
      if (name in output) extras.push(`${path}/${child.name} (again)`);
      else output[name] = readValue(schemas, resolveSchema(schemas, property), child, `${path}/${child.name}`, extras);
    }
  }
  return output;
}

function readValue(schemas: Schemas, schema: WireSchema, element: XmlElement, path: string, extras: string[]): Json {
  if (schema.type === "array") {
    const items = resolveSchema(schemas, schema.items ?? {});
    const wrong = element.children.filter(({ name }) => name !== "item");
    extras.push(...wrong.map(({ name }) => `${path}/${name}`));
    return element.children
      .filter(({ name }) => name === "item")
      .map((item) => readValue(schemas, items, item, `${path}/item`, extras));
  }
  if (schema.type === "object") return readObject(schemas, schema, element.children, path, extras);
  extras.push(...element.children.map(({ name }) => `${path}/${name}`));
  return schema.type === "boolean" ? element.text === "true" : element.text;
}
