import { acceptedMaterialFaults } from "./accepted-material-faults.ts";
import { authFaults } from "./auth-faults.ts";
import { combinedFilterFaults } from "./combined-filter-faults.ts";
import { crashFaults } from "./crash-faults.ts";
import { deleteFaults } from "./delete-faults.ts";
import { describeFaults } from "./describe-faults.ts";
import { describedMemberFaults } from "./described-member-faults.ts";
import { dryRunFaults } from "./dry-run-faults.ts";
import { ed25519FingerprintFaults } from "./ed25519-fingerprint-faults.ts";
import { envelopeFaults } from "./envelope-faults.ts";
import { errorEnvelopeFaults } from "./error-envelope-faults.ts";
import { errorFaults } from "./error-faults.ts";
import { filterFaults } from "./filter-faults.ts";
import type { KeyPairFault } from "./key-pair-fault.ts";
import { misreadMaterialFaults } from "./misread-material-faults.ts";
import { nameCharacterFaults } from "./name-character-faults.ts";
import { nameFaults } from "./name-faults.ts";
import { publicKeyFaults } from "./public-key-faults.ts";
import { raceFaults } from "./race-faults.ts";
import { refusedKeyTypeFaults } from "./refused-key-type-faults.ts";
import { refusedMaterialFaults } from "./refused-material-faults.ts";
import { requestFaults } from "./request-faults.ts";
import { responseFaults } from "./response-faults.ts";
import { robustnessFaults } from "./robustness-faults.ts";
import { rsaFingerprintFaults } from "./rsa-fingerprint-faults.ts";
import { tagEchoFaults } from "./tag-echo-faults.ts";
import { tagLimitFaults } from "./tag-limit-faults.ts";
import { tagTypeFaults } from "./tag-type-faults.ts";
import { uncheckedFaults } from "./unchecked-faults.ts";
import { uniqueNameFaults } from "./unique-name-faults.ts";
import { unstableFingerprintFaults } from "./unstable-fingerprint-faults.ts";

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
