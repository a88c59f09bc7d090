import openapiTypescript, { astToString } from "openapi-typescript";

const source = "spec/import-key-pair.openapi.yaml";

/** The types of the wire model. */
export async function generateTypes(): Promise<string> {
  const types = await openapiTypescript(new URL(`../${source}`, import.meta.url), { silent: true });
  return `/** Made by scripts/generate.ts from ${source}: do not edit, run "npm run generate". */\n\n${astToString(types)}`;
}
