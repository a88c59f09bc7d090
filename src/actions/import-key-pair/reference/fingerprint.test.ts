import { createHash, createPublicKey, generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { awsVectors, opensshLine, rfc4716 } from "../../../mock/testing/materials.ts";
import { fingerprint, spki } from "./fingerprint.ts";
import { parseKey } from "./parse-key.ts";
import { awsRules } from "./rules.ts";

const read = (text: string) => {
  const key = parseKey(text, awsRules);
  return key ?? expect.fail(`not read: ${text}`);
};

test.for(awsVectors)("$name: what AWS returned", ({ line, fingerprint: want }) => {
  const [label, base64] = line.split(" ");
  const spellings = [
    line,
    `${line}\n`,
    `${label}\t${base64} other comment`,
    rfc4716(line),
    rfc4716(line, "Comment: c"),
  ];
  for (const text of spellings) expect(fingerprint(read(text))).toBe(want);
});

test.for([1024, 1032, 2048])("the DER of %i bits is OpenSSL's", (modulusLength) => {
  const { publicKey } = generateKeyPairSync("rsa", { modulusLength });
  const { n = "", e = "" } = publicKey.export({ format: "jwk" });
  const modulus = Buffer.from(n, "base64url");
  const exponent = Buffer.from(e, "base64url");
  const der = publicKey.export({ format: "der", type: "spki" });
  expect(spki(modulus, exponent)).toEqual(der);
  const key = read(opensshLine("ssh-rsa", exponent, Buffer.concat([Buffer.of(0), modulus])));
  expect(fingerprint(key).replaceAll(":", "")).toBe(createHash("md5").update(der).digest("hex"));
  expect(createPublicKey({ key: der, format: "der", type: "spki" }).asymmetricKeyType).toBe("rsa");
});
