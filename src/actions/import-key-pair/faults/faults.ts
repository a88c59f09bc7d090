import { ed25519FingerprintFaults } from "./fingerprint/ed25519-fingerprint-faults.ts";
import { rsaFingerprintFaults } from "./fingerprint/rsa-fingerprint-faults.ts";
import { unstableFingerprintFaults } from "./fingerprint/unstable-fingerprint-faults.ts";
import type { KeyPairFault } from "./key-pair-fault.ts";
import { combinedFilterFaults } from "./lifecycle/combined-filter-faults.ts";
import { deleteFaults } from "./lifecycle/delete-faults.ts";
import { describeFaults } from "./lifecycle/describe-faults.ts";
import { describedMemberFaults } from "./lifecycle/described-member-faults.ts";
import { filterFaults } from "./lifecycle/filter-faults.ts";
import { publicKeyFaults } from "./lifecycle/public-key-faults.ts";
import { raceFaults } from "./lifecycle/race-faults.ts";
import { acceptedMaterialFaults } from "./material/accepted-material-faults.ts";
import { misreadMaterialFaults } from "./material/misread-material-faults.ts";
import { refusedKeyTypeFaults } from "./material/refused-key-type-faults.ts";
import { refusedMaterialFaults } from "./material/refused-material-faults.ts";
import { nameCharacterFaults } from "./name/name-character-faults.ts";
import { nameFaults } from "./name/name-faults.ts";
import { uniqueNameFaults } from "./name/unique-name-faults.ts";
import { authFaults } from "./protocol/auth-faults.ts";
import { crashFaults } from "./protocol/crash-faults.ts";
import { dryRunFaults } from "./protocol/dry-run-faults.ts";
import { envelopeFaults } from "./protocol/envelope-faults.ts";
import { errorEnvelopeFaults } from "./protocol/error-envelope-faults.ts";
import { errorFaults } from "./protocol/error-faults.ts";
import { requestFaults } from "./protocol/request-faults.ts";
import { responseFaults } from "./protocol/response-faults.ts";
import { robustnessFaults } from "./protocol/robustness-faults.ts";
import { uncheckedFaults } from "./protocol/unchecked-faults.ts";
import { tagEchoFaults } from "./tags/tag-echo-faults.ts";
import { tagLimitFaults } from "./tags/tag-limit-faults.ts";
import { tagTypeFaults } from "./tags/tag-type-faults.ts";

/** Every known way to disobey the contract of ImportKeyPair. */
export const faults: readonly KeyPairFault[] = [
  ...envelopeFaults,
  ...errorEnvelopeFaults,
  ...requestFaults,
  ...nameFaults,
  ...nameCharacterFaults,
  ...uniqueNameFaults,
  ...acceptedMaterialFaults,
  ...refusedMaterialFaults,
  ...refusedKeyTypeFaults,
  ...misreadMaterialFaults,
  ...rsaFingerprintFaults,
  ...ed25519FingerprintFaults,
  ...unstableFingerprintFaults,
  ...tagLimitFaults,
  ...tagTypeFaults,
  ...tagEchoFaults,
  ...responseFaults,
  ...dryRunFaults,
  ...errorFaults,
  ...describeFaults,
  ...describedMemberFaults,
  ...filterFaults,
  ...combinedFilterFaults,
  ...publicKeyFaults,
  ...deleteFaults,
  ...raceFaults,
  ...authFaults,
  ...robustnessFaults,
  ...uncheckedFaults,
  ...crashFaults,
];
