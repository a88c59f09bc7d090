import type { KeyPair } from "./key-pair-store.ts";
import { readList } from "./read-parameters.ts";

/** `Filter.N`: a pair passes when any of the values fits. */
export interface Filter {
  readonly name: string;
  readonly values: readonly string[];
}

export const readFilters = (parameters: ReadonlyMap<string, string>): readonly Filter[] =>
  [...parameters]
    .filter(([parameter]) => /^Filter\.\d+\.Name$/.test(parameter))
    .map(([parameter, name]) => ({ name, values: readList(parameters, parameter.replace(/Name$/, "Value")) }));

/**
 * `*` stands for any characters, `?` for one, and a backslash takes away their meaning. Matched by hand, as a regular
 * expression with many stars could be made to take for ever.
 */
const fits = (text: string, pattern: string): boolean => {
  const characters = [...text];
  const tokens = pattern.match(/\\.|./gsu) ?? [];
  let [at, token, star, resume] = [0, 0, -1, 0];
  while (at < characters.length) {
    const wanted = tokens[token];
    if (wanted === "*") {
      star = token++;
      resume = at;
    } else if (wanted === "?" || wanted?.replace(/^\\(?=.)/s, "") === characters[at]) {
      token++;
      at++;
    } else if (star !== -1) {
      // The last star takes one character more.
      token = star + 1;
      at = ++resume;
    } else return false;
  }
  return tokens.slice(token).every((rest) => rest === "*");
};

const values = ({ id, name, fingerprint, tags }: KeyPair, filter: string): readonly string[] => {
  if (filter === "key-pair-id") return [id];
  if (filter === "key-name") return [name];
  if (filter === "fingerprint") return [fingerprint];
  if (filter === "tag-key") return tags.map(({ key }) => key);
  return tags.filter(({ key }) => `tag:${key}` === filter).map(({ value }) => value);
};

export const knownFilter = (name: string): boolean =>
  ["key-pair-id", "key-name", "fingerprint", "tag-key"].includes(name) || name.startsWith("tag:");

export const selects = (pair: KeyPair, filter: Filter): boolean =>
  values(pair, filter.name).some((value) => filter.values.some((pattern) => fits(value, pattern)));
