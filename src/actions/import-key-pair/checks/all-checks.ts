import type { Check } from "../../../judge/check.ts";
import {
  answered,
  differentIds,
  keyNameEchoed,
  keyPairIdForm,
  membersPresent,
  noExtraElements,
  noKeyMaterial,
  nothingMade,
  untaggedIsEmpty,
} from "./answers.ts";
import { createTime, createTimeForm } from "./create-time.ts";
import { deleted, deletedId, deletionAccepted, noDeletedId } from "./deletions.ts";
import {
  describedAsImported,
  describedId,
  describedKeyType,
  describedMembers,
  finds,
  findsNothing,
  findsOnly,
  publicKeyAbsent,
  publicKeyComment,
  publicKeyReturned,
} from "./descriptions.ts";
import {
  describedFingerprint,
  fingerprintDigest,
  fingerprintFormEd25519,
  fingerprintFormRsa,
  fingerprintVector,
  sameFingerprint,
} from "./fingerprints.ts";
import { tagsDescribed, tagsEchoed } from "./tags.ts";

/** The checks that only ImportKeyPair needs, by the name that clauses and cases use. */
export const allChecks = {
  answered,
  "create-time": createTime,
  "create-time-form": createTimeForm,
  deleted,
  "deleted-id": deletedId,
  "deletion-accepted": deletionAccepted,
  "described-as-imported": describedAsImported,
  "described-fingerprint": describedFingerprint,
  "described-id": describedId,
  "described-key-type": describedKeyType,
  "described-members": describedMembers,
  "different-ids": differentIds,
  finds,
  "finds-nothing": findsNothing,
  "finds-only": findsOnly,
  "fingerprint-digest": fingerprintDigest,
  "fingerprint-form-ed25519": fingerprintFormEd25519,
  "fingerprint-form-rsa": fingerprintFormRsa,
  "fingerprint-vector": fingerprintVector,
  "key-name-echoed": keyNameEchoed,
  "key-pair-id-form": keyPairIdForm,
  "members-present": membersPresent,
  "no-deleted-id": noDeletedId,
  "no-extra-elements": noExtraElements,
  "no-key-material": noKeyMaterial,
  "nothing-made": nothingMade,
  "public-key-absent": publicKeyAbsent,
  "public-key-comment": publicKeyComment,
  "public-key-returned": publicKeyReturned,
  "same-fingerprint": sameFingerprint,
  "tags-described": tagsDescribed,
  "tags-echoed": tagsEchoed,
  "untagged-is-empty": untaggedIsEmpty,
} as const satisfies Readonly<Record<string, Check>>;
