import type { Refusal } from "../../../mock/refusal.ts";
import type { ImportRequest, State } from "./behaviour.ts";
import { materialRefusals } from "./material-refusals.ts";
import { nameRefusals } from "./name-refusals.ts";
import { tagRefusals } from "./tag-refusals.ts";

/** Why an import is refused, in the order in which it is asked; AWS's own order is not known. */
export const importRefusals = [
  ...nameRefusals,
  ...materialRefusals,
  ...tagRefusals,
  {
    name: "name-taken",
    status: 400,
    code: "InvalidKeyPair.Duplicate",
    message: "The keypair already exists",
    applies: (request, state) => state.behaviour.taken(request, state),
  },
  {
    name: "too-many-key-pairs",
    status: 400,
    code: "KeyPairLimitExceeded",
    message: (_, { rules }) => `Maximum of ${rules.keyPairsMax} keypairs reached.`,
    applies: ({ call }, { rules, store }) => store(call.region).size >= rules.keyPairsMax,
  },
  {
    name: "dry-run",
    status: 412,
    code: "DryRunOperation",
    message: "Request would have succeeded, but DryRun flag is set.",
    applies: ({ dryRun }) => dryRun,
  },
] as const satisfies readonly Refusal<ImportRequest, State>[];
