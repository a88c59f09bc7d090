import { Command, CommanderError, Option } from "commander";
import { registerWrapper } from "./cli/register-wrapper.ts";
import { addSweep, withTest } from "./cli/test-options.ts";
import { atATime, list, milliseconds, repeated, whole } from "./cli/values.ts";
import { messageOf, SpecError, UsageError } from "./errors.ts";
import { layers, levels } from "./model.ts";
import { printable } from "./report/escape.ts";
import { exitCodes } from "./report/exit-code.ts";
import { packageVersion } from "./report/package-version.ts";

/** Runs the command line. Heavy modules are loaded by the command that needs them. @returns the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  let code: number = exitCodes.conforms;
  const program = new Command("ec2-contract")
    .description("Does this thing behave like AWS EC2 when somebody imports a key pair?")
    .version(packageVersion())
    .showSuggestionAfterError()
    .exitOverride()
    .configureHelp({ sortSubcommands: false })
    .addHelpText("after", exitCodeHelp);

  const test = program
    .command("test")
    .description("run the conformance suite against a target")
    .argument(
      "[target]",
      "mock, moto, localstack, localemu, ministack (@VERSION, @latest), the name in --profile, aws, replay:DIR, or http(s)://HOST:PORT/PATH",
      "mock",
    );
  withTest(test)
    .option(
      "--watch [dir]",
      "run what was red again when the emulator has come back, or a file of the folder has changed",
    )
    .action(async (target: string, options) => {
      if (options.watch !== undefined) {
        const { watchCommand } = await import("./cli/commands/watch-command.ts");
        code = await watchCommand(target, options);
        return;
      }
      const { testCommand } = await import("./cli/commands/test-command.ts");
      code = await testCommand(target, options);
    });

  program
    .command("matrix")
    .description("the same plan against several targets, in one table")
    .argument("<targets...>", "targets as of test, and JSON reports (*.json)")
    .option("--only <glob>", "only these clauses, cases or areas (repeatable)", list)
    .option("--skip <glob>", "not these clauses, cases or areas (repeatable)", list)
    .addOption(new Option("--drive <drive>", "how requests are said (default: both)").choices(["raw", "sdk", "both"]))
    .option("--spec <dir>", "another contract directory")
    .addOption(
      new Option(
        "--authority <layer>",
        "which layer gates where documents and service differ (default: observed)",
      ).choices(layers),
    )
    .option("--concurrency <n>", "cases at a time (default: 8)", atATime)
    .option("--timeout <ms>", "for one exchange (default: 10000)", milliseconds)
    .option("--start", "start the emulators of these names, one after another")
    .option("--no-install", "do not install what NAME@VERSION stands for")
    .option("--venv <dir>", "the Python virtual environment in which they are installed (or EC2_CONTRACT_VENV)")
    .option("--reporter <name[=file]>", "text, markdown, json or html (repeatable; text by default)", repeated)
    .action(async (targets: readonly string[], options) => {
      const { matrixCommand } = await import("./cli/commands/matrix-command.ts");
      code = await matrixCommand(targets, options);
    });

  program
    .command("bisect")
    .description("the release of an emulator that changed a clause, or any; goes on where it was stopped")
    .argument("<name>", "an emulator that is known by name, or that of --profile")
    .requiredOption("--good <version>", "a release that passes")
    .requiredOption("--bad <version>", "a later one that fails")
    .option("--clause <id>", "the clause (default: any that passed and fails)")
    .option("--no-install", "use only the releases that are installed already")
    .option("--profile <file>", "how an emulator of your own is installed and started")
    .option("--start", "with --profile: run what the profile says")
    .option("--spec <dir>", "another contract directory")
    .action(async (name: string, options) => {
      const { bisectCommand } = await import("./cli/commands/bisect-command.ts");
      code = await bisectCommand(name, options);
    });

  addSweep(program, async (target, options) => {
    const { sweepCommand } = await import("./cli/commands/sweep-command.ts");
    code = await sweepCommand(target, options);
  });
  const nightly = program
    .command("nightly")
    .description("test, ask the red clauses a second time on fresh keys, and tell drift from flake")
    .argument("<target>", "as of test; aws for the real one")
    .option("--issues <dir>", "write the text of an issue for each clause that was red twice")
    .option("--green <report>", "the JSON report of the last green run, for the texts of --issues");
  withTest(nightly).action(async (target: string, options) => {
    const { nightlyCommand } = await import("./cli/commands/nightly-command.ts");
    code = await nightlyCommand(target, options);
  });

  program
    .command("diff")
    .description("what changed from one JSON report to another; exits with 1 when what passed now fails")
    .argument("<old>", "a JSON report")
    .argument("<new>", "a later one")
    .option("--reporter <name[=file]>", "text, markdown or json (repeatable; text by default)", repeated)
    .action(async (before: string, after: string, options) => {
      const { diffCommand } = await import("./cli/commands/diff-command.ts");
      code = await diffCommand(before, after, options);
    });

  program
    .command("merge")
    .description("JSON reports of shards into one report; one report, rendered again")
    .argument("<reports...>", "JSON reports")
    .addOption(
      new Option("--level <level>", "up to which level a failure fails (default: the report's)").choices(levels),
    )
    .option("--as-of <version>", "clauses that came after this version do not gate (default: the report's)")
    .option("--known <file>", "known deviations; the report must deviate exactly so")
    .option("--spec <dir>", "the contract directory of the reports")
    .option("--reporter <name[=file]>", "as of test (repeatable; text by default)", repeated)
    .action(async (reports: readonly string[], options) => {
      const { mergeCommand } = await import("./cli/commands/merge-command.ts");
      code = await mergeCommand(reports, options);
    });

  program
    .command("verify")
    .description("judge the exchanges of a JSON report again, offline; exits with 1 where it says what they do not")
    .argument("<report>", "a JSON report")
    .option("--spec <dir>", "the contract directory to judge by")
    .option(
      "--reporter <name[=file]>",
      "the report as it is judged now, as of test (repeatable; none by default)",
      repeated,
    )
    .action(async (report: string, options) => {
      const { verifyCommand } = await import("./cli/commands/verify-command.ts");
      code = await verifyCommand(report, options);
    });

  program
    .command("evidence")
    .description("what a live run answered to clauses in doubt, as entries to paste into spec/")
    .argument("<report>", "the JSON report of a run against AWS")
    .option("--spec <dir>", "another contract directory")
    .action(async (report: string, options) => {
      const { evidenceCommand } = await import("./cli/commands/evidence-command.ts");
      code = evidenceCommand(report, options);
    });

  program
    .command("report-upstream")
    .description("the text of an issue for each cause of what fails in a report, for the authors of the target")
    .argument("<report>", "the JSON report of an emulator")
    .requiredOption(
      "--dir <dir>",
      "where the texts are written, and tests where the target's profile names a kind of them",
    )
    .option("--profile <file>", "the profile of a target that is not known by name")
    .option("--spec <dir>", "the contract directory of the report")
    .action(async (report: string, options) => {
      const { reportUpstreamCommand } = await import("./cli/commands/report-upstream-command.ts");
      code = await reportUpstreamCommand(report, options);
    });

  program
    .command("drift")
    .description("the contract against the installed @aws-sdk/client-ec2; exits with 1 where they differ")
    .option("--spec <dir>", "another contract directory")
    .action(async (options) => {
      const { driftCommand } = await import("./cli/commands/drift-command.ts");
      code = await driftCommand(options);
    });

  program
    .command("list")
    .description("what there is")
    .argument("<what>", "clauses, cases, properties (of --runs), faults, targets or scenarios")
    .option("--json", "as an array, for programs")
    .option("--spec <dir>", "another contract directory")
    .option("--seed <n>", "the seed of the plan", whole(0), 1)
    .option("--venv <dir>", "where to look for emulators (or EC2_CONTRACT_VENV)")
    .action(async (what: string, options) => {
      const { listCommand } = await import("./cli/commands/list-command.ts");
      await listCommand(what, options);
    });

  program
    .command("explain")
    .description("a clause, with its grounds, cases and faults; or a scenario for wrappers, and who judges it")
    .argument("<clause>", "its id")
    .option("--spec <dir>", "another contract directory")
    .action(async (clause: string, options) => {
      const { explainCommand } = await import("./cli/commands/explain-command.ts");
      explainCommand(clause, options);
    });

  program
    .command("fingerprint")
    .description("what AWS would answer for this public key")
    .argument("<file>", "a public key; - for standard input")
    .action(async (file: string) => {
      const { fingerprintCommand } = await import("./cli/commands/fingerprint-command.ts");
      fingerprintCommand(file);
    });

  program
    .command("mock")
    .description("serve the reference emulator over HTTP on 127.0.0.1")
    .option("--port <n>", "0 for a free one", whole(0), 0)
    .option("--fault <id>", "disobey the contract in this way (repeatable)", list)
    .option("--like <report>", "answer as the target of this JSON report did, with the causes of what failed there")
    .option("--scenario <id>", "answer as in this scenario for wrappers; its task is the second line of the output")
    .option("--spec <dir>", "another contract directory")
    .action(async (options) => {
      const { mockCommand } = await import("./cli/commands/mock-command.ts");
      await mockCommand(options);
    });

  registerWrapper(program, (result) => (code = result));

  try {
    await program.parseAsync([...argv], { from: "user" });
    return code;
  } catch (cause) {
    return failed(cause);
  }
}

function failed(cause: unknown): number {
  if (cause instanceof CommanderError) {
    if (cause.code === "ec2-contract.number") process.stderr.write(`${cause.message}\n`);
    return cause.exitCode === 0 ? exitCodes.conforms : exitCodes.usage;
  }
  if (cause instanceof UsageError || cause instanceof SpecError) {
    // What a file or a target says is in it.
    process.stderr.write(`${printable(cause.message)}\n`);
    return exitCodes.usage;
  }
  // Nothing that we foresaw: a bug of ours, shown whole.
  process.stderr.write(
    `Failed to run ec2-contract: ${cause instanceof Error ? (cause.stack ?? messageOf(cause)) : messageOf(cause)}\n`,
  );
  return exitCodes.bug;
}

const exitCodeHelp = `
Exit codes: 0 conforms, or deviates exactly as --known lists; 1 deviates; 2 wrong usage, specification or
configuration; 3 could not observe; 70 a bug of ec2-contract; 130 Ctrl-C.`;
