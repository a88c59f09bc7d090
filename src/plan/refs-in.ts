import type { Step, Value } from "../model.ts";

/** A member of an earlier step's answer. */
export interface Ref {
  readonly step: string;
  readonly member: string;
  /** The name of its element on the wire. */
  readonly element: string;
}

/** What a step takes from the answers of earlier ones: each `$ref` of its input, as `step.Member`. */
export function refsIn({ input }: Step): readonly Ref[] {
  return pathsIn(input).map((path) => {
    const [step = "", member = ""] = path.split(".");
    return { step, member, element: member.charAt(0).toLowerCase() + member.slice(1) };
  });
}

function pathsIn(value: Value | undefined): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  if ("$ref" in value) return [String(value.$ref)];
  return Object.values(value as Readonly<Record<string, Value>>).flatMap(pathsIn);
}
