import { type Command, Option } from "commander";
import { layers, levels, tiers } from "../model.ts";
import { atATime, list, milliseconds, positive, rate, repeated, runsOf, whole } from "./values.ts";

/** What a run is told: for `test`, and for what runs as it does. */
export function withTest(command: Command): Command {
  command
    .option("--only <glob>", "only these clauses, cases or areas (repeatable)", list)
    .option("--skip <glob>", "not these clauses, cases or areas (repeatable)", list)
    .option("--shard <i/n>", "only this part of the plan, as 1/3; merge makes one report of all parts")
    .option("--failed <report>", "only the cases that were red in this JSON report")
    .addOption(new Option("--drive <drive>", "how requests are said (default: both)").choices(["raw", "sdk", "both"]))
    .addOption(
      new Option("--level <level>", "up to which level a failure fails the run").choices(levels).default("must"),
    )
    .option("--as-of <version>", "clauses that came after this version of ec2-contract run, but do not gate")
    .option("--seed <n>", "repeats the random part of a plan (default: 1)", whole(0))
    .option("--runs <n>", "random cases of each property beside the plan; FROM-TO goes on after a stop", runsOf)
    .option("--shrink-requests <n>", "requests it may take to make one random finding smaller", whole(0), 200)
    .option("--replay <seed:path>", "one random case again, as a report names it, and nothing else")
    .option("--region <regions>", "the Region, and a second one (default: us-east-1,us-west-2; none for aws)")
    .option("--spec <dir>", "another contract directory")
    .addOption(
      new Option("--authority <layer>", "which layer gates where documents and service differ")
        .choices(layers)
        .default("observed"),
    )
    .option("--known <file>", "known deviations; the run must deviate exactly so")
    .option("--update-known", "make or update the file of --known after the run")
    .option("--concurrency <n>", "cases at a time", atATime, 8)
    .option("--timeout <ms>", "for one exchange", milliseconds, 10_000)
    .option("--record <dir>", "keep what the target answers, for replay:DIR")
    .option("--max-age <days>", "replay: refuse a recording that is older", positive)
    .option("--bail", "begin no further case after the first that makes the run fail")
    .option("--start", "start the emulator of that name, or what --profile says, on a free port; stop it at the end")
    .option("--venv <dir>", "the Python virtual environment in which it is installed (or EC2_CONTRACT_VENV)")
    .option(
      "--emit <vitest=file>",
      "write a test file for vitest that fails as the target did, for its author's repository",
    )
    .option("--no-install", "do not install what NAME@VERSION stands for: take it from the cache, or not at all")
    .option("--profile <file>", "what the target can do, and how it is reached, and started by --start")
    .option("--header <name=value>", "a further header of every request (repeatable)", repeated)
    .option("--cacert <file>", "certificates of authorities to trust")
    .option(
      "--reporter <name[=file]>",
      "text, json, junit, html, markdown, badge or ctrf (repeatable; text by default)",
      repeated,
    );
  return withTiers(withAws(withPace(command)));
}

/** How fast a run may go, and how far. */
function withPace(command: Command): Command {
  return command
    .option(
      "--rate <n>",
      "mutating calls a second; reads five times that (default: 2 for aws, else as fast as they come)",
      rate,
    )
    .option("--max-requests <n>", "the most requests of any kind, resends and cleanup included", whole(1));
}

/** What it takes to reach the real AWS. */
function withAws(command: Command): Command {
  return command
    .option("--account <id>", "aws: the account whose keys may be made and deleted; the credentials must be of it")
    .option("--endpoint <url>", "aws: where EC2 and STS answer, {region} in it");
}

/** How much of the plan the real AWS is asked. */
function withTiers(command: Command): Command {
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
