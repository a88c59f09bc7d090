import type { Contract, WireSchema } from "./contract.ts";

/** Where the contract and the installed SDK's model of the same service differ. */
export interface SdkDifference {
  /** The structure, member or enumeration. */
  readonly where: string;
  readonly contract: string;
  readonly sdk: string;
  /** The lines to add to the contract's data. */
  readonly patch?: string;
}

/** A structure as `@aws-sdk/client-ec2` exports it: its members by place, with their traits; the first so many required. */
interface SdkStructure {
  readonly members: readonly { readonly name: string; readonly query?: string; readonly xml?: string }[];
  readonly required: readonly string[];
}

/**
 * Compares members, required members, wire names and enumerations. Pure. What a structure of a request requires inside is
 * not compared: the SDK's model requires members of the request itself only, and the contract says more by its own sources.
 * @param sdk the exports of `@aws-sdk/client-ec2`; what it does not export is not compared.
 */
export function compareSdk(contract: Contract, sdk: Readonly<Record<string, unknown>>): readonly SdkDifference[] {
  return Object.entries(contract.schemas).flatMap(([name, schema]) => {
    const theirs = readStructure(sdk[`${name}$`]);
    if (theirs === undefined) return [];
    const ours = Object.entries(schema.properties ?? {});
    const isRequest = name.endsWith("Request");
    return [
      ...different(
        `the members of ${name}`,
        ours.map(([member]) => member).sort(),
        theirs.members.map((one) => one.name).sort(),
      ),
      ...(isRequest
        ? different(`the required members of ${name}`, [...(schema.required ?? [])].sort(), [...theirs.required].sort())
        : []),
      ...ours.flatMap(([member, property]) => {
        const other = theirs.members.find((one) => one.name === member);
        const wire = property.xml?.name ?? member;
        const names = other && namesOf(other, isRequest);
        return names === undefined || names.includes(isRequest ? capital(wire) : wire)
          ? []
          : different(`the wire name of ${name}.${member}`, [wire], names);
      }),
      ...ours.flatMap(([member, property]) => compareValues(contract, `${name}.${member}`, property, sdk[member])),
    ];
  });
}

function readStructure(exported: unknown): SdkStructure | undefined {
  if (!Array.isArray(exported) || exported[0] !== 3) return undefined;
  const [, , , , names, schemas, required = 0] = exported as [
    number,
    string,
    string,
    unknown,
    string[],
    unknown[],
    number?,
  ];
  const members = names.map((name, place) => {
    const schema = schemas[place];
    const traits = (Array.isArray(schema) ? schema[1] : {}) as { ec2QueryName?: string; xmlName?: string };
    return {
      name,
      ...(traits.ec2QueryName !== undefined && { query: traits.ec2QueryName }),
      ...(traits.xmlName !== undefined && { xml: traits.xmlName }),
    };
  });
  return { members, required: names.slice(0, required) };
}

/** A structure that is no request may stand in requests and in answers: there either name will do. */
function namesOf({ name, query, xml }: SdkStructure["members"][number], isRequest: boolean): readonly string[] {
  const asked = query ?? capital(xml ?? name);
  return isRequest ? [asked] : [...new Set([xml ?? name, asked])];
}

function compareValues(
  contract: Contract,
  where: string,
  property: WireSchema,
  exported: unknown,
): readonly SdkDifference[] {
  if (property.enum === undefined || typeof exported !== "object" || exported === null) return [];
  const file = property["x-universe"];
  const ours = file === undefined ? property.enum : (contract.universes[file] ?? []);
  const theirs = Object.values(exported).filter((value) => typeof value === "string");
  const added = theirs.filter((value) => !ours.includes(value));
  const gone = ours.filter((value) => !theirs.includes(value));
  const patch = added.map((value) => `      - ${value}\n`).join("");
  return [
    ...(added.length > 0
      ? [
          {
            where: `the values of ${where}`,
            contract: "lacks them",
            sdk: added.join(", "),
            ...(file !== undefined && { patch }),
          },
        ]
      : []),
    ...(gone.length > 0 ? [{ where: `the values of ${where}`, contract: gone.join(", "), sdk: "lacks them" }] : []),
  ];
}

function different(where: string, ours: readonly string[], theirs: readonly string[]): readonly SdkDifference[] {
  const [contract, sdk] = [ours.join(", "), theirs.join(", ")];
  return contract === sdk ? [] : [{ where, contract, sdk }];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
