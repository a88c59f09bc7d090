import type { Diagnostics } from "../../diagnose/diagnosis.ts";
import { readSignatures } from "../../diagnose/signature-file.ts";
import measured from "../../generated/fault-signatures.json" with { type: "json" };
import { faults } from "./faults/faults.ts";

/** The faults of the reference, and what each was measured to turn red. */
export const diagnostics = (): Diagnostics => ({ faults, signatures: readSignatures(measured) });
