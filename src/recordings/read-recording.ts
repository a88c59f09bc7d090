import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../errors.ts";
import { readJsonSchema } from "../spec/read-json-schema.ts";
import { type Reading, readSpecFile } from "../spec/read-spec-file.ts";
import { endMark, type Manifest, manifestFile, type RecordedCase, recordAgain, replayScheme } from "./recording.ts";

/** A recording, as its folder holds it. */
export interface Recording {
  readonly manifest: Manifest;
  readonly cases: readonly RecordedCase[];
}

const reading: Reading = {
  what: "the recording",
  advice: "Name a folder that --record wrote.",
  // Four times what is written into one file.
  largest: 4 * 2 ** 20,
};

/** The manifest of a recording. @throws {UsageError} and {SpecError} naming file and field, for a folder that holds none. */
export function readManifest(dir: string): Manifest {
  if (!existsSync(dir) || !statSync(dir).isDirectory())
    throw new UsageError(`Failed to read the recording ${dir}: there is no such folder. ${reading.advice}`);
  const { value } = readSpecFile<Manifest>(dir, manifestFile, readJsonSchema("recording-manifest"), reading);
  const fail = (field: string, why: string): never => {
    throw new UsageError(`Failed to load the recording: ${join(dir, manifestFile)}: ${field} ${why}. ${recordAgain}.`);
  };
  if (Number.isNaN(Date.parse(value.recordedAt))) fail("recordedAt", "is no date");
  if (!URL.canParse(value.target.endpoint)) fail("target/endpoint", "is no URL");
  return value;
}

/** The manifest of the recording that a target names; undefined for another target. @throws as {@link readManifest}. */
export function namedManifest(target: unknown): Manifest | undefined {
  const isRecording = typeof target === "string" && target.startsWith(replayScheme);
  return isRecording ? readManifest(target.slice(replayScheme.length)) : undefined;
}

/**
 * Reads a recording.
 * @throws {UsageError} and {SpecError} naming file and field: for what is missing, cut off, too large, or no recording.
 */
export function readRecording(dir: string): Recording {
  const manifest = readManifest(dir);
  const cases = manifest.files.flatMap((file) => readCases(dir, file));
  const held = cases.reduce((sum, { exchanges }) => sum + exchanges.length, 0);
  if (held !== manifest.exchanges)
    throw new UsageError(
      `Failed to load the recording: ${join(dir, manifestFile)}: exchanges are ${manifest.exchanges}, and its files hold ${held}. ${recordAgain}.`,
    );
  return { manifest, cases };
}

function readCases(dir: string, file: string): readonly RecordedCase[] {
  const path = join(dir, file);
  const { value, text, lineOf } = readSpecFile<readonly RecordedCase[]>(
    dir,
    file,
    readJsonSchema("recording"),
    reading,
  );
  if (!text.trimEnd().endsWith(endMark))
    throw new UsageError(
      `Failed to load the recording: ${path} breaks off: its last line is not "${endMark}". ${recordAgain}.`,
    );
  for (const [index, { exchanges }] of value.entries())
    for (const [place, { headers = {} }] of exchanges.entries()) {
      const [bad] = Object.entries(headers).find((header) => !isHeader(header)) ?? [];
      if (bad === undefined) continue;
      const line = lineOf([index, "exchanges", place, "headers", bad]);
      throw new UsageError(
        `Failed to load the recording: ${path}:${line}: headers/${bad} is no header of HTTP. ${recordAgain}.`,
      );
    }
  return value;
}

/** A mark stands for what may stand in a header. */
function isHeader([name, value]: readonly [string, string]): boolean {
  try {
    new Headers([[name, value.replace(/⟨[^⟨⟩]*⟩/g, "")]]);
    return true;
  } catch {
    return false;
  }
}
