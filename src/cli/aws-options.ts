import { type Command, Option } from "commander";
import { tiers } from "../model.ts";
import { milliseconds, rate, whole } from "./values.ts";

/** How fast a run may go, and how far. */
export function withPace(command: Command): Command {
  return command
    .option(
      "--rate <n>",
      "mutating calls a second; reads five times that (default: 2 for aws, else as fast as they come)",
      rate,
    )
    .option("--max-requests <n>", "the most requests of any kind, resends and cleanup included", whole(1));
}

/** What it takes to reach the real AWS. */
export function withAws(command: Command): Command {
  return command
    .option("--account <id>", "aws: the account whose keys may be made and deleted; the credentials must be of it")
    .option("--endpoint <url>", "aws: where EC2 and STS answer, {region} in it");
}

/** How much of the plan the real AWS is asked. */
export function withTiers(command: Command): Command {
  return command
    .addOption(new Option("--tier <tier>", "aws: how much of the plan (default: smoke)").choices(tiers))
    .option("--plan", "aws: print the calls and the clauses, and call nothing");
}

/** The command that deletes what runs have left. */
export function addSweep(program: Command, run: (target: string, options: never) => Promise<void>): void {
  const command = program
    .command("sweep")
    .description("list what earlier runs left in an account; --yes deletes it")
    .argument("<target>", "aws")
    .option("--region <regions>", "the Regions to look at, one or more: A,B")
    .option("--age <age>", "only what is at least so old: 30m, 24h, 7d; 0 for all", "24h")
    .option("--yes", "delete what is listed")
    .option("--cacert <file>", "certificates of authorities to trust")
    .option("--timeout <ms>", "for one exchange", milliseconds, 10_000)
    .option("--rate <n>", "mutating calls a second", rate);
  withAws(command).action((target: string, options) => run(target, options as never));
}
