import { createHash } from "node:crypto";
import type { Action } from "../action.ts";
import type { Drive } from "../model.ts";
import type { Contract, WireSchema } from "../spec/contract.ts";

/** A limit below this leaves no room for the id of a case in a name. */
const roomy = 128;

/**
 * What `{name}` stands for in a case: the mark of the run, then the case and the drive; where the contract allows short
 * names only, a digest of the two in their place. Unique to all three, and recognisably ours.
 */
export function caseName(contract: Contract, action: Action, prefix: string, id: string, drive: Drive): string {
  const { minLength = 0, maxLength = roomy } = nameSchema(contract, action);
  const name = `${prefix}-${maxLength < roomy ? digestOf(`${id} ${drive}`) : `${id}-${drive}`}`;
  return name.padEnd(minLength, "x");
}

/** What such a name may look like, for whoever must count or match before the run has its mark. */
export function exampleName(contract: Contract, action: Action, id: string): string {
  return caseName(contract, action, "ec2c-tp09c0-00000000-0000", id, "raw");
}

/** The wire model of the field that names what the action makes. */
function nameSchema(contract: Contract, { name, cleanup }: Action): WireSchema {
  return contract.schemas[`${name}Request`]?.properties?.[cleanup.name] ?? {};
}

/** Six characters. */
function digestOf(text: string): string {
  const digest = createHash("sha256").update(text).digest();
  return digest.readUInt32BE().toString(36).padStart(6, "0").slice(-6);
}
