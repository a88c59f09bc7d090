import { setFlagsFromString } from "node:v8";

/**
 * A run makes much garbage and keeps little. Left alone, V8 lets the space for what is new grow to 128 MiB; it is kept at
 * what loading the program needed, which costs no time that could be measured.
 */
export function keepHeapSmall(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
}
