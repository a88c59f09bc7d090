import type { Refused } from "../../../../mock/answer.ts";
import type { Behaviour, ImportRequest } from "../../reference/behaviour.ts";
import { sha256 } from "../../reference/fingerprint.ts";
import { keep } from "../../reference/import-key-pair.ts";
import { type PublicKey, parseKey } from "../../reference/parse-key.ts";

/** What an emulator that does not look makes of any text. */
export const anyKey = (text: string): PublicKey => {
  const [label = "", base64 = "", comment = ""] = text.trim().split(/\s+/, 3);
  const blob = new Uint8Array(Buffer.from(base64 || label, "base64"));
  const key = { label, blob, encoding: "openssh", comment } as const;
  return label === "ssh-ed25519"
    ? { ...key, type: "ed25519" }
    : { ...key, type: "rsa", exponent: Uint8Array.of(1, 0, 1), modulus: new Uint8Array(sha256(text)) };
};

/** Takes texts that are no acceptable keys. */
export const accept = (applies: (text: string) => boolean): Pick<Behaviour, "parseKey"> => ({
  parseKey: (text, rules) => parseKey(text, rules) ?? (applies(text) ? anyKey(text) : undefined),
});

const format = {
  name: "material-format",
  status: 400,
  code: "InvalidKey.Format",
  message: "Key is not in valid OpenSSH public key format",
};

const invalid = {
  name: "refused-by-fault",
  status: 400,
  code: "InvalidParameterValue",
  message: "Value for parameter is invalid.",
};

/** Refuses requests that are in order. */
export const refuseImport = (
  applies: (request: ImportRequest) => boolean,
  refused: Refused = invalid,
): Pick<Behaviour, "alsoRefuse"> => ({ alsoRefuse: (request) => (applies(request) ? refused : undefined) });

/** Refuses good keys as malformed. */
export const refuseKey = (
  applies: (key: PublicKey, request: ImportRequest) => boolean,
): Pick<Behaviour, "alsoRefuse"> =>
  refuseImport((request) => request.key !== undefined && applies(request.key, request), format);

/** Keeps a key although its import was refused. */
export const keepRefused = (applies: (name: string) => boolean): Pick<Behaviour, "afterRefusal"> => ({
  afterRefusal: ({ name }, request, state) => {
    if (request.name && applies(name)) keep({ ...request, key: request.key ?? anyKey(request.text) }, state);
  },
});
