import type { Contract, WireSchema } from "../../../spec/contract.ts";

/** The limits and lists that the reference obeys: plain data, so that they can come from a contract file. */
export interface Rules {
  /** In characters. */
  readonly nameMinLength: number;
  readonly nameMaxLength: number;
  /** What a name consists of, and how it begins and ends: regular expressions. */
  readonly nameCharacters: string;
  readonly nameTrimmed: string;
  /** In characters of the wire value, that is of base64. */
  readonly materialMinLength: number;
  readonly materialMaxLength: number;
  readonly keyTypes: readonly string[];
  readonly rsaMinBits: number;
  readonly rsaMaxBits: number;
  readonly resourceTypes: readonly string[];
  readonly tagsMin: number;
  readonly tagsMax: number;
  /** In characters, a character outside of the BMP counting as one; so is the value's. */
  readonly tagKeyMinLength: number;
  readonly tagKeyMaxLength: number;
  readonly tagValueMaxLength: number;
  /** What the key of a tag looks like: a regular expression. */
  readonly tagKeyPattern: string;
  /** The member that no two tags share. */
  readonly tagsUniqueBy: "key" | "value";
  /** Hex digits of a keyPairId. */
  readonly idDigits: number;
  /** Key pairs in one Region. */
  readonly keyPairsMax: number;
}

/**
 * What AWS says or was seen to do. Choices of ours, as AWS's answer is not known: base64 is what the 2,048 count, a tag
 * key of 128 characters passes, RSA keys begin at 1024 bits, and only the lower-case prefix is reserved.
 */
export const awsRules: Rules = {
  nameMinLength: 1,
  nameMaxLength: 255,
  nameCharacters: "^[\\x00-\\x7F]*$",
  nameTrimmed: "^(?! )[^]*(?<! )$",
  materialMinLength: 1,
  materialMaxLength: 2048,
  keyTypes: ["ssh-rsa", "ssh-ed25519"],
  rsaMinBits: 1024,
  rsaMaxBits: 16384,
  resourceTypes: ["key-pair"],
  tagsMin: 1,
  tagsMax: 50,
  tagKeyMinLength: 1,
  tagKeyMaxLength: 128,
  tagValueMaxLength: 256,
  tagKeyPattern: "^(?!aws:)",
  tagsUniqueBy: "key",
  idDigits: 17,
  keyPairsMax: 5000,
};

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
