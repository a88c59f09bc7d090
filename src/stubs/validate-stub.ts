import { isOfStatus } from "../judge/checks/error-answer.ts";
import { type Contract, resolveSchema, type WireSchema } from "../spec/contract.ts";

/** Codes that SDKs throw for any service of AWS, and that EC2's page does not list. */
const anyService: Contract["errors"] = { InternalFailure: 500, Throttling: 400, ThrottlingException: 400 };

/**
 * Why AWS can't answer an import so, a sentence each with the clause that says it; empty where it can. A stub is what a
 * hand-written double of the SDK's client gives back: an output, or an error.
 */
export function stubProblems(contract: Contract, stub: unknown): readonly string[] {
  if (stub instanceof Error) return errorProblems(contract, stub);
  if (typeof stub !== "object" || stub === null)
    return [`It is ${stub === null ? "null" : typeof stub}: an output is an object.`];
  return outputProblems(contract, stub as Readonly<Record<string, unknown>>);
}

function outputProblems(contract: Contract, stub: Readonly<Record<string, unknown>>): readonly string[] {
  const schema = contract.schemas["ImportKeyPairResult"] ?? {};
  const properties = schema.properties ?? {};
  const { KeyName, KeyFingerprint, KeyPairId } = stub;
  const missing = ["KeyName", "KeyFingerprint", "KeyPairId"].filter((member) => stub[member] === undefined);
  const extra = Object.keys(stub).filter((member) => member !== "$metadata" && !Object.hasOwn(properties, member));
  const wrong = Object.entries(properties).flatMap(([member, property]) =>
    stub[member] === undefined ? [] : typeProblems(contract, member, property, stub[member]),
  );
  return [
    ...missing.map((member) => `It has no ${member} (H9NC).`),
    ...extra.map((member) =>
      /KeyMaterial|PublicKey/.test(member)
        ? `It has ${member}: the answer of an import carries no key (R4ZA).`
        : `It has ${member}, which the answer of an import does not (M8TQ).`,
    ),
    ...wrong,
    ...(typeof KeyName === "string" ? nameProblems(KeyName) : []),
    ...(typeof KeyFingerprint === "string" ? fingerprintProblems(KeyFingerprint) : []),
    ...(typeof KeyPairId === "string" && !/^key-[0-9a-f]{17}$/.test(KeyPairId)
      ? [`KeyPairId "${KeyPairId}" is not "key-" and 17 lower-case hex digits (C4HU).`]
      : []),
  ];
}

function typeProblems(contract: Contract, path: string, given: WireSchema, value: unknown): readonly string[] {
  const { type, items, properties = {} } = resolveSchema(contract.schemas, given);
  if (type === "array") {
    if (!Array.isArray(value)) return [`${path} is no list.`];
    return value.flatMap((item, at) => typeProblems(contract, `${path}[${at}]`, items ?? {}, item));
  }
  if (type === "object") {
    if (typeof value !== "object" || value === null) return [`${path} is no object.`];
    const members = value as Readonly<Record<string, unknown>>;
    const unknown = Object.keys(members).filter((member) => !Object.hasOwn(properties, member));
    const wrong = Object.entries(properties).flatMap(([member, property]) =>
      typeProblems(contract, `${path}.${member}`, property, members[member]),
    );
    return [...unknown.map((member) => `${path} has ${member}, which the model does not know.`), ...wrong];
  }
  return typeof value === type ? [] : [`${path} is ${value === undefined ? "absent" : `no ${type}`}.`];
}

function nameProblems(name: string): readonly string[] {
  if (name === "") return ["KeyName is empty (G2R9)."];
  if (name.length > 255) return [`KeyName has ${name.length} characters, and at most 255 are accepted (B2MR).`];
  if (!/^[\x00-\x7F]*$/.test(name)) return ["KeyName has characters beyond ASCII (K8TP)."];
  return name === name.trim() ? [] : ["KeyName has blanks at an end (G9PH)."];
}

function fingerprintProblems(fingerprint: string): readonly string[] {
  if (/^([0-9a-f]{2}:){15}[0-9a-f]{2}$/.test(fingerprint) || /^[A-Za-z0-9+/]{43}=$/.test(fingerprint)) return [];
  if (/^([0-9a-f]{2}:){19}[0-9a-f]{2}$/.test(fingerprint))
    return ["KeyFingerprint is a SHA-1: that is what keys have that AWS made itself, and not imported ones (J8DZ)."];
  if (fingerprint.startsWith("SHA256:")) return ["KeyFingerprint has a prefix, which AWS does not write (W6WR)."];
  return [
    `KeyFingerprint "${fingerprint}" is neither 16 lower-case hex pairs with colons (J8DZ) nor 44 characters of base64 (H6E6).`,
  ];
}

function errorProblems({ errors }: Contract, error: Error): readonly string[] {
  const { name } = error;
  if (name === "Error") return ["Its name is Error: the SDK gives an error AWS's code as its name."];
  const known: Contract["errors"] = { ...anyService, ...errors };
  const status = known[name];
  if (status === undefined) {
    const near = Object.keys(known).find(
      (code) =>
        letters(code) === letters(name) ||
        letters(code).startsWith(letters(name)) ||
        letters(name).startsWith(letters(code)),
    );
    return [`No code ${name} is known of EC2${near === undefined ? "" : `; ${near} is`}.`];
  }
  const { $metadata } = error as { readonly $metadata?: { readonly httpStatusCode?: unknown } };
  const said = $metadata?.httpStatusCode;
  return status === null || typeof said !== "number" || isOfStatus(said, status)
    ? []
    : [`${name} comes with the status ${status}, and not with ${String(said)}.`];
}

function letters(code: string): string {
  return code.toLowerCase().replace(/[^a-z]|exception$/g, "");
}
