import type { Action } from "../../../action.ts";
import type { Case } from "../../../model.ts";
import { twinId } from "../../../plan/single-request-case.ts";
import type { Contract } from "../../../spec/contract.ts";
import { dryRunSequences } from "./dry-runs.ts";
import { fingerprintSequences } from "./fingerprints.ts";
import { deleteSequences } from "./lifecycle-delete.ts";
import { describeSequences } from "./lifecycle-describe.ts";
import { materialCases } from "./materials.ts";
import { nameSequences } from "./names.ts";
import { raceSequences } from "./races.ts";
import { readingSequences } from "./readings.ts";
import { refusalSequences } from "./refusals.ts";
import { robustnessSequences } from "./robustness.ts";
import { sequenceCase } from "./sequence-case.ts";
import { tagSequences } from "./tags.ts";

/** The cases of ImportKeyPair that its wire model and its clauses cannot say by themselves. */
export function allCases(contract: Contract, action: Action, seed: number): readonly Case[] {
  const sequences = [
    ...nameSequences(seed),
    ...fingerprintSequences(),
    ...tagSequences(contract, seed),
    ...dryRunSequences(),
    ...refusalSequences(contract),
    ...describeSequences(),
    ...deleteSequences(),
    ...raceSequences(),
    ...robustnessSequences(),
    ...readingSequences(),
  ];
  return [
    ...materialCases(contract, action),
    ...sequences.map((sequence) => ({ ...sequenceCase(contract, sequence), twin: twinId(action, false) })),
  ];
}
