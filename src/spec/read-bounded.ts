import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { messageOf, UsageError } from "../errors.ts";

/** More than any file that a person writes. */
const usual = 4 * 2 ** 20;
const stdin = 0;

/**
 * The text of a regular file, and no more of it than is allowed.
 * @param advice what to do instead, as a sentence.
 * @throws {UsageError} naming the file, for what can't be read, is no regular file, is no UTF-8, or is too large.
 */
export function readBounded(path: string, advice: string, limit = usual): string {
  const bytes = readBoundedBytes(path, advice, limit);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UsageError(`Failed to read ${path}: it is no UTF-8 text. ${advice}`, { cause });
  }
}

/**
 * The same as bytes, also of standard input (`-`): no pipe that nobody writes to, and no device without an end, holds
 * the program up.
 * @throws {UsageError} as {@link readBounded}.
 */
export function readBoundedBytes(path: string, advice: string, limit = usual): Uint8Array {
  const fail = (why: string, cause?: unknown): never => {
    throw new UsageError(`Failed to read ${path}: ${why}. ${advice}`, { cause });
  };
  let file = stdin;
  try {
    // Without waiting for somebody to write into a pipe.
    if (path !== "-") file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stats = fstatSync(file);
    if (path !== "-" && !stats.isFile()) return fail(stats.isDirectory() ? "it is a folder" : "it is no regular file");
    const bytes = readAll(file, stats.isFile() ? Math.min(stats.size, limit) : limit);
    return bytes ?? fail(`it is larger than ${Math.floor(limit / 2 ** 20)} MB, or grows while it is read`);
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    return fail(messageOf(cause), cause);
  } finally {
    if (file !== stdin) closeSync(file);
  }
}

/** Bytes of a piece. */
const pieceSize = 2 ** 20;

/**
 * A regular file in pieces, for what need not be held as a whole. Nothing of what is none, can't be read, or is larger than
 * the limit: {@link readBounded} says why.
 */
export function* readPieces(path: string, limit: number): Generator<Buffer> {
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch {
    return; // whoever reads the whole is told
  }
  try {
    const stats = fstatSync(file);
    if (!stats.isFile() || stats.size > limit) return;
    for (let left = stats.size; left > 0; ) {
      const piece = Buffer.alloc(Math.min(pieceSize, left));
      const count = readSync(file, piece, 0, piece.length, null);
      if (count === 0) return;
      left -= count;
      yield piece.subarray(0, count);
    }
  } finally {
    closeSync(file);
  }
}

/** Undefined where there is more. */
function readAll(file: number, most: number): Uint8Array | undefined {
  const bytes = Buffer.alloc(most + 1);
  let length = 0;
  for (let count = 1; count > 0 && length < bytes.length; length += count)
    count = readSync(file, bytes, length, bytes.length - length, null);
  return length > most ? undefined : bytes.subarray(0, length);
}
