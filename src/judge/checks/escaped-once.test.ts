import { fail, notApplicable, pass, success } from "../../testing/observations.ts";
import { testExchangeChecks } from "../../testing/test-checks.ts";

const seen = (name: string, xml: string) => [{ sent: { KeyName: name }, body: success(`<keyName>${xml}</keyName>`) }];

testExchangeChecks([
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
