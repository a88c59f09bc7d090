import {
  deletes,
  describes,
  id,
  imported,
  members,
  notFound,
  otherId,
  refuses,
  silent,
} from "../../../testing/key-pair-answers.ts";
import { fail, indeterminate, notApplicable, pass } from "../../../testing/observations.ts";
import { testChecks } from "../../../testing/test-checks.ts";

testChecks([
  { check: "deleted", given: "true, and not found", seen: [deletes(), notFound], want: pass },
  { check: "deleted", given: "true, and an empty list", seen: [deletes(), describes()], want: pass },
  {
    check: "deleted",
    given: "false",
    seen: [deletes("<return>false</return>"), notFound],
    want: fail("200 with return true", "return false"),
  },
  {
    check: "deleted",
    given: "no return",
    seen: [deletes(""), notFound],
    want: fail("200 with return true", "return null"),
  },
  {
    check: "deleted",
    given: "a refusal",
    seen: [refuses("InvalidKeyPair.NotFound", "DeleteKeyPair"), notFound],
    want: fail("200 with return true", "400 InvalidKeyPair.NotFound: no"),
  },
  {
    check: "deleted",
    given: "a key that lives on",
    seen: [deletes(), describes(members())],
    want: fail("the key is gone", 'it is still described: "n"'),
  },
  {
    check: "deleted",
    given: "a key without a name",
    seen: [deletes(), describes(`<keyPairId>${id}</keyPairId>`)],
    want: fail("the key is gone", "it is still described: null"),
  },
  { check: "deleted", given: "silence", seen: [deletes(), silent], want: indeterminate("too late") },

  {
    check: "deleted-id",
    given: "the id of the import",
    seen: [imported, deletes(`<return>true</return><keyPairId>${id}</keyPairId>`)],
    want: pass,
  },
  {
    check: "deleted-id",
    given: "another id",
    seen: [imported, deletes(`<keyPairId>${otherId}</keyPairId>`)],
    want: fail(`keyPairId ${id}`, `keyPairId ${otherId}`),
  },
  { check: "deleted-id", given: "none", seen: [imported, deletes()], want: fail(`keyPairId ${id}`, "no keyPairId") },
  {
    check: "deleted-id",
    given: "an import without an id",
    seen: [{}, deletes()],
    want: fail("keyPairId of the import", "no keyPairId"),
  },
  { check: "deleted-id", given: "silence", seen: [imported, silent], want: indeterminate("too late") },

  { check: "deletion-accepted", given: "true", seen: [deletes()], want: pass },
  {
    check: "deletion-accepted",
    given: "false",
    seen: [deletes("<return>false</return>")],
    want: fail("200 with return true", "return false"),
  },
  {
    check: "deletion-accepted",
    given: "not found",
    seen: [refuses("InvalidKeyPair.NotFound", "DeleteKeyPair")],
    want: fail("200 with return true", "400 InvalidKeyPair.NotFound: no"),
  },
  { check: "deletion-accepted", given: "silence", seen: [silent], want: indeterminate("too late") },

  { check: "no-deleted-id", given: "no id", seen: [deletes()], want: pass },
  {
    check: "no-deleted-id",
    given: "an id",
    seen: [deletes(`<return>true</return><keyPairId>${id}</keyPairId>`)],
    want: fail("no keyPairId", `keyPairId "${id}"`),
  },
  {
    check: "no-deleted-id",
    given: "a refusal",
    seen: [refuses("InvalidKeyPair.NotFound", "DeleteKeyPair")],
    want: notApplicable,
  },
]);
