import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, rmSync, writeSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Call } from "../drive/gate.ts";
import { ownName } from "../drive/run-prefix.ts";
import { messageOf, UsageError } from "../errors.ts";
import type { WireResponse } from "../model.ts";
import { readBounded } from "../spec/read-bounded.ts";

/** What a run is about to make and delete, written down before it happens. */
export interface Journal {
  /** Written and synced before the call is sent. */
  intend(call: Call): void;
  answered(call: Call, response: WireResponse | undefined): void;
  /** Nothing is left of the run: so nothing is left to remember. */
  forget(): void;
  close(): void;
}

/** What an earlier run remembered. */
export interface Remembered {
  readonly file: string;
  readonly prefix: string;
  readonly startedAt: Date;
  /** The last four digits of its account. */
  readonly account: string;
  readonly pid: number;
  /** Ids that answers gave, each with its Region. */
  readonly ids: readonly { readonly region: string; readonly id: string }[];
}

/** `EC2_CONTRACT_STATE`, else the user's folder for state. */
export function journalFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const { EC2_CONTRACT_STATE: own, XDG_STATE_HOME: state } = environment;
  return join(own || join(state || join(homedir(), ".local", "state"), "ec2-contract"), "journals");
}

/**
 * Begins the journal of a run. It holds names of ours, ids and the last digits of the account, and no credential.
 * @throws {UsageError} when it can't be written: without it no run begins.
 */
export function openJournal(folder: string, run: { readonly prefix: string; readonly account: string }): Journal {
  const file = join(folder, `${run.prefix}.jsonl`);
  let handle: number;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    handle = openSync(file, "ax", 0o600);
  } catch (cause) {
    throw new UsageError(
      `Failed to write the journal ${file}: ${messageOf(cause)}. Set EC2_CONTRACT_STATE to a folder that can be written.`,
      { cause },
    );
  }
  const write = (entry: object): void => {
    writeSync(handle, `${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`);
    fsyncSync(handle);
  };
  write({ run: run.prefix, account: run.account.slice(-4), pid: process.pid });
  return {
    intend({ action, region, parameters }) {
      const name = parameters.getAll("KeyName").find((text) => ownName(text) !== undefined);
      const id = parameters.get("KeyPairId");
      write({ intent: action, region, ...(name !== undefined && { name }), ...(isId(id) && { id }) });
    },
    answered({ action, region }, response) {
      const id = response?.body.match(/<keyPairId>([^<]*)<\/keyPairId>/)?.[1];
      write({ answer: response?.status ?? "none", action, region, ...(isId(id) && { id }) });
    },
    forget() {
      rmSync(file, { force: true });
    },
    close: () => closeSync(handle),
  };
}

/** Bytes: a run of a million requests writes less. */
const longest = 256 * 2 ** 20;

/**
 * The journals that earlier runs left behind. A line that was cut by their end is no harm.
 * @throws {UsageError} for one that can't be read: it may tell of keys that are left.
 */
export function readJournals(folder: string): readonly Remembered[] {
  let names: readonly string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith(".jsonl"));
  } catch {
    return []; // no run has ever written one
  }
  return names.flatMap((name) => readJournal(join(folder, name)) ?? []);
}

function readJournal(file: string): Remembered | undefined {
  const text = readBounded(file, "Remove it, and look for what its run left: ec2-contract sweep aws.", longest);
  const [head, ...entries] = text.split("\n").flatMap(parseLine);
  const prefix = textOf(head?.["run"]);
  const own = ownName(prefix);
  if (head === undefined || own === undefined) return undefined;
  const ids = entries
    .filter(({ answer, action }) => answer !== undefined && action === "ImportKeyPair")
    .flatMap(({ region, id }) => (isId(id) && typeof region === "string" ? [{ region, id }] : []));
  return {
    file,
    prefix,
    startedAt: own.at,
    account: textOf(head["account"]),
    pid: typeof head["pid"] === "number" ? head["pid"] : 0,
    ids,
  };
}

function parseLine(line: string): readonly Readonly<Record<string, unknown>>[] {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null ? [value as Readonly<Record<string, unknown>>] : [];
  } catch {
    return [];
  }
}

function isId(value: unknown): value is string {
  return typeof value === "string" && /^key-[0-9a-f]{1,40}$/.test(value);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
