import { type Command, Option } from "commander";
import { levels } from "../model.ts";
import { atATime, list, milliseconds, repeated } from "./values.ts";

/** Adds the command `wrapper`; what it does is loaded when it runs. */
export function registerWrapper(program: Command, done: (code: number) => void): void {
  program
    .command("wrapper")
    .description("put a command that imports key pairs through the scenarios: does it send and survive what it must?")
    .argument("[command...]", "the command and its arguments, behind --")
    .usage("[options] -- COMMAND")
    .option("--policy <file>", "what the command is meant to do where more than one thing is right")
    .option("--only <glob>", "only these scenarios, clauses or areas (repeatable)", list)
    .option("--skip <glob>", "not these scenarios, clauses or areas (repeatable)", list)
    .addOption(
      new Option("--level <level>", "up to which level a failure fails the run").choices(levels).default("must"),
    )
    .option("--as-of <version>", "clauses that came after this version of ec2-contract run, but do not gate")
    .option("--spec <dir>", "another contract directory")
    .option("--known <file>", "known deviations; the run must deviate exactly so")
    .option("--update-known", "make or update the file of --known after the run")
    .option("--concurrency <n>", "scenarios at a time", atATime, 4)
    .option("--timeout <ms>", "for one scenario", milliseconds, 60_000)
    .option("--reporter <name[=file]>", "as of test (repeatable; text by default)", repeated)
    .addHelpText(
      "after",
      `
The command finds its task in the environment: AWS_ENDPOINT_URL, AWS_REGION and credentials as every SDK reads them,
EC2_CONTRACT_ENDPOINT (also _HOST and _PORT), EC2_CONTRACT_KEY_NAME, EC2_CONTRACT_PUBLIC_KEY_FILE, EC2_CONTRACT_TAGS (JSON)
and EC2_CONTRACT_DRY_RUN. Its exit status is success or failure; a JSON object on standard output is its output.`,
    )
    .action(async (command: readonly string[], options) => {
      const { wrapperCommand } = await import("./commands/wrapper-command.ts");
      done(await wrapperCommand(command, options));
    });
}
