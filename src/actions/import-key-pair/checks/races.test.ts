import {
  deletes,
  describes,
  id,
  imported,
  imports,
  members,
  notFound,
  otherId,
  refuses,
  silent,
} from "../../../testing/key-pair-answers.ts";
import { fail, indeterminate, notApplicable, pass } from "../../../testing/observations.ts";
import { testChecks } from "../../../testing/test-checks.ts";

const duplicate = refuses("InvalidKeyPair.Duplicate", "ImportKeyPair");
const broken = { ...refuses("InternalError", "ImportKeyPair"), status: 500 };
const another = imports({ KeyName: "n" }, members("n", "g", otherId));
const expect = { refused: { status: 400, codes: ["InvalidKeyPair.Duplicate"] } };
const oneOfThree = "1 accepted, 2 refused with InvalidKeyPair.Duplicate";

testChecks([
  {
    check: "one-import-wins",
    given: "one accepted, which is described",
    seen: [duplicate, imported, duplicate, describes(members())],
    expect,
    want: pass,
  },
  {
    check: "one-import-wins",
    given: "two accepted",
    seen: [imported, another, duplicate, describes(members())],
    expect,
    want: fail(oneOfThree, "2 accepted, 1 times 400 InvalidKeyPair.Duplicate: no"),
  },
  {
    check: "one-import-wins",
    given: "none accepted",
    seen: [duplicate, duplicate, duplicate, notFound],
    expect,
    want: fail(oneOfThree, "3 times 400 InvalidKeyPair.Duplicate: no"),
  },
  {
    check: "one-import-wins",
    given: "a loser that is refused otherwise",
    seen: [imported, duplicate, broken, describes(members())],
    expect,
    want: fail(oneOfThree, "1 accepted, 1 times 400 InvalidKeyPair.Duplicate: no, 1 times 500 InternalError: no"),
  },
  {
    check: "one-import-wins",
    given: "the loser's key described",
    seen: [imported, duplicate, describes(members("n", "g", otherId))],
    expect,
    want: fail(`the accepted key, ${id} f`, `${otherId} g`),
  },
  {
    check: "one-import-wins",
    given: "another fingerprint described",
    seen: [imported, duplicate, describes(members("n", "g"))],
    expect,
    want: fail(`the accepted key, ${id} f`, `${id} g`),
  },
  {
    check: "one-import-wins",
    given: "both keys described",
    seen: [imported, duplicate, describes(members(), members("n", "g", otherId))],
    expect,
    want: fail(`the accepted key, ${id} f`, `${id} f, ${otherId} g`),
  },
  {
    check: "one-import-wins",
    given: "no key described",
    seen: [imported, duplicate, notFound],
    expect,
    want: fail(`the accepted key, ${id} f`, "400 InvalidKeyPair.NotFound: no"),
  },
  {
    check: "one-import-wins",
    given: "an answer that never came, which may have been the winner's",
    seen: [duplicate, silent, describes(members())],
    expect,
    want: indeterminate("too late"),
  },

  {
    check: "no-half-key",
    given: "the import accepted, and described",
    seen: [deletes(), imported, describes(members())],
    want: pass,
  },
  {
    check: "no-half-key",
    given: "the import refused, and nothing described",
    seen: [deletes(), duplicate, notFound],
    want: pass,
  },
  {
    check: "no-half-key",
    given: "the import refused, and an empty list",
    seen: [deletes(), duplicate, describes()],
    want: pass,
  },
  {
    check: "no-half-key",
    given: "the import accepted, and not kept",
    seen: [deletes(), imported, notFound],
    want: fail(`the accepted key, ${id} f`, "400 InvalidKeyPair.NotFound: no"),
  },
  {
    check: "no-half-key",
    given: "the import accepted, and an empty list",
    seen: [deletes(), imported, describes()],
    want: fail(`the accepted key, ${id} f`, "no key"),
  },
  {
    check: "no-half-key",
    given: "the import refused, and a key that outlives its deletion",
    seen: [deletes(), duplicate, describes(members())],
    want: fail("no key: it was deleted, and the import refused", `${id} f`),
  },
  {
    check: "no-half-key",
    given: "a deletion that was refused too",
    seen: [refuses("InternalError", "DeleteKeyPair"), duplicate, describes(members())],
    want: notApplicable,
  },
  { check: "no-half-key", given: "silence", seen: [silent, imported, notFound], want: indeterminate("too late") },
]);
