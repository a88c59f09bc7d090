import { fail, failure, notApplicable, pass, success } from "../../testing/observations.ts";
import { testExchangeChecks } from "../../testing/test-checks.ts";

const seen = (name: string, xml: string) => [{ sent: { KeyName: name }, body: success(`<keyName>${xml}</keyName>`) }];

const tagged = (value: string, xml: string) => [
  {
    sent: { KeyName: "n", Tags: [{ Key: "k", Value: value }], Blob: Buffer.from("<&>"), DryRun: true },
    body: success(`<keyName>n</keyName><tagSet><item><key>k</key><value>${xml}</value></item></tagSet>`),
  },
];

testExchangeChecks([
  {
    check: "escaped-once",
    given: "an error",
    seen: [{ status: 400, body: failure("A"), sent: { KeyName: "<" } }],
    want: notApplicable,
  },
  { check: "escaped-once", given: "a tag, escaped once", seen: tagged("a&b", "a&amp;b"), want: pass },
  {
    check: "escaped-once",
    given: "a tag, escaped twice",
    seen: tagged("a&b>", "a&amp;amp;b&amp;gt;"),
    want: fail('"a&b>"', '"a&amp;b&gt;"'),
  },
  {
    check: "escaped-once",
    given: "two elements, pasted in and dropped",
    seen: seen("a<bc>d<e>f", "adf"),
    want: fail('"a<bc>d<e>f"', '"adf"'),
  },
  {
    check: "escaped-once",
    given: "references, pasted in",
    seen: seen("&lt;a&gt;&#233;&#65;&amp;", "&lt;a&gt;&#233;&#65;&amp;"),
    want: fail('"&lt;a&gt;&#233;&#65;&amp;"', '"<a>éA&"'),
  },
  {
    check: "escaped-once",
    given: "an element and a reference, pasted in",
    seen: seen("a<b>&amp;c", "a&amp;c"),
    want: fail('"a<b>&amp;c"', '"a&c"'),
  },
  {
    check: "escaped-once",
    given: "a name that begins with markup, and is gone",
    seen: seen("<b>", ""),
    want: notApplicable,
  },
  {
    check: "escaped-once",
    given: "one of two texts that is read, and the other that is not",
    seen: [{ sent: { KeyName: "a<b", Other: "c&d" }, body: success("<keyName>a&lt;b</keyName>") }],
    want: pass,
  },
  {
    check: "escaped-once",
    given: "what is read, though another text is its misreading",
    seen: [
      {
        sent: { KeyName: "a<", Other: "a" },
        body: success("<keyName>a&lt;</keyName><keyFingerprint>a</keyFingerprint>"),
      },
    ],
    want: pass,
  },
  {
    check: "escaped-once",
    given: "a name without such characters",
    seen: seen("deploy", "deploy"),
    want: notApplicable,
  },
  { check: "escaped-once", given: "escaped once", seen: seen("a<b>&c", "a&lt;b&gt;&amp;c"), want: pass },
  { check: "escaped-once", given: "by numbers", seen: seen("a<b", "a&#60;b"), want: pass },
  {
    check: "escaped-once",
    given: "escaped twice",
    seen: seen("a<b", "a&amp;lt;b"),
    want: fail('"a<b"', '"a&lt;b"'),
  },
  {
    check: "escaped-once",
    given: "an element, pasted in",
    seen: seen("a<b>c</b>", "a<b>c</b>"),
    want: fail('"a<b>c</b>"', '"a"'),
  },
  {
    check: "escaped-once",
    given: "a reference, pasted in",
    seen: seen("a&amp;b", "a&amp;b"),
    want: fail('"a&amp;b"', '"a&b"'),
  },
  { check: "escaped-once", given: "a name that is cut elsewhere", seen: seen("a>bc", "a&gt;b"), want: notApplicable },
  { check: "escaped-once", given: "another name altogether", seen: seen("a<b", "A&lt;B"), want: notApplicable },
]);
