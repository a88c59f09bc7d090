import type { Refusal } from "../../../mock/refusal.ts";
import type { ImportRequest, State } from "./behaviour.ts";

const notAKey = {
  status: 400,
  code: "InvalidKey.Format",
  message: "Key is not in valid OpenSSH public key format",
} as const;

export const materialRefusals = [
  {
    name: "material-missing",
    status: 400,
    code: "MissingParameter",
    message: "The request must contain the parameter PublicKeyMaterial",
    applies: ({ material }) => material === undefined,
  },
  {
    name: "material-empty",
    status: 400,
    code: "MissingParameter",
    message: "The request must contain the parameter PublicKeyMaterial",
    applies: ({ material }, { rules }) => material !== undefined && material.length < rules.materialMinLength,
  },
  {
    name: "material-too-long",
    status: 400,
    code: "InvalidParameterValue",
    message: (_, { rules }) =>
      `Value for parameter PublicKeyMaterial is invalid. Length exceeds maximum of ${rules.materialMaxLength}.`,
    applies: ({ material = "" }, { rules }) => material.length > rules.materialMaxLength,
  },
  { name: "material-not-base64", ...notAKey, applies: ({ bytes }) => bytes === undefined },
  {
    name: "material-not-ascii",
    status: 400,
    code: "InvalidParameterValue",
    message: "Value for parameter PublicKeyMaterial is invalid. Character sets beyond ASCII are not supported.",
    applies: ({ bytes }) => bytes?.some((byte) => byte > 0x7f) ?? false,
  },
  { name: "material-format", ...notAKey, applies: ({ key }) => key === undefined },
] as const satisfies readonly Refusal<ImportRequest, State>[];
