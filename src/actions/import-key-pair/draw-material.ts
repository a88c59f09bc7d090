/** From an entry of `spec/key-materials.yaml` to what is sent. Pure: the keys are drawn elsewhere. */

import type { Material } from "../../action.ts";
import { SpecError } from "../../errors.ts";
import { type Damage, damageMaterial } from "./keys/damage-material.ts";
import { type Encoding, encodeMaterial } from "./keys/encode-material.ts";
import { wrap } from "./keys/rfc4716.ts";

export const wireForms = ["base64", "base64-lines", "base64-twice", "base64-url", "base64-unpadded", "none"] as const;
export type WireForm = (typeof wireForms)[number];

/** One kind of key material: an entry of `spec/key-materials.yaml`, whose schema describes each member. */
export interface KeyMaterial {
  readonly name: string;
  readonly title: string;
  readonly clause: string;
  readonly expect: "accepted" | "refused" | "open";
  readonly type: "rsa" | "ed25519" | "dsa" | "ecdsa" | "ed448" | "sk" | "certificate" | "none";
  readonly bits?: number;
  readonly key?: string;
  readonly also?: string;
  readonly text?: string;
  readonly encoding?: Encoding;
  readonly comment?: string;
  readonly length?: number;
  readonly damage?: Damage;
  readonly wire?: WireForm;
}

const wires = {
  base64: (text) => text.toString("base64"),
  /** As Ruby's `Base64.encode64` writes it: 60 characters a line, and a newline behind the last. */
  "base64-lines": (text) =>
    wrap(text.toString("base64"), 60)
      .map((line) => `${line}\n`)
      .join(""),
  "base64-twice": (text) => Buffer.from(text.toString("base64")).toString("base64"),
  /** RFC 4648 section 5, with its padding. */
  "base64-url": (text) => text.toString("base64").replaceAll("+", "-").replaceAll("/", "_"),
  "base64-unpadded": (text) => text.toString("base64").replaceAll("=", ""),
  none: (text) => text.toString(),
} satisfies Record<WireForm, (text: Buffer) => string>;

/**
 * `text` is what the wire's base64 decodes to: an SDK that is given these bytes sends `wire`, unless the entry's wire form
 * is one that no SDK can say. `keys` holds OpenSSH texts by name, fresh ones and fixtures alike.
 * @throws {SpecError} where the entry contradicts itself or names an unknown key.
 */
export function drawMaterial(entry: KeyMaterial, keys: Readonly<Record<string, string>>): Material {
  const wire = entry.wire ?? "base64";
  const text = Buffer.from(keyText(entry, keys));
  return {
    // Whoever gives base64 to an SDK gets it twice: that is what an SDK has to be given here.
    text: wire === "base64-twice" ? Buffer.from(text.toString("base64")) : text,
    wire: wires[wire](text),
  };
}

/** The names of the keys that {@link drawMaterial} will ask for. */
export function keysOf({ key, also }: KeyMaterial): string[] {
  return [key, also].filter((name) => name !== undefined);
}

function keyText(entry: KeyMaterial, keys: Readonly<Record<string, string>>): string | Uint8Array {
  if (entry.text !== undefined) return entry.text;
  const encoding = entry.encoding ?? "openssh";
  const first = encodeMaterial(keyNamed(entry, entry.key, keys), encoding, commentOf(entry, encoding, keys));
  const spoilt = entry.damage === undefined ? first : damageMaterial(first.toString(), entry.damage);
  if (entry.also === undefined) return spoilt;
  return `${spoilt}\n${encodeMaterial(keyNamed(entry, entry.also, keys), "openssh")}\n`;
}

/** The comment, lengthened so that the whole text has `entry.length` characters. */
function commentOf(entry: KeyMaterial, encoding: Encoding, keys: Readonly<Record<string, string>>): string | undefined {
  if (entry.length === undefined) return entry.comment;
  const comment = entry.comment ?? "padded";
  const missing = entry.length - encodeMaterial(keyNamed(entry, entry.key, keys), encoding, comment).length;
  if (missing < 0) throw failure(entry, `without padding it has ${-missing} characters more than its length`);
  return comment + "x".repeat(missing);
}

function keyNamed(entry: KeyMaterial, name: string | undefined, keys: Readonly<Record<string, string>>): string {
  const key = name === undefined ? undefined : keys[name];
  if (key === undefined) throw failure(entry, `there is no key named ${name}`);
  return key;
}

function failure({ name }: KeyMaterial, why: string): SpecError {
  return new SpecError(
    `Failed to draw the key material ${name}: ${why}. Correct its entry in spec/key-materials.yaml.`,
  );
}
