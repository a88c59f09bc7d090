import { describes, imported, imports, members, silent, tag, tags } from "../../../testing/key-pair-answers.ts";
import { fail, indeterminate, notApplicable, pass } from "../../../testing/observations.ts";
import { testChecks } from "../../../testing/test-checks.ts";

testChecks([
  {
    check: "tags-described",
    given: "the tags",
    seen: [
      { ...imported, sent: tags(["a", "1"], ["b", "2"]) },
      describes(`${members()}<tagSet>${tag("b", "2")}${tag("a", "1")}</tagSet>`),
    ],
    want: pass,
  },
  {
    check: "tags-described",
    given: "none",
    seen: [{ ...imported, sent: tags(["a", "1"]) }, describes(members())],
    want: fail('the tags "a"="1"', "no tags"),
  },
  {
    check: "tags-described",
    given: "no such key",
    seen: [{ ...imported, sent: tags(["a", "1"]) }, describes()],
    want: fail("the imported key pair in the description", "200 DescribeKeyPairsResponse"),
  },
  { check: "tags-described", given: "silence", seen: [imported, silent], want: indeterminate("too late") },

  {
    check: "tags-echoed",
    given: "the tags in another order",
    seen: [imports(tags(["a", "1"], ["b", ""]), `<tagSet>${tag("b", "")}${tag("a", "1")}</tagSet>`)],
    want: pass,
  },
  {
    check: "tags-echoed",
    given: "one twice",
    seen: [imports(tags(["a", "1"]), `<tagSet>${tag("a", "1")}${tag("a", "1")}</tagSet>`)],
    want: fail('the tags "a"="1"', 'the tags "a"="1", "a"="1"'),
  },
  {
    check: "tags-echoed",
    given: "another value",
    seen: [imports(tags(["a", " 1"]), `<tagSet>${tag("a", "1")}</tagSet>`)],
    want: fail('the tags "a"=" 1"', 'the tags "a"="1"'),
  },
  {
    check: "tags-echoed",
    given: "key and value that only look alike",
    seen: [imports(tags(["a=", "b"]), `<tagSet>${tag("a", "=b")}</tagSet>`)],
    want: fail('the tags "a="="b"', 'the tags "a"="=b"'),
  },
  {
    check: "tags-echoed",
    given: "none",
    seen: [imports(tags(["a", "1"]), "")],
    want: fail('the tags "a"="1"', "no tags"),
  },
  { check: "tags-echoed", given: "no tags that were sent", seen: [imported], want: notApplicable },

  {
    check: "echoed",
    given: "name and tags",
    seen: [imports(tags(["<", "&"]), `<keyName>n</keyName><tagSet>${tag("&lt;", "&amp;")}</tagSet>`)],
    want: pass,
  },
  {
    check: "echoed",
    given: "a name escaped twice",
    seen: [imports({ KeyName: "a&b" }, "<keyName>a&amp;amp;b</keyName>")],
    want: fail('keyName "a&b"', 'keyName "a&amp;b"'),
  },
  {
    check: "echoed",
    given: "a tag escaped twice",
    seen: [imports(tags(["a", "&"]), `<keyName>n</keyName><tagSet>${tag("a", "&amp;amp;")}</tagSet>`)],
    want: fail('the tags "a"="&"', 'the tags "a"="&amp;"'),
  },
  {
    check: "echoed",
    given: "a name without tags",
    seen: [imports({ KeyName: "n" }, "<keyName>n</keyName>")],
    want: pass,
  },
]);
