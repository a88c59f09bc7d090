import type { Judgement, Step } from "../../../model.ts";

/** What a sequence does, over three names, three keys and two Regions. */
export type Command =
  | {
      readonly kind: "import";
      readonly name: Name;
      readonly key: KeyName;
      readonly tagged: boolean;
      readonly there: boolean;
    }
  | { readonly kind: "refused-import"; readonly name: Name; readonly mistake: Mistake; readonly there: boolean }
  | { readonly kind: "dry-run"; readonly name: Name; readonly there: boolean }
  | {
      readonly kind: "describe";
      readonly name: Name;
      readonly by: "name" | "id" | "filter" | "list";
      readonly there: boolean;
    }
  | { readonly kind: "describe-all"; readonly there: boolean }
  | { readonly kind: "delete"; readonly name: Name; readonly by: "name" | "id"; readonly there: boolean };

/** The second begins like the first, the third is only alike. */
export const nameTexts = { a: "{name}-a", b: "{name}-a.1", c: "{name}-c" } as const;
export type Name = keyof typeof nameTexts;
export const keyNames = ["rsa-2048", "rsa-4096", "ed25519"] as const;
export type KeyName = (typeof keyNames)[number];
export const mistakes = ["material", "reserved-tag", "tag-count"] as const;
export type Mistake = (typeof mistakes)[number];

/** A key between its import and its deletion. */
export interface Life {
  readonly step: string;
  readonly key: KeyName;
}

/** What a name went through in one Region. */
export interface Past {
  readonly alive?: Life;
  /** The imports of this name that are deleted, the last one first. */
  readonly gone: readonly Life[];
}

/** What is said, and what of the answer is judged. */
export interface Told {
  readonly words: string;
  readonly step: Step;
  /** A look that shows whether it was done. */
  readonly look?: Step;
  readonly judgements: readonly Judgement[];
}
