import { expect, test } from "vitest";
import type { Expectation, Judged } from "../../model.ts";
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
import { protocolChecks } from "./protocol-checks.ts";

interface Row {
  readonly check: keyof typeof protocolChecks;
  readonly given: string;
  readonly seen: readonly Answered[];
  readonly expect?: Expectation;
  readonly want: Judged;
}

const silent: Answered = { trouble: { kind: "timeout", why: "no complete answer within 5 ms" } };
const garbage: Answered = { trouble: { kind: "broken", why: "Parse Error" } };
const duplicate = failure("InvalidKeyPair.Duplicate", "The keypair already exists");
const refusal: Expectation = { refused: { status: 400, codes: ["InvalidKey.Format", "InvalidKeyPair.Format"] } };
const namespace: Expectation = { namespace: "http://ec2.amazonaws.com/doc/2016-11-15/" };
const contentType: Expectation = { contentType: "text/xml" };
const bare = (root: string, id = requestId): string => `<${root}><requestId>${id}</requestId></${root}>`;
const errorWithId = (id: string): string => failure("InvalidAction").replace(requestId, id);
const other = "aaaaaaaa-35bd-4eac-99ed-be587ed81825";
const messages: Expectation = {
  code: "InvalidKeyPair.Duplicate",
  messages: ["The keypair already exists", "The keypair '{KeyName}' already exists."],
};

const rows: readonly Row[] = [
  { check: "accepted", given: "a success", seen: [{}], want: pass },
  {
    check: "accepted",
    given: "a success with another status",
    seen: [{ status: 201 }],
    want: fail("200 ImportKeyPairResponse", "201 ImportKeyPairResponse"),
  },
  {
    check: "accepted",
    given: "an error",
    seen: [{ status: 400, body: failure("InvalidKey.Format") }],
    want: fail("200 ImportKeyPairResponse", "400 InvalidKey.Format: no"),
  },
  {
    check: "accepted",
    given: "an answer of another action",
    seen: [{ body: success("", "DeleteKeyPair") }],
    want: fail(
      "200 ImportKeyPairResponse",
      `HTTP 200, text/xml;charset=UTF-8, body "${success("", "DeleteKeyPair").slice(0, 80)}" has the root element DeleteKeyPairResponse`,
    ),
  },
  { check: "accepted", given: "silence", seen: [silent], want: indeterminate("no complete answer within 5 ms") },
  {
    check: "accepted",
    given: "throttling",
    seen: [{ status: 503, body: failure("RequestLimitExceeded") }],
    want: indeterminate("throttled: RequestLimitExceeded"),
  },

  {
    check: "refused",
    given: "the first code",
    seen: [{ status: 400, body: failure("InvalidKey.Format") }],
    expect: refusal,
    want: pass,
  },
  {
    check: "refused",
    given: "the second code",
    seen: [{ status: 400, body: failure("InvalidKeyPair.Format") }],
    expect: refusal,
    want: pass,
  },
  {
    check: "refused",
    given: "another code",
    seen: [{ status: 400, body: failure("InvalidParameterValue", "bad") }],
    expect: refusal,
    want: fail("400 InvalidKey.Format or InvalidKeyPair.Format", "400 InvalidParameterValue: bad"),
  },
  {
    check: "refused",
    given: "another status",
    seen: [{ status: 409, body: failure("InvalidKey.Format") }],
    expect: refusal,
    want: fail("400 InvalidKey.Format or InvalidKeyPair.Format", "409 InvalidKey.Format: no"),
  },
  {
    check: "refused",
    given: "a success",
    seen: [{}],
    expect: refusal,
    want: fail("400 InvalidKey.Format or InvalidKeyPair.Format", "200 ImportKeyPairResponse"),
  },
  {
    check: "refused",
    given: "a page",
    seen: [{ status: 400, body: "<html>", headers: { "content-type": "text/html" } }],
    expect: refusal,
    want: fail(
      "400 InvalidKey.Format or InvalidKeyPair.Format",
      'HTTP 400, text/html, body "<html>" is not well-formed XML: 1:6: unclosed tag: html',
    ),
  },
  {
    check: "refused",
    given: "silence",
    seen: [silent],
    expect: refusal,
    want: indeterminate("no complete answer within 5 ms"),
  },

  { check: "well-formed", given: "a success", seen: [{}], want: pass },
  { check: "well-formed", given: "an error", seen: [{ status: 400, body: duplicate }], want: pass },
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

  { check: "request-id-present", given: "a requestId", seen: [{}], want: pass },
  {
    check: "request-id-present",
    given: "none",
    seen: [{ body: "<ImportKeyPairResponse/>" }],
    want: fail("a requestId", "no requestId in the answer"),
  },
  {
    check: "request-id-present",
    given: "an empty one",
    seen: [{ body: bare("ImportKeyPairResponse", "") }],
    want: fail("a requestId", "no requestId in the answer"),
  },
  { check: "request-id-present", given: "an error", seen: [{ status: 400, body: duplicate }], want: notApplicable },

  { check: "request-id-form", given: "a UUID", seen: [{}], want: pass },
  { check: "request-id-form", given: "a UUID in an error", seen: [{ status: 400, body: duplicate }], want: pass },
  {
    check: "request-id-form",
    given: "one in upper case",
    seen: [{ body: success().replace(requestId, requestId.toUpperCase()) }],
    want: fail("a request id that is a UUID in lower case", `"${requestId.toUpperCase()}"`),
  },
  {
    check: "request-id-form",
    given: "something else",
    seen: [{ status: 400, body: errorWithId("req-1") }],
    want: fail("a request id that is a UUID in lower case", '"req-1"'),
  },
  { check: "request-id-form", given: "none", seen: [{ body: "<ImportKeyPairResponse/>" }], want: notApplicable },

  { check: "request-id-fresh", given: "two", seen: [{}, { status: 400, body: errorWithId(other) }], want: pass },
  {
    check: "request-id-fresh",
    given: "one twice",
    seen: [{}, { status: 400, body: duplicate }],
    want: fail("a request id of its own for each request", `"${requestId}" again`),
  },
  { check: "request-id-fresh", given: "one", seen: [{}], want: notApplicable },
  { check: "request-id-fresh", given: "none", seen: [{ body: "<ImportKeyPairResponse/>" }], want: notApplicable },

  {
    check: "request-id-in-header",
    given: "the same",
    seen: [{ headers: { "x-amzn-requestid": requestId } }],
    want: pass,
  },
  {
    check: "request-id-in-header",
    given: "another",
    seen: [{ status: 400, body: duplicate, headers: { "x-amzn-requestid": other } }],
    want: fail(`x-amzn-requestid: ${requestId}, as in the body`, `x-amzn-requestid: ${other}`),
  },
  { check: "request-id-in-header", given: "no header", seen: [{}], want: notApplicable },

  {
    check: "status-of-code",
    given: "the status",
    seen: [{ status: 412, body: failure("DryRunOperation") }],
    want: pass,
  },
  {
    check: "status-of-code",
    given: "another one",
    seen: [{ status: 400, body: failure("DryRunOperation") }],
    want: fail("412 DryRunOperation", "400 DryRunOperation: no"),
  },
  {
    check: "status-of-code",
    given: "a code whose status nobody recorded",
    seen: [{ status: 418, body: failure("Blocked") }],
    want: notApplicable,
  },
  {
    check: "status-of-code",
    given: "an unknown code",
    seen: [{ status: 418, body: failure("Nope") }],
    want: notApplicable,
  },
  {
    check: "status-of-code",
    given: "a code by the name of an object's member",
    seen: [{ status: 418, body: failure("constructor") }],
    want: notApplicable,
  },
  { check: "status-of-code", given: "a success", seen: [{}], want: notApplicable },

  { check: "known-code", given: "a known code", seen: [{ status: 400, body: duplicate }], want: pass },
  {
    check: "known-code",
    given: "a code whose status nobody recorded",
    seen: [{ status: 403, body: failure("Blocked") }],
    want: pass,
  },
  {
    check: "known-code",
    given: "an unknown one",
    seen: [{ status: 400, body: failure("ValidationException") }],
    want: fail("an error code of EC2", "400 ValidationException: no"),
  },
  {
    check: "known-code",
    given: "a code by the name of an object's member",
    seen: [{ status: 400, body: failure("constructor") }],
    want: fail("an error code of EC2", "400 constructor: no"),
  },
  { check: "known-code", given: "a success", seen: [{}], want: notApplicable },

  { check: "message-not-empty", given: "a message", seen: [{ status: 400, body: duplicate }], want: pass },
  {
    check: "message-not-empty",
    given: "a blank one",
    seen: [{ status: 400, body: failure("InvalidAction", " ") }],
    want: fail("a message", "InvalidAction with an empty message"),
  },
  { check: "message-not-empty", given: "a success", seen: [{}], want: notApplicable },

  { check: "no-server-error", given: "a success", seen: [{}], want: pass },
  { check: "no-server-error", given: "an error below 500", seen: [{ status: 400, body: duplicate }], want: pass },
  {
    check: "no-server-error",
    given: "500",
    seen: [{ status: 500, body: failure("InternalError") }],
    want: fail(
      "a status below 500",
      `HTTP 500, text/xml;charset=UTF-8, body "${failure("InternalError").slice(0, 80)}"`,
    ),
  },
  { check: "no-server-error", given: "no HTTP", seen: [garbage], want: fail("a complete answer", "Parse Error") },
  { check: "no-server-error", given: "silence", seen: [silent], want: indeterminate("no complete answer within 5 ms") },

  { check: "no-foreign-body", given: "a success", seen: [{}], want: pass },
  {
    check: "no-foreign-body",
    given: "nothing",
    seen: [{ body: " \n" }],
    want: fail("an XML document", 'HTTP 200, text/xml;charset=UTF-8, body " "'),
  },
  {
    check: "no-foreign-body",
    given: "a page",
    seen: [{ status: 404, body: "<!DOCTYPE html><p>", headers: { "content-type": "text/plain" } }],
    want: fail("an XML document", 'HTTP 404, text/plain, body "<!DOCTYPE html><p>"'),
  },
  {
    check: "no-foreign-body",
    given: "JSON",
    seen: [{ body: '{"a":1}' }],
    want: fail("an XML document", `HTTP 200, text/xml;charset=UTF-8, body "{"a":1}"`),
  },
  {
    check: "no-foreign-body",
    given: "the media type of JSON",
    seen: [{ headers: { "content-type": "application/json" } }],
    want: fail("an XML document", `HTTP 200, application/json, body "${success().slice(0, 80)}"`),
  },
  { check: "no-foreign-body", given: "silence", seen: [silent], want: indeterminate("no complete answer within 5 ms") },

  {
    check: "message-text",
    given: "today's wording",
    seen: [{ status: 400, body: duplicate, sent: { KeyName: "n" } }],
    expect: messages,
    want: pass,
  },
  {
    check: "message-text",
    given: "the older one with the name",
    seen: [
      {
        status: 400,
        body: failure("InvalidKeyPair.Duplicate", "The keypair 'n' already exists."),
        sent: { KeyName: "n" },
      },
    ],
    expect: messages,
    want: pass,
  },
  {
    check: "message-text",
    given: "the name of a described key",
    seen: [
      {
        status: 400,
        body: failure("InvalidKeyPair.Duplicate", "The keypair 'n' already exists."),
        sent: { KeyNames: ["n"] },
      },
    ],
    expect: { ...messages, messages: ["The keypair '{KeyNames.0}' already exists."] },
    want: pass,
  },
  {
    check: "message-text",
    given: "another name",
    seen: [
      {
        status: 400,
        body: failure("InvalidKeyPair.Duplicate", "The keypair 'm' already exists."),
        sent: { KeyName: "n" },
      },
    ],
    expect: messages,
    want: fail(
      `"The keypair already exists" or "The keypair 'n' already exists."`,
      `"The keypair 'm' already exists."`,
    ),
  },
  {
    check: "message-text",
    given: "another code",
    seen: [{ status: 400, body: failure("InvalidAction") }],
    expect: messages,
    want: notApplicable,
  },
  { check: "message-text", given: "a success", seen: [{}], expect: messages, want: notApplicable },
];

test.for(rows)("$check: $given", ({ check, seen, expect: wanted, want }) => {
  expect(judged(check, seen, wanted && { expect: wanted })).toEqual(want);
});

test("a missing content type is forgiven to errors only, as old recordings have none", () => {
  const missing = { headers: { "content-type": undefined as unknown as string } };
  expect(judged("content-type", [{ ...missing, status: 400, body: duplicate }], { expect: contentType })).toEqual(
    notApplicable,
  );
  expect(judged("content-type", [missing], { expect: contentType })).toEqual(
    fail("content-type: text/xml;charset=UTF-8", "content-type: (none)"),
  );
});

test.for(Object.keys(protocolChecks))("%s has a row that passes and one that fails", (name) => {
  const kinds = rows.filter(({ check }) => check === name).map(({ want }) => want.kind);
  expect(kinds).toEqual(expect.arrayContaining(["pass", "fail"]));
});

test.for(Object.keys(protocolChecks))(
  "%s: the first answer that is wrong is told, whatever comes behind it",
  (name) => {
    const failing = rows.find(({ check, want, seen }) => check === name && want.kind === "fail" && seen.length === 1);
    if (failing === undefined) return expect(name).toBe("request-id-fresh");
    const { seen, expect: wanted, want } = failing;
    expect(judged(name, [silent, ...seen, {}], wanted && { expect: wanted })).toEqual(want);
  },
);
