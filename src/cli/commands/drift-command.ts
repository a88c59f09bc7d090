import { createRequire } from "node:module";
import { dirname } from "node:path";
import { defaultAction } from "../../actions/actions.ts";
import { UsageError } from "../../errors.ts";
import { exitCodes } from "../../report/exit-code.ts";
import { compareSdk } from "../../spec/compare-sdk.ts";
import { defaultSpecDir, loadContract } from "../../spec/load-contract.ts";
import { compareTexts, readSdkTexts, sdkDocumentation } from "../../spec/sdk-texts.ts";

/**
 * `ec2-contract drift`. @returns 1 where the contract and the installed SDK differ.
 * @throws {UsageError} for an SDK whose model can't be read: it must not look as if nothing had changed.
 */
export async function driftCommand(options: { readonly spec?: string }): Promise<number> {
  const { name, files } = defaultAction();
  const contract = loadContract(files, options.spec);
  const sdk: Readonly<Record<string, unknown>> = await import("@aws-sdk/client-ec2");
  const { version } = createRequire(import.meta.url)("@aws-sdk/client-ec2/package.json") as { version: string };
  if (sdk[`${name}Request$`] === undefined) {
    throw new UsageError(
      `Failed to read the model of @aws-sdk/client-ec2 ${version}: it exports no ${name}Request$. Install a version that does.`,
    );
  }
  const folder = dirname(createRequire(import.meta.url).resolve("@aws-sdk/client-ec2/package.json"));
  const texts = readSdkTexts(options.spec ?? defaultSpecDir);
  const differences = [...compareSdk(contract, sdk), ...compareTexts(contract, texts, sdkDocumentation(folder))];
  for (const { where, contract: ours, sdk: theirs, patch } of differences) {
    process.stdout.write(`${where}\n  contract: ${ours}\n  SDK:      ${theirs}\n`);
    if (patch !== undefined) process.stdout.write(`  to add to spec/, in a revision of its own:\n${patch}`);
  }
  const sum = differences.length === 0 ? "nothing differs" : `${differences.length} differences`;
  process.stdout.write(`The contract against @aws-sdk/client-ec2 ${version}: ${sum}.\n`);
  return differences.length === 0 ? exitCodes.conforms : exitCodes.deviates;
}
