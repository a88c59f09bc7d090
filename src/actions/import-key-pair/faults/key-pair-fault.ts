import type { Fault } from "../../../mock/fault.ts";
import type { ProtocolBehaviour } from "../../../mock/protocol-behaviour.ts";
import type { ProtocolRefusalName } from "../../../mock/protocol-refusals.ts";
import type { Behaviour } from "../reference/behaviour.ts";
import type { deleteRefusals } from "../reference/delete-key-pair.ts";
import type { describeRefusals } from "../reference/describe-key-pairs.ts";
import type { importRefusals } from "../reference/import-refusals.ts";
import type { Rules } from "../reference/rules.ts";

/** The name of anything that the reference refuses. */
type RefusalName =
  | ProtocolRefusalName
  | (typeof importRefusals)[number]["name"]
  | (typeof describeRefusals)[number]["name"]
  | (typeof deleteRefusals)[number]["name"];

/** A way to disobey the contract of imported keys. */
export type KeyPairFault = Fault<Rules, Behaviour & ProtocolBehaviour, RefusalName>;
