import { UsageError } from "../errors.ts";

/** The headers of `--header NAME=VALUE`. @throws {UsageError} for what is no header. */
export function headersOf(texts: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    texts.map((text) => {
      const [name = "", ...value] = text.split("=");
      if (!/^[\w-]+$/.test(name) || value.length === 0) {
        throw new UsageError(`Failed to use --header ${name}: it is no header. Write it as NAME=VALUE.`);
      }
      return [name.toLowerCase(), value.join("=")];
    }),
  );
}
