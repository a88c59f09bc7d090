import type { Refusal } from "../../../mock/refusal.ts";
import type { ImportRequest, State } from "./behaviour.ts";

export const nameRefusals = [
  {
    name: "name-missing",
    status: 400,
    code: "MissingParameter",
    message: "The request must contain the parameter KeyName",
    applies: ({ name }) => name === undefined,
  },
  {
    name: "name-empty",
    status: 400,
    code: "MissingParameter",
    message: "The request must contain the parameter KeyName",
    applies: ({ name }, { rules }) => name !== undefined && name.length < rules.nameMinLength,
  },
  {
    name: "name-too-long",
    status: 400,
    code: "InvalidParameterValue",
    message: (_, { rules }) =>
      `Value for parameter KeyName is invalid. Length exceeds maximum of ${rules.nameMaxLength}.`,
    applies: ({ name = "" }, { rules }) => name.length > rules.nameMaxLength,
  },
  {
    name: "name-not-ascii",
    status: 400,
    code: "InvalidParameterValue",
    message: "Value for parameter KeyName is invalid. Character sets beyond ASCII are not supported.",
    applies: ({ name = "" }, { rules }) => !new RegExp(rules.nameCharacters, "u").test(name),
  },
  {
    // XML 1.0 cannot say these characters, so such a name could never be echoed.
    name: "name-control-character",
    status: 400,
    code: "InvalidParameterValue",
    message: "Value for parameter KeyName is invalid.",
    applies: ({ name = "" }) => /[^\t\n\r\x20-\uFFFF]/.test(name),
  },
  {
    name: "name-untrimmed",
    status: 400,
    code: "InvalidParameterValue",
    message: ({ name }) => `Invalid value '${name}' for keyName. It should be trimmed`,
    applies: ({ name = "" }, { rules }) => !new RegExp(rules.nameTrimmed, "u").test(name),
  },
] as const satisfies readonly Refusal<ImportRequest, State>[];
