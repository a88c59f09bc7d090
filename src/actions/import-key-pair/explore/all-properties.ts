import type { Property } from "../../../explore/property.ts";
import { textSpace } from "../../../explore/text-space.ts";
import type { Contract, WireSchema } from "../../../spec/contract.ts";
import { lives, races } from "./lives.ts";
import { keys, spellings } from "./materials.ts";
import { lookAlikeNames, names } from "./names.ts";
import { tagOrder, tagSets, tags } from "./tags.ts";

/** What `--runs` tries of ImportKeyPair beside requests that break a constraint; the spaces are those of the model. */
export function allProperties({ schemas }: Contract): readonly Property[] {
  const member = (schema: string, name: string): WireSchema => schemas[schema]?.properties?.[name] ?? {};
  const name = textSpace(member("ImportKeyPairRequest", "KeyName"));
  const sets = tagSets(
    textSpace(member("Tag", "Key")),
    textSpace(member("Tag", "Value")),
    member("TagSpecification", "Tags").maxItems ?? 50,
  );
  return [names(name), lookAlikeNames(name), tags(sets), tagOrder(sets), keys, spellings, lives, races];
}
