import type { PublicKey } from "./parse-key.ts";

export interface Tag {
  readonly key: string;
  readonly value: string;
}

export interface KeyPair {
  readonly id: string;
  readonly name: string;
  readonly fingerprint: string;
  readonly key: PublicKey;
  /** The material as it came, decoded. */
  readonly text: string;
  readonly tags: readonly Tag[];
  readonly createdAt: Date;
}

/** The key pairs of one Region. */
export class KeyPairStore {
  readonly #pairs = new Map<string, KeyPair>();

  get size(): number {
    return this.#pairs.size;
  }

  all(): readonly KeyPair[] {
    return [...this.#pairs.values()];
  }

  add(pair: KeyPair): void {
    this.#pairs.set(pair.name, pair);
  }

  byName(name: string): KeyPair | undefined {
    return this.#pairs.get(name);
  }

  byId(id: string): KeyPair | undefined {
    return this.all().find((pair) => pair.id === id);
  }

  remove(pair: KeyPair): void {
    this.#pairs.delete(pair.name);
  }
}
