/** The limits and lists that the reference obeys: plain data, so that they can come from a contract file. */
export interface Rules {
  /** In characters. */
  readonly nameMaxLength: number;
  /** In characters of the wire value, that is of base64. */
  readonly materialMaxLength: number;
  readonly keyTypes: readonly string[];
  readonly rsaMinBits: number;
  readonly rsaMaxBits: number;
  readonly resourceType: string;
  readonly tagsMax: number;
  /** In characters, a character outside of the BMP counting as one; so is the value's. */
  readonly tagKeyMaxLength: number;
  readonly tagValueMaxLength: number;
  readonly reservedTagPrefix: string;
  /** Key pairs in one Region. */
  readonly keyPairsMax: number;
}

/**
 * What AWS says or was seen to do. Choices of ours, as AWS's answer is not known: base64 is what the 2,048 count, a tag
 * key of 128 characters passes, RSA keys begin at 1024 bits, and only the lower-case prefix is reserved.
 */
export const awsRules: Rules = {
  nameMaxLength: 255,
  materialMaxLength: 2048,
  keyTypes: ["ssh-rsa", "ssh-ed25519"],
  rsaMinBits: 1024,
  rsaMaxBits: 16384,
  resourceType: "key-pair",
  tagsMax: 50,
  tagKeyMaxLength: 128,
  tagValueMaxLength: 256,
  reservedTagPrefix: "aws:",
  keyPairsMax: 5000,
};
