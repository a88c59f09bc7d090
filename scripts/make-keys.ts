/**
 * Makes `fixtures/keys/`: `node scripts/make-keys.ts`.
 *
 * Makes what is missing, leaves the rest alone (delete a file to have it made anew; RSA of 16384 bits takes minutes), and
 * computes `keys.json` by ssh-keygen and openssl. Private keys live in a temporary folder only.
 */

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { joinOpenSshLine, splitOpenSshLine } from "../src/actions/import-key-pair/keys/openssh-line.ts";
import { bitLength } from "../src/actions/import-key-pair/keys/parsed-key.ts";
import { readSshBlob } from "../src/actions/import-key-pair/keys/ssh-blob.ts";
import { writeStrings } from "../src/actions/import-key-pair/keys/wire-string.ts";
import { readFixtureKey } from "../src/actions/import-key-pair/read-fixtures.ts";
import { digestsByPrograms, digestsOfSmallRsa, importBySshKeygen, inTemporaryFolder, run } from "./key-programs.ts";

interface Recipe {
  readonly what: string;
  readonly made: string;
  /** The line of the file. */
  readonly make: () => string;
}

interface Vector {
  readonly what: string;
  readonly line: string;
  readonly fingerprint: string;
  readonly grounds: "observed" | "derived" | "emulator";
  readonly evidence: string;
  readonly url?: string;
}

const folder = fileURLToPath(new URL("../fixtures/keys/", import.meta.url));
const vectors: Readonly<Record<string, Vector>> = JSON.parse(readFileSync(join(folder, "aws-vectors.json"), "utf8"));

const recipes: Readonly<Record<string, Recipe>> = {
  "rsa-512": rsaByOpenSsl(512, 65537, "below what OpenSSH reads"),
  "rsa-768": rsaByOpenSsl(768, 65537, "below what OpenSSH reads"),
  "rsa-1023": rsaByOpenSsl(1023, 65537, "one bit below what OpenSSH reads"),
  "rsa-1536": rsaBySshKeygen(1536, "between two documented sizes"),
  "rsa-2047": rsaByOpenSsl(2047, 65537, "an odd size"),
  "rsa-2048-e3": rsaByOpenSsl(2048, 3, "the smallest exponent"),
  "rsa-2048-e35": rsaByOpenSsl(2048, 35, "the exponent of OpenSSH before version 5.4"),
  "rsa-3072": rsaBySshKeygen(3072, "the default of ssh-keygen since version 8.0"),
  "rsa-4096": rsaBySshKeygen(4096, "the largest documented size"),
  "rsa-8192": rsaBySshKeygen(8192, "the largest size that was seen to import"),
  "rsa-16384": rsaBySshKeygen(16384, "its text alone is longer than 2048 characters"),
  dsa: {
    what: "DSA, 1024 bits",
    made: "copied from public text, as OpenSSH makes none any more: kubernetes/kops pkg/pki/sshkey_test.go",
    make: () =>
      "ssh-dss AAAAB3NzaC1kc3MAAACBAIcCTu3vi9rNjsnhCrHeII7jSN6/FmnIdy09pQAsMAGGvCS9HBOteCKbIyYQQ0+Gi76Oui7cJ2VQojdxOxeZPoSP+QYnA+CVYhnowVVLeRA9VBQG3ZLInoXaqe3nR4/OXhY75GmYShBBPTQ+/fWGX9ltoXfygSc4KjhBNudvj75VAAAAFQDiw8A4MhY0aHSX/mtpa7XV8+iS6wAAAIAXyQaxM/dk0o1vBV3H0V0lGhog3mF7EJPdw7jagYvXQP1tAhzNofxZVhXHr4wGfiTQv9j5plDqQzCI/15a6DRyo9zI+zdPTR41W3dGrk56O2/Qxsz3/vNip5OwpOJ88yMmBX9m36gg0WrOXcZDgErhvZWRt5cXa9QjVg/KpxYLPAAAAIB8e5M82IiRLi+k1k4LsELKArQGzVkPgynESfnEXX0TKGiR7PJvBNGaKnPJtJ0Rrc38w/hLTeklroJt9Rdey/NI9b6tc+ur2pmJdnYppnNCm03WszU4oFD/7KIqR84Hf0fMbWd1hRvznpZhngZ505KNsL+ck0+Tlq6Hdhe2baXJcA== justin@machine",
  },
  "ecdsa-256": bySshKeygen("ECDSA on nistp256", ["-t", "ecdsa", "-b", "256"]),
  "ecdsa-384": bySshKeygen("ECDSA on nistp384", ["-t", "ecdsa", "-b", "384"]),
  "ecdsa-521": bySshKeygen("ECDSA on nistp521", ["-t", "ecdsa", "-b", "521"]),
  "sk-ed25519": {
    what: "ED25519 on a FIDO security key",
    made: "an ED25519 key of ssh-keygen, its point put into the blob that PROTOCOL.u2f of OpenSSH describes",
    make: () => securityKey("sk-ssh-ed25519@openssh.com", makeBySshKeygen(["-t", "ed25519"])),
  },
  "sk-ecdsa-256": {
    what: "ECDSA on a FIDO security key",
    made: "an ECDSA key of ssh-keygen, its curve and point put into the blob that PROTOCOL.u2f of OpenSSH describes",
    make: () => securityKey("sk-ecdsa-sha2-nistp256@openssh.com", makeBySshKeygen(["-t", "ecdsa", "-b", "256"])),
  },
  "ed25519-cert": {
    what: "an OpenSSH certificate of an ED25519 key",
    made: "ssh-keygen -s with a throwaway authority, valid for ever",
    make: makeCertificate,
  },
  ed448: {
    what: "ED448, a type of RFC 8709 that OpenSSH does not have",
    made: "openssl genpkey -algorithm ED448, its point put into the blob of RFC 8709 section 4",
    make: makeEd448,
  },
};

for (const [name, { make }] of Object.entries(recipes)) {
  if (!existsSync(fileOf(name))) save(name, make());
}
for (const [name, { line }] of Object.entries(vectors)) save(name, line);

const entries = Object.fromEntries([
  ...Object.entries(recipes).map(([name, { what, made }]) => [name, { what, made, ...measured(name) }]),
  ...Object.entries(vectors).map(([name, vector]) => [name, vectorEntry(name, vector)]),
]);
writeFileSync(join(folder, "keys.json"), `${JSON.stringify(entries, null, 2)}\n`);
console.log(`fixtures/keys: ${Object.keys(entries).length} keys, see keys.json`);

function fileOf(name: string): string {
  return join(folder, `${name}.pub`);
}

function save(name: string, line: string): void {
  writeFileSync(fileOf(name), `${line}\n`);
}

function vectorEntry(name: string, { what, fingerprint, grounds, evidence, url }: Vector): object {
  const numbers = measured(name);
  if (numbers.fingerprint !== fingerprint) {
    throw new Error(
      `Failed to check the vector ${name}: the programs say ${numbers.fingerprint}, AWS ${fingerprint}. Copy the key and its fingerprint again.`,
    );
  }
  return {
    what,
    made: "copied verbatim from public text",
    ...numbers,
    grounds,
    evidence,
    ...(url === undefined ? {} : { url }),
  };
}

/** What ssh-keygen and openssl say; `fingerprint` is the digest that AWS returns for this type. */
function measured(name: string) {
  const line = readFixtureKey(name);
  const key = readSshBlob(splitOpenSshLine(line).blob);
  if (key.kind === "ed25519") {
    const digests = digestsByPrograms(line);
    return { type: key.kind, fingerprint: digests["sha256-ssh"], digests };
  }
  if (key.kind !== "rsa") return { type: line.split(" ")[0] };
  const [n, e] = [key.n, key.e].map((number) => Buffer.from(number).toString("hex")) as [string, string];
  const bits = bitLength(key.n);
  const digests = bits < 1024 ? digestsOfSmallRsa(line, n, e) : digestsByPrograms(line);
  return { type: key.kind, bits, exponent: Number.parseInt(e, 16), fingerprint: digests["md5-spki"], digests };
}

function rsaBySshKeygen(bits: number, why: string): Recipe {
  return bySshKeygen(`RSA, ${bits} bits, exponent 65537: ${why}`, ["-t", "rsa", "-b", `${bits}`]);
}

function bySshKeygen(what: string, args: readonly string[]): Recipe {
  return { what, made: `ssh-keygen ${args.join(" ")}`, make: () => makeBySshKeygen(args) };
}

function makeBySshKeygen(args: readonly string[]): string {
  return inTemporaryFolder((temporary) => {
    const file = join(temporary, "key");
    run("ssh-keygen", ["-q", ...args, "-N", "", "-C", "ec2-contract", "-f", file]);
    return readFileSync(`${file}.pub`, "utf8").trim();
  });
}

function rsaByOpenSsl(bits: number, exponent: number, why: string): Recipe {
  const options = [`rsa_keygen_bits:${bits}`, `rsa_keygen_pubexp:${exponent}`].flatMap((option) => [
    "-pkeyopt",
    option,
  ]);
  const args = ["genpkey", "-algorithm", "RSA", ...options];
  return {
    what: `RSA, ${bits} bits, exponent ${exponent}: ${why}`,
    made: `openssl ${args.join(" ")}`,
    make: () => `${importBySshKeygen(publicPem(args), "PKCS8")} ec2-contract`,
  };
}

function publicPem(genpkey: readonly string[]): string {
  return run("openssl", ["pkey", "-pubout"], run("openssl", genpkey)).toString();
}

/** The fields of the ordinary blob behind the new name, and the application, which is `ssh:` unless asked for otherwise. */
function securityKey(label: string, ordinary: string): string {
  const { label: was, blob } = splitOpenSshLine(ordinary);
  const fields = Buffer.from(blob).subarray(4 + was.length);
  const blobOnToken = Buffer.concat([writeStrings([Buffer.from(label)]), fields, writeStrings([Buffer.from("ssh:")])]);
  return joinOpenSshLine({ label, blob: blobOnToken, comment: "ec2-contract" });
}

function makeCertificate(): string {
  return inTemporaryFolder((temporary) => {
    const [authority, key] = [join(temporary, "authority"), join(temporary, "key")];
    for (const file of [authority, key])
      run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "ec2-contract", "-f", file]);
    run("ssh-keygen", ["-q", "-s", authority, "-I", "ec2-contract", "-n", "ec2-user", `${key}.pub`]);
    return readFileSync(`${key}-cert.pub`, "utf8").trim();
  });
}

function makeEd448(): string {
  const der = run("openssl", ["pkey", "-pubin", "-outform", "DER"], publicPem(["genpkey", "-algorithm", "ED448"]));
  const label = "ssh-ed448";
  return joinOpenSshLine({
    label,
    blob: writeStrings([Buffer.from(label), der.subarray(-57)]),
    comment: "ec2-contract",
  });
}
