import type { Contract } from "../../../spec/contract.ts";
import { awsRules, type Rules } from "./rules.ts";

/** The limits of a contract, so that the reference obeys the contract that it is run with. */
export function rulesOf({ schemas }: Contract): Rules {
  const { ImportKeyPairRequest: request, TagSpecification: specification, Tag: tag } = schemas;
  const key = tag?.properties?.["Key"];
  return {
    ...awsRules,
    nameMaxLength: request?.properties?.["KeyName"]?.maxLength ?? awsRules.nameMaxLength,
    materialMaxLength: request?.properties?.["PublicKeyMaterial"]?.maxLength ?? awsRules.materialMaxLength,
    resourceType: specification?.properties?.["ResourceType"]?.enum?.[0] ?? awsRules.resourceType,
    tagsMax: specification?.properties?.["Tags"]?.maxItems ?? awsRules.tagsMax,
    // Lengths on which the documents disagree are accepted, as the longer limit is the newer one.
    tagKeyMaxLength: Math.max(key?.maxLength ?? awsRules.tagKeyMaxLength, ...(key?.["x-disputed"] ?? [])),
    tagValueMaxLength: tag?.properties?.["Value"]?.maxLength ?? awsRules.tagValueMaxLength,
  };
}
