import { expect, test } from "vitest";
import type { Expectation } from "../../model.ts";
import {
  type Answered,
  fail,
  failure,
  indeterminate,
  judged,
  notApplicable,
  pass,
  requestId,
  success,
} from "../../testing/observations.ts";
import { testExchangeChecks } from "../../testing/test-checks.ts";

const silent: Answered = { trouble: { kind: "timeout", why: "no complete answer within 5 ms" } };
const garbage: Answered = { trouble: { kind: "broken", why: "Parse Error" } };
const duplicate = failure("InvalidKeyPair.Duplicate", "The keypair already exists");
const namespace: Expectation = { namespace: "http://ec2.amazonaws.com/doc/2016-11-15/" };
const contentType: Expectation = { contentType: "text/xml" };
const bare = (root: string, id = requestId): string => `<${root}><requestId>${id}</requestId></${root}>`;
const errorWithId = (id: string): string => failure("InvalidAction").replace(requestId, id);

const declared = (declaration: string) => [{ body: `<?xml version="1.0"${declaration}?>${success()}` }];
const otherEncoding = (encoding: string) =>
  fail("well-formed XML in UTF-8", `a declaration of the encoding ${encoding}`);
const inJson: Answered = { status: 400, body: '{"code":"InvalidAction","message":"no"}' };
const jsonOnWire = `HTTP 400, text/xml;charset=UTF-8, body "${inJson.body}"`;

testExchangeChecks([
  { check: "well-formed", given: "a success", seen: [{}], want: pass },
  { check: "well-formed", given: "no declared encoding", seen: declared(""), want: pass },
  { check: "well-formed", given: "UTF-8, declared", seen: declared(' encoding="UTF-8"'), want: pass },
  { check: "well-formed", given: "utf8, declared", seen: declared(" encoding = 'utf8' standalone='yes'"), want: pass },
  {
    check: "well-formed",
    given: "a declaration behind a byte order mark",
    seen: declared(' encoding="latin1"').map(({ body }) => ({ body: `\uFEFF${body}` })),
    want: otherEncoding("latin1"),
  },
  { check: "well-formed", given: "UTF-16", seen: declared(" encoding = 'UTF-16'"), want: otherEncoding("UTF-16") },
  { check: "well-formed", given: "UTF-80", seen: declared(' encoding="UTF-80"'), want: otherEncoding("UTF-80") },
  { check: "well-formed", given: "x-UTF-8", seen: declared(' encoding="x-UTF-8"'), want: otherEncoding("x-UTF-8") },
  {
    check: "well-formed",
    given: "a text that speaks of declarations",
    seen: [{ body: success('<keyName><![CDATA[<?xml encoding="latin1"?>]]></keyName>') }],
    want: pass,
  },
  {
    check: "members-in-place",
    given: "six members elsewhere, of which five are told",
    seen: [
      {
        body: success("<tagSet><a><Key>k</Key></a><b/><c/></tagSet><KeyName>n</KeyName><KeyPairID>i</KeyPairID>"),
      },
    ],
    want: fail(
      "members by the model's names and places",
      "ImportKeyPairResponse/tagSet/a for item, ImportKeyPairResponse/tagSet/b for item, ImportKeyPairResponse/tagSet/c for item, ImportKeyPairResponse/tagSet/a/Key for key, ImportKeyPairResponse/KeyName for keyName",
    ),
  },
  {
    check: "root-element",
    given: "a document of a stranger under a success",
    seen: [{ status: 299, body: "<html/>" }],
    want: fail("the root element ImportKeyPairResponse", "the root element html"),
  },
  {
    check: "root-element",
    given: "a document of a stranger under a redirect",
    seen: [{ status: 300, body: "<html/>" }],
    want: notApplicable,
  },
  {
    check: "root-element",
    given: "a document of a stranger under an error",
    seen: [{ status: 404, body: "<html/>" }],
    want: notApplicable,
  },
  { check: "root-element", given: "an error with status 200", seen: [{ body: duplicate }], want: notApplicable },
  { check: "root-element", given: "no HTTP", seen: [garbage], want: notApplicable },
  {
    check: "namespace",
    given: "an older one, where something else is set on the wire",
    seen: [{ body: success().replace("2016-11-15", "2013-10-15"), step: { wire: { set: { KeyName: "n" } } } }],
    expect: namespace,
    want: fail('xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"', 'xmlns="http://ec2.amazonaws.com/doc/2013-10-15/"'),
  },
  {
    check: "namespace",
    given: "it, where something is appended on the wire",
    seen: [{ step: { wire: { append: "&" } } }],
    expect: namespace,
    want: pass,
  },
  {
    check: "content-type",
    given: "a charset behind another parameter",
    seen: [{ headers: { "content-type": "text/xml; boundary=x ; charset=latin1" } }],
    expect: contentType,
    want: fail("content-type: text/xml;charset=UTF-8", "content-type: text/xml; boundary=x ; charset=latin1"),
  },
  {
    check: "content-type",
    given: "a parameter that is no charset",
    seen: [{ headers: { "content-type": "text/xml;boundary=x" } }],
    expect: contentType,
    want: pass,
  },
  {
    check: "content-type",
    given: "an error of another type",
    seen: [{ status: 400, body: duplicate, headers: { "content-type": "text/plain" } }],
    expect: contentType,
    want: fail("content-type: text/xml;charset=UTF-8", "content-type: text/plain"),
  },
  { check: "error-envelope", given: "no HTTP", seen: [garbage], want: notApplicable },
  {
    check: "error-envelope",
    given: "a document of a stranger with the first status of an error",
    seen: [{ status: 400, body: "<html/>" }],
    want: fail("Response > Errors > Error > Code, Message", "html"),
  },
  {
    check: "error-envelope",
    given: "a document of a stranger with the last status that is none",
    seen: [{ status: 399, body: "<html/>" }],
    want: notApplicable,
  },
  { check: "error-envelope", given: "a success with status 500", seen: [{ status: 500 }], want: notApplicable },
  {
    check: "error-envelope",
    given: "a root of its own",
    seen: [{ status: 400, body: duplicate.replaceAll("Response>", "Failure>") }],
    want: fail("Response > Errors > Error > Code, Message", "Failure > Errors > Error > Code > Message > RequestID"),
  },
  {
    check: "error-envelope",
    given: "no Code",
    seen: [{ status: 400, body: "<Response><Errors><Error><Message>m</Message></Error></Errors></Response>" }],
    want: fail("Response > Errors > Error > Code, Message", "Response > Errors > Error > Message"),
  },
  {
    check: "error-envelope",
    given: "many elements, of which twelve are told",
    seen: [{ status: 400, body: `<Code>${"<a/>".repeat(20)}</Code>` }],
    want: fail("Response > Errors > Error > Code, Message", `Code${" > a".repeat(11)}`),
  },
  {
    check: "error-envelope",
    given: "JSON",
    seen: [inJson],
    want: fail("Response > Errors > Error > Code, Message", jsonOnWire),
  },
  { check: "error-request-id", given: "JSON", seen: [inJson], want: fail("a RequestID beside Errors", jsonOnWire) },
  { check: "error-without-type", given: "JSON", seen: [inJson], want: notApplicable },
  { check: "error-without-namespace", given: "JSON", seen: [inJson], want: notApplicable },
  { check: "well-formed", given: "an error", seen: [{ status: 400, body: duplicate }], want: pass },
  {
    check: "well-formed",
    given: "a declaration of another encoding",
    seen: [{ body: `<?xml version="1.0" encoding="ISO-8859-1"?>${success()}` }],
    want: fail("well-formed XML in UTF-8", "a declaration of the encoding ISO-8859-1"),
  },
  {
    check: "members-in-place",
    given: "members as modelled",
    seen: [{ body: success("<keyName>n</keyName>") }],
    want: pass,
  },
  {
    check: "members-in-place",
    given: "a member in another case",
    seen: [{ body: success("<KeyName>n</KeyName>") }],
    want: fail("members by the model's names and places", "ImportKeyPairResponse/KeyName for keyName"),
  },
  { check: "members-in-place", given: "an error", seen: [{ status: 400, body: duplicate }], want: notApplicable },
  { check: "status-of-success", given: "200", seen: [{}], want: pass },
  { check: "status-of-success", given: "201", seen: [{ status: 201 }], want: fail("status 200", "status 201") },
  { check: "status-of-success", given: "an error", seen: [{ status: 400, body: duplicate }], want: notApplicable },
  { check: "well-formed", given: "XML of a stranger", seen: [{ status: 404, body: "<html/>" }], want: pass },
  {
    check: "well-formed",
    given: "an open tag",
    seen: [{ body: "<a>" }],
    want: fail("well-formed XML in UTF-8", 'HTTP 200, text/xml;charset=UTF-8, body "<a>"'),
  },
  {
    check: "well-formed",
    given: "nothing",
    seen: [{ body: "" }],
    want: fail("well-formed XML in UTF-8", "HTTP 200, text/xml;charset=UTF-8, empty body"),
  },
  {
    check: "well-formed",
    given: "a bare ampersand",
    seen: [{ body: "<a>b & c</a>" }],
    want: fail("well-formed XML in UTF-8", 'HTTP 200, text/xml;charset=UTF-8, body "<a>b & c</a>"'),
  },
  {
    check: "well-formed",
    given: "bytes that are not UTF-8",
    seen: [{ body: success("<keyName>\uFFFD</keyName>"), notUtf8: true }],
    want: fail("well-formed XML in UTF-8", "bytes that are not UTF-8"),
  },
  { check: "well-formed", given: "no HTTP", seen: [garbage], want: fail("well-formed XML in UTF-8", "Parse Error") },
  { check: "well-formed", given: "silence", seen: [silent], want: indeterminate("no complete answer within 5 ms") },

  { check: "root-element", given: "a success", seen: [{}], want: pass },
  {
    check: "root-element",
    given: "another root",
    seen: [{ body: bare("ImportKeyPairResult") }],
    want: fail("the root element ImportKeyPairResponse", "the root element ImportKeyPairResult"),
  },
  { check: "root-element", given: "an error", seen: [{ status: 400, body: duplicate }], want: notApplicable },
  { check: "root-element", given: "a page in place of a success", seen: [{ body: "<p" }], want: notApplicable },
  { check: "root-element", given: "silence", seen: [silent], want: indeterminate("no complete answer within 5 ms") },

  { check: "namespace", given: "the namespace", seen: [{}], expect: namespace, want: pass },
  {
    check: "namespace",
    given: "it without its last slash",
    seen: [{ body: success().replace('15/"', '15"') }],
    expect: namespace,
    want: pass,
  },
  {
    check: "namespace",
    given: "an older one",
    seen: [{ body: success().replace("2016-11-15", "2013-10-15") }],
    expect: namespace,
    want: fail('xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"', 'xmlns="http://ec2.amazonaws.com/doc/2013-10-15/"'),
  },
  {
    check: "namespace",
    given: "none",
    seen: [{ body: bare("ImportKeyPairResponse") }],
    expect: namespace,
    want: fail('xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"', "no xmlns"),
  },
  {
    check: "namespace",
    given: "an older one that was asked for",
    seen: [{ body: success().replace("2016-11-15", "2014-10-01"), step: { wire: { set: { Version: "2014-10-01" } } } }],
    expect: namespace,
    want: notApplicable,
  },
  {
    check: "namespace",
    given: "an error",
    seen: [{ status: 400, body: duplicate }],
    expect: namespace,
    want: notApplicable,
  },
  {
    check: "namespace",
    given: "silence",
    seen: [silent],
    expect: namespace,
    want: indeterminate("no complete answer within 5 ms"),
  },

  { check: "content-type", given: "text/xml in UTF-8", seen: [{}], expect: contentType, want: pass },
  {
    check: "content-type",
    given: "text/xml",
    seen: [{ headers: { "content-type": "Text/XML" } }],
    expect: contentType,
    want: pass,
  },
  {
    check: "content-type",
    given: "a quoted charset",
    seen: [{ headers: { "content-type": 'text/xml; charset="utf-8"' } }],
    expect: contentType,
    want: pass,
  },
  {
    check: "content-type",
    given: "another charset",
    seen: [{ headers: { "content-type": "text/xml; charset=latin1" } }],
    expect: contentType,
    want: fail("content-type: text/xml;charset=UTF-8", "content-type: text/xml; charset=latin1"),
  },
  {
    check: "content-type",
    given: "JSON",
    seen: [{ headers: { "content-type": "application/json" } }],
    expect: contentType,
    want: fail("content-type: text/xml;charset=UTF-8", "content-type: application/json"),
  },
  {
    check: "content-type",
    given: "silence",
    seen: [silent],
    expect: contentType,
    want: indeterminate("no complete answer within 5 ms"),
  },
  { check: "content-type", given: "no HTTP", seen: [garbage], expect: contentType, want: notApplicable },

  { check: "error-envelope", given: "an error", seen: [{ status: 400, body: duplicate }], want: pass },
  {
    check: "error-envelope",
    given: "that of other services",
    seen: [{ status: 400, body: `<ErrorResponse><Error><Code>a</Code><Message>b</Message></Error></ErrorResponse>` }],
    want: fail("Response > Errors > Error > Code, Message", "ErrorResponse > Error > Code > Message"),
  },
  {
    check: "error-envelope",
    given: "no Message",
    seen: [{ status: 400, body: "<Response><Errors><Error><Code>a</Code></Error></Errors></Response>" }],
    want: fail("Response > Errors > Error > Code, Message", "Response > Errors > Error > Code"),
  },
  {
    check: "error-envelope",
    given: "a page",
    seen: [{ status: 404, body: "not found", headers: { "content-type": "text/plain" } }],
    want: fail("Response > Errors > Error > Code, Message", 'HTTP 404, text/plain, body "not found"'),
  },
  { check: "error-envelope", given: "an error with status 200", seen: [{ body: duplicate }], want: pass },
  { check: "error-envelope", given: "a success", seen: [{}], want: notApplicable },
  { check: "error-envelope", given: "silence", seen: [silent], want: indeterminate("no complete answer within 5 ms") },

  { check: "error-request-id", given: "a RequestID", seen: [{ status: 400, body: duplicate }], want: pass },
  {
    check: "error-request-id",
    given: "a RequestId",
    seen: [{ status: 400, body: duplicate.replaceAll("RequestID", "RequestId") }],
    want: fail("a RequestID beside Errors", "Response > Errors > Error > Code > Message > RequestId"),
  },
  {
    check: "error-request-id",
    given: "an empty one",
    seen: [{ status: 400, body: errorWithId("") }],
    want: fail("a RequestID beside Errors", "Response > Errors > Error > Code > Message > RequestID"),
  },
  { check: "error-request-id", given: "a success", seen: [{}], want: notApplicable },

  { check: "error-without-type", given: "an error", seen: [{ status: 400, body: duplicate }], want: pass },
  {
    check: "error-without-type",
    given: "a Type",
    seen: [{ status: 400, body: duplicate.replace("<Code>", "<Type>Sender</Type><Code>") }],
    want: fail("no Type element", "Response > Errors > Error > Type > Code > Message > RequestID"),
  },
  { check: "error-without-type", given: "a success", seen: [{}], want: notApplicable },

  { check: "error-without-namespace", given: "an error", seen: [{ status: 400, body: duplicate }], want: pass },
  {
    check: "error-without-namespace",
    given: "a namespace",
    seen: [{ status: 400, body: duplicate.replace("<Response>", '<Response xmlns="urn:x">') }],
    want: fail("no xmlns on the error document", 'xmlns="urn:x"'),
  },
  { check: "error-without-namespace", given: "a success", seen: [{}], want: notApplicable },
]);

test("a missing content type is forgiven to errors only, as old recordings have none", () => {
  const missing = { headers: { "content-type": undefined as unknown as string } };
  expect(judged("content-type", [{ ...missing, status: 400, body: duplicate }], { expect: contentType })).toEqual(
    notApplicable,
  );
  for (const status of [200, 399])
    expect(judged("content-type", [{ ...missing, status }], { expect: contentType })).toEqual(
      fail("content-type: text/xml;charset=UTF-8", "content-type: (none)"),
    );
});
