import { createContext, runInContext } from "node:vm";

/** An honest pattern takes microseconds; one that backtracks without end takes for ever. Nothing lies between. */
const ample = 1_000;
/** Long enough for two ways at each character to be more than can ever be tried. */
const pumped = 60;
/** More than any honest pattern has. */
export const longestPattern = 1_000;

/**
 * Whether a regular expression can be made to backtrack without end, tried on the texts that such expressions fail on:
 * repetitions of its own characters and words, with an end that does not match.
 * @param source of a valid expression.
 * @param patience milliseconds for all of it.
 */
export function backtracks(source: string, flags = "u", patience = ample): boolean {
  const pumps = new Set(["a", "0", " ", ...(source.match(/[A-Za-z0-9]+/g) ?? []), ...source]);
  const texts = [...pumps].map((pump) => `${pump.repeat(Math.ceil(pumped / pump.length))}\u0001!\n`);
  const context = createContext({ source, flags, texts });
  try {
    runInContext("const tried = new RegExp(source, flags); for (const text of texts) tried.test(text);", context, {
      timeout: patience,
    });
    return false;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ERR_SCRIPT_EXECUTION_TIMEOUT") return true;
    throw cause;
  }
}
