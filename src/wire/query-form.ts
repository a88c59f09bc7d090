import type { BoundInput, BoundValue } from "../model.ts";
import { resolveSchema, type Schemas, type WireSchema } from "../spec/contract.ts";

export type Parameter = readonly [name: string, value: string];

/**
 * The parameters of a request in the EC2 Query protocol: lists flattened as `Name.1`, blobs as base64, names from the
 * `xml` object, their first letter upper case; an empty list is nothing.
 * @see https://smithy.io/2.0/aws/protocols/aws-ec2-query-protocol.html "Query key resolution"
 */
export function toParameters(schemas: Schemas, schema: WireSchema, input: BoundInput): readonly Parameter[] {
  return Object.entries(input).flatMap(([member, value]) => {
    const property = resolveSchema(schemas, schema.properties?.[member] ?? {});
    return flatten(schemas, property, capitalised(property.xml?.name ?? member), value);
  });
}

function flatten(schemas: Schemas, schema: WireSchema, name: string, value: BoundValue): readonly Parameter[] {
  if (typeof value === "boolean") return [[name, String(value)]];
  if (value instanceof Uint8Array || (typeof value === "string" && schema.contentEncoding === "base64")) {
    return [[name, Buffer.from(value).toString("base64")]];
  }
  if (typeof value === "string") return [[name, value]];
  if (Array.isArray(value)) {
    const items = resolveSchema(schemas, schema.items ?? {});
    return value.flatMap((item, index) => flatten(schemas, items, `${name}.${index + 1}`, item as BoundValue));
  }
  return toParameters(schemas, schema, value as BoundInput).map(([member, text]) => [`${name}.${member}`, text]);
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** RFC 3986 percent-encoding, as SigV4 wants it: everything but letters, digits and `-_.~`. */
export function percentEncode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** A form body. */
export function encodeForm(parameters: readonly Parameter[]): string {
  return parameters.map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`).join("&");
}
