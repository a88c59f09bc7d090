import type { Check } from "../../../judge/check.ts";
import {
  differentIds,
  keyNameEchoed,
  keyPairIdForm,
  membersPresent,
  nameStillFree,
  noExtraElements,
  noKeyMaterial,
  nothingMade,
  untaggedIsEmpty,
} from "./answers.ts";
import { createTime, createTimeForm, sameCreateTime } from "./create-time.ts";
import { deleted, deletedId, deletionAccepted, noDeletedId } from "./deletions.ts";
import {
  describedAsImported,
  describedId,
  describedKeyType,
  describedMembers,
  finds,
  findsAll,
  findsFingerprint,
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
import { noHalfKey, oneImportWins } from "./races.ts";
import { answered, stillLives } from "./robustness.ts";
import { echoed, tagsDescribed, tagsEchoed } from "./tags.ts";

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
  echoed,
  finds,
  "finds-all": findsAll,
  "finds-fingerprint": findsFingerprint,
  "finds-nothing": findsNothing,
  "finds-only": findsOnly,
  "fingerprint-digest": fingerprintDigest,
  "fingerprint-form-ed25519": fingerprintFormEd25519,
  "fingerprint-form-rsa": fingerprintFormRsa,
  "fingerprint-vector": fingerprintVector,
  "key-name-echoed": keyNameEchoed,
  "key-pair-id-form": keyPairIdForm,
  "members-present": membersPresent,
  "name-still-free": nameStillFree,
  "no-deleted-id": noDeletedId,
  "no-extra-elements": noExtraElements,
  "no-half-key": noHalfKey,
  "no-key-material": noKeyMaterial,
  "nothing-made": nothingMade,
  "one-import-wins": oneImportWins,
  "public-key-absent": publicKeyAbsent,
  "public-key-comment": publicKeyComment,
  "public-key-returned": publicKeyReturned,
  "same-create-time": sameCreateTime,
  "same-fingerprint": sameFingerprint,
  "still-lives": stillLives,
  "tags-described": tagsDescribed,
  "tags-echoed": tagsEchoed,
  "untagged-is-empty": untaggedIsEmpty,
} as const satisfies Readonly<Record<string, Check>>;
