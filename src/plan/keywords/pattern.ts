import { SpecError } from "../../errors.ts";
import { exampleName } from "../case-name.ts";
import type { KeywordGenerator } from "./probe.ts";

/** The probes beside the pattern; the pattern itself says which of them must be accepted. */
export const pattern: KeywordGenerator = ({ site, contract, action }) => {
  const { schema, pointer } = site;
  const expression = new RegExp(schema.pattern ?? "", "u");
  const probes = schema["x-probes"] ?? [];
  const fits = (value: string): boolean =>
    expression.test(value.replaceAll("{name}", exampleName(contract, action, `${action.accepts}-minimal`)));
  if (probes.every(({ value }) => fits(value))) {
    throw new SpecError(`Failed to plan ${pointer}: none of its x-probes breaks the pattern. Add one that does.`);
  }
  return probes.map(({ slug, title, value }) => ({
    slug,
    title,
    value,
    outcome: fits(value) ? "accepted" : "refused",
  }));
};
