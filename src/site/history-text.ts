import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { messageOf, UsageError } from "../errors.ts";
import { verdictKinds } from "../model.ts";
import type { History, HistoryRun, MeasuredRun, UntestedRun } from "./history.ts";

/** The verdicts of a file: by kind, the ids of the clauses, so that a clause that changes is one word in two lines. */
type WrittenRun =
  | UntestedRun
  | (Omit<MeasuredRun, "causes" | "verdicts"> & {
      readonly causes: string;
      readonly verdicts: Readonly<Record<string, string>>;
    });

interface WrittenHistory {
  readonly $schema: string;
  readonly schemaVersion: "1";
  readonly emulator: string;
  readonly runs: readonly WrittenRun[];
}

/** A history as the text of its file: a line a fact, in an order that depends on nothing else. */
export function writeHistory({ emulator, runs }: History): string {
  const head = { $schema: "../history.schema.json", schemaVersion: "1", emulator };
  const lines = Object.entries(head).map(([name, value]) => `  "${name}": ${JSON.stringify(value)},`);
  const entries = runs.map((run) => {
    const facts = Object.entries(written(run)).map(([name, value]) => `      "${name}": ${fact(name, value)}`);
    return `    {\n${facts.join(",\n")}\n    }`;
  });
  return `{\n${lines.join("\n")}\n  "runs": [\n${entries.join(",\n")}\n  ]\n}\n`;
}

function fact(name: string, value: unknown): string {
  return name === "verdicts" ? JSON.stringify(value, null, 2).replaceAll("\n", "\n      ") : JSON.stringify(value);
}

function written(run: HistoryRun): WrittenRun {
  const { kind, version, released, tried, contract, dependencies } = run;
  const release = {
    version,
    ...(released !== undefined && { released }),
    tried,
    contract,
    ...(dependencies !== undefined && { dependencies }),
  };
  if (run.kind === "untested") return { kind: run.kind, ...release, why: run.why };
  const ids = Object.entries(run.verdicts).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const verdicts = verdictKinds.flatMap((verdict) => {
    const mine = ids.flatMap(([id, given]) => (given === verdict ? id : []));
    return mine.length === 0 ? [] : [[verdict, mine.join(" ")] as const];
  });
  return {
    kind: kind as "measured",
    ...release,
    score: run.score,
    causes: run.causes.join(" "),
    verdicts: Object.fromEntries(verdicts),
  };
}

/**
 * Reads the text of a history.
 * @param name of its file, for errors. @param schema that of `site/history.schema.json`.
 * @throws {UsageError} naming file and field for what is none.
 */
export function readHistory(text: string, name: string, schema: object): History {
  const fail = (why: string, cause?: unknown): never => {
    throw new UsageError(
      `Failed to read ${name} as a history: ${why}. Restore the file, or make it again with npm run measure:history.`,
      { cause },
    );
  };
  const parse = (): unknown => {
    try {
      return JSON.parse(text) as unknown;
    } catch (cause) {
      return fail(messageOf(cause), cause);
    }
  };
  const value = parse();
  const validate = addFormats.default(new Ajv2020({ strict: true })).compile<WrittenHistory>(schema);
  if (!validate(value)) {
    const { instancePath = "", message = "it is none" } = validate.errors?.[0] ?? {};
    return fail(`${instancePath.slice(1) || "the document"} ${message}`);
  }
  return { emulator: value.emulator, runs: value.runs.map(read) };
}

function read(run: WrittenRun): HistoryRun {
  if (run.kind === "untested") return run;
  const verdicts = verdictKinds.flatMap((kind) => words(run.verdicts[kind]).map((id) => [id, kind] as const));
  return { ...run, causes: words(run.causes), verdicts: Object.fromEntries(verdicts) };
}

function words(text = ""): readonly string[] {
  return text === "" ? [] : text.split(" ");
}
