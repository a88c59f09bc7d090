import { accessSync, constants, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { messageOf, UsageError } from "../errors.ts";
import { packageVersion } from "../report/package-version.ts";
import type { Report } from "../report/report.ts";
import type { Target } from "../target/target.ts";
import type { Recorder } from "./create-recorder.ts";
import { readManifest } from "./read-recording.ts";
import { endMark, type Manifest, manifestFile, type RecordedCase } from "./recording.ts";

/** Characters of one file. */
const largest = 2 ** 20;

/** A folder that a recording is to be written into. */
export interface RecordingFolder {
  /** Those of the recording that is there: with the same keys, a second recording differs in what the target does alone. */
  readonly keys: Readonly<Record<string, string>>;
  /** @throws {UsageError} when it can't be written. */
  write(recorder: Recorder, report: Report, target: Target): void;
}

/**
 * Makes a folder ready for a recording: a new or an empty one, or that of an earlier recording.
 * @throws {UsageError} for one that can't be written, or that holds something else.
 */
export function openRecordingFolder(dir: string): RecordingFolder {
  const earlier = existsSync(join(dir, manifestFile)) ? readManifest(dir) : undefined;
  try {
    mkdirSync(dir, { recursive: true });
    accessSync(dir, constants.W_OK);
  } catch (cause) {
    throw new UsageError(`Failed to record into ${dir}: ${messageOf(cause)}. Name another folder.`, { cause });
  }
  if (earlier === undefined && readdirSync(dir).length > 0)
    throw new UsageError(
      `Failed to record into ${dir}: it holds files that are no recording. Name a new or an empty folder.`,
    );
  return {
    keys: earlier?.keys ?? {},
    write(recorder, report, target) {
      try {
        for (const file of earlier?.files ?? []) rmSync(join(dir, file), { force: true });
        for (const [file, text] of filesOf(recorder, report, target)) writeFileSync(join(dir, file), text);
      } catch (cause) {
        throw new UsageError(`Failed to record into ${dir}: ${messageOf(cause)}. Name another folder.`, { cause });
      }
    },
  };
}

/** The files by name, the manifest last: a folder without it is no recording. */
function filesOf(recorder: Recorder, report: Report, target: Target): ReadonlyMap<string, string> {
  const { run } = report;
  const cases = recorder.cases({ prefix: run.id, keys: run.keys });
  const files = new Map(
    [...Map.groupBy(cases, ({ case: id }) => /^\w+/.exec(id)?.[0] ?? "case")].flatMap(([clause, ofClause]) =>
      inPieces(ofClause.map(entryOf)).map((text, index): [string, string] => [
        `${clause}${index === 0 ? "" : `.${index + 1}`}.yaml`,
        `${text}${endMark}\n`,
      ]),
    ),
  );
  const exchanges = cases.reduce((sum, one) => sum + one.exchanges.length, 0);
  const manifest = manifestOf(report, target, exchanges, [...files.keys()]);
  const about = "# A recording for `ec2-contract test replay:DIR`. ⟨run⟩ in the files stands for the run, and so on.\n";
  return files.set(manifestFile, about + stringify(manifest, { lineWidth: 0 }));
}

function entryOf(recorded: RecordedCase): string {
  return stringify([recorded], { lineWidth: 0, blockQuote: "literal" });
}

/** Entries joined to texts that are not too long to be read again. */
function inPieces(entries: readonly string[]): readonly string[] {
  const pieces: string[] = [""];
  for (const entry of entries) {
    const last = pieces.at(-1) ?? "";
    if (last !== "" && last.length + entry.length > largest) pieces.push(entry);
    else pieces[pieces.length - 1] = last + entry;
  }
  return pieces;
}

function manifestOf({ run, contract }: Report, target: Target, exchanges: number, files: readonly string[]): Manifest {
  const { name, version, endpoint, settles, lacks } = target;
  return {
    format: 1,
    recordedAt: run.startedAt,
    tool: packageVersion(),
    target: { name, ...(version !== undefined && { version }), endpoint: endpoint.href },
    contract: { action: contract.action, sha256: contract.sha256 },
    run: run.id,
    seed: run.seed,
    drives: run.drives,
    regions: run.regions,
    ...(run.shard && { shard: run.shard }),
    ...(run.partial && { partial: true }),
    ...(run.account && { tier: run.account.tier }),
    ...(settles && { settles }),
    lacks,
    exchanges,
    keys: run.keys,
    files,
  };
}
