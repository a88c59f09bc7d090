import type { Contract, WireSchema } from "../../../spec/contract.ts";
import { awsRules, type Rules } from "./rules.ts";

/** The limits of a contract, so that the reference obeys the contract that it is run with. */
export function rulesOf({ schemas }: Contract): Rules {
  const { ImportKeyPairRequest: request, TagSpecification: specification, Tag: tag } = schemas;
  const [name, material] = [request?.properties?.["KeyName"], request?.properties?.["PublicKeyMaterial"]];
  const [type, tags] = [specification?.properties?.["ResourceType"], specification?.properties?.["Tags"]];
  const [key, value] = [tag?.properties?.["Key"], tag?.properties?.["Value"]];
  const [characters, trimmed] = name?.allOf ?? [];
  const [, digits] = schemas["ImportKeyPairResult"]?.properties?.["KeyPairId"]?.pattern?.match(/\{(\d+)\}\$$/) ?? [];
  return {
    ...awsRules,
    idDigits: Number(digits ?? awsRules.idDigits),
    nameMinLength: name?.minLength ?? 0,
    nameMaxLength: most(name) ?? awsRules.nameMaxLength,
    nameCharacters: characters?.pattern ?? awsRules.nameCharacters,
    nameTrimmed: trimmed?.pattern ?? awsRules.nameTrimmed,
    materialMinLength: material?.minLength ?? 0,
    materialMaxLength: material?.maxLength ?? awsRules.materialMaxLength,
    resourceTypes: type?.enum ?? awsRules.resourceTypes,
    tagsMin: tags?.minItems ?? 0,
    tagsMax: tags?.maxItems ?? awsRules.tagsMax,
    tagsUniqueBy: tags?.["x-unique-by"] === "Value" ? "value" : "key",
    tagKeyMinLength: key?.minLength ?? 0,
    tagKeyMaxLength: most(key) ?? awsRules.tagKeyMaxLength,
    tagKeyPattern: key?.pattern ?? awsRules.tagKeyPattern,
    tagValueMaxLength: most(value) ?? awsRules.tagValueMaxLength,
  };
}

/** Lengths on which the documents disagree are accepted, as the longer limit is the newer one. */
function most(schema: WireSchema | undefined): number | undefined {
  return schema?.maxLength === undefined ? undefined : Math.max(schema.maxLength, ...(schema["x-disputed"] ?? []));
}
