import { keyPairs } from "../actions/import-key-pair/reference/key-pairs.ts";
import type { Service } from "./service.ts";

/** What the mock can do: a line for each further reference. */
export const services: readonly Service[] = [keyPairs];
