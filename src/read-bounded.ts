import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { messageOf, UsageError } from "./errors.ts";

/** More than any file that a person writes. */
const usual = 4 * 2 ** 20;

/**
 * The text of a regular file, and no more of it than is allowed: no pipe that nobody writes to, and no device without an
 * end, holds the program up.
 * @param advice what to do instead, as a sentence.
 * @throws {UsageError} naming the file, for what can't be read, is no regular file, is no UTF-8, or is too large.
 */
export function readBounded(path: string, advice: string, limit = usual): string {
  const fail = (why: string, cause?: unknown): never => {
    throw new UsageError(`Failed to read ${path}: ${why}. ${advice}`, { cause });
  };
  let file: number;
  try {
    // Without waiting for somebody to write into a pipe.
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (cause) {
    return fail(messageOf(cause), cause);
  }
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) return fail(stats.isDirectory() ? "it is a folder" : "it is no regular file");
    const bytes = Buffer.alloc(Math.min(stats.size, limit) + 1);
    let length = 0;
    for (let count = 1; count > 0 && length < bytes.length; length += count)
      count = readSync(file, bytes, length, bytes.length - length, null);
    if (length > limit) return fail(`it is larger than ${Math.floor(limit / 2 ** 20)} MB`);
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, length));
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    return fail(cause instanceof TypeError ? "it is no UTF-8 text" : messageOf(cause), cause);
  } finally {
    closeSync(file);
  }
}
