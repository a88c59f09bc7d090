import { randomBytes, randomUUID } from "node:crypto";
import { awsFingerprint } from "../actions/import-key-pair/keys/fingerprint.ts";
import { parsePublicKey } from "../actions/import-key-pair/keys/parse-public-key.ts";
import { UsageError } from "../errors.ts";
import type { Contract } from "../spec/contract.ts";

/** The members of an import's request that its answer depends on, as the SDK calls them. */
export interface StubInput {
  readonly KeyName: string;
  readonly PublicKeyMaterial: string | Uint8Array;
  readonly TagSpecifications?: readonly {
    readonly ResourceType?: string;
    readonly Tags?: readonly { readonly Key?: string; readonly Value?: string }[];
  }[];
}

/** What the SDK gives back of an import. */
export interface StubOutput {
  readonly KeyName: string;
  readonly KeyFingerprint: string;
  readonly KeyPairId: string;
  readonly Tags?: { readonly Key: string; readonly Value: string }[];
  readonly $metadata: StubMetadata;
}

interface StubMetadata {
  readonly httpStatusCode: number;
  readonly requestId: string;
  readonly attempts: number;
  readonly totalRetryDelay: number;
}

/** An error as the SDK throws it: AWS's code is its name. */
export interface StubError extends Error {
  readonly $fault: "client" | "server";
  readonly $metadata: StubMetadata;
}

/**
 * What AWS answers to this import, with the right fingerprint and an id of its own.
 * @throws {UsageError} for material that AWS refuses, with its code.
 */
export function successStub(input: StubInput): StubOutput {
  const parsed = parsePublicKey(input.PublicKeyMaterial);
  if (parsed.kind !== "key") {
    const why = parsed.kind === "refused" ? `AWS refuses it with ${parsed.code}: ${parsed.why}` : parsed.why;
    throw new UsageError(`Failed to make a stub of an import: ${why}. Give a key in OpenSSH form, or use stubs.error.`);
  }
  const tags = (input.TagSpecifications ?? []).flatMap(({ Tags = [] }) =>
    Tags.map(({ Key = "", Value = "" }) => ({ Key, Value })),
  );
  return {
    KeyName: input.KeyName,
    KeyFingerprint: awsFingerprint(parsed.key),
    KeyPairId: `key-0${randomBytes(8).toString("hex")}`,
    ...(tags.length > 0 && { Tags: tags }),
    $metadata: metadata(200),
  };
}

/**
 * An error of AWS as the SDK throws it.
 * @throws {UsageError} for a code that is not known of EC2.
 */
export function errorStub({ errors }: Contract, code: string, message = `${code}, as a stub`): StubError {
  if (!Object.hasOwn(errors, code))
    throw new UsageError(
      `Failed to make a stub of the error ${code}: AWS publishes no such code for EC2, nor was it seen. Correct its spelling.`,
    );
  const recorded = errors[code] ?? "4xx";
  const status = typeof recorded === "number" ? recorded : recorded === "5xx" ? 500 : 400;
  const $fault = status >= 500 ? "server" : "client";
  return Object.assign(new Error(message), { name: code, $fault, $metadata: metadata(status) } as const);
}

function metadata(httpStatusCode: number): StubMetadata {
  return { httpStatusCode, requestId: randomUUID(), attempts: 1, totalRetryDelay: 0 };
}
