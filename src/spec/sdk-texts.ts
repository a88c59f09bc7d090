import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SdkDifference } from "./compare-sdk.ts";
import type { Contract } from "./contract.ts";
import { readJsonSchema } from "./read-json-schema.ts";
import { readSpecFile } from "./read-spec-file.ts";

const file = "sdk-texts.yaml";

/**
 * The ids of the sources whose sentence stands in the SDK's documentation too; none where a contract directory does not say.
 * @throws {SpecError} for a file that is no list of ids.
 */
export function readSdkTexts(specDir: string): readonly string[] {
  if (!existsSync(join(specDir, file))) return [];
  return readSpecFile<readonly string[]>(specDir, file, readJsonSchema("sdk-texts")).value;
}

/** All comments of the declarations of an SDK client. @param folder of its package. */
export function sdkDocumentation(folder: string): string {
  const types = join(folder, "dist-types");
  return ["models", "commands"]
    .flatMap((name) => readdirSync(join(types, name)).map((path) => join(types, name, path)))
    .filter((path) => path.endsWith(".d.ts"))
    .map((path) => readFileSync(path, "utf8"))
    .join("\n");
}

/** The sentences that sources quote and the SDK's documentation does not have any more. Pure. */
export function compareTexts(
  contract: Contract,
  ids: readonly string[],
  documentation: string,
): readonly SdkDifference[] {
  const said = plain(documentation);
  return ids.flatMap((id) => {
    const quote = contract.sources.get(id)?.quote;
    if (quote === undefined)
      return [{ where: `the source ${id}`, contract: "it is none", sdk: "its text is to be looked for" }];
    return said.includes(plain(quote))
      ? []
      : [{ where: `the text of ${id}`, contract: quote, sdk: "it does not say so" }];
  });
}

/** The words of a comment, without its stars, markup and breaks. */
function plain(text: string): string {
  return text
    .replace(/^\s*\*\s?/gm, " ")
    .replace(/<\/?[a-z][^>]*>/gi, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll(/[“”]/g, '"')
    .replace(/\s+/g, " ")
    .replace(/ ([.,;)])/g, "$1")
    .trim();
}
