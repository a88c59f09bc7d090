import { SpecError } from "../../errors.ts";
import type { KeywordGenerator } from "./probe.ts";

/** The probes beside the pattern; the pattern itself says which of them must be accepted. */
export const pattern: KeywordGenerator = ({ site }) => {
  const { schema, pointer } = site;
  const expression = new RegExp(schema.pattern ?? "", "u");
  const probes = schema["x-probes"] ?? [];
  if (probes.every(({ value }) => expression.test(value))) {
    throw new SpecError(`Failed to plan ${pointer}: none of its x-probes breaks the pattern. Add one that does.`);
  }
  return probes.map(({ slug, title, value }) => ({
    slug,
    title,
    value,
    outcome: expression.test(value) ? "accepted" : "refused",
  }));
};
