import { json } from "./json.ts";
import { junit } from "./junit.ts";
import type { Reporter } from "./reporter.ts";
import { text } from "./text.ts";

/** The reporters by the name that `--reporter` takes. */
export const reporters = { text, json, junit } as const satisfies Readonly<Record<string, Reporter>>;
export type ReporterName = keyof typeof reporters;
