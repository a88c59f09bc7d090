import { expect, test } from "vitest";
import type { Expectation } from "../../model.ts";
import { type Answered, fail, failure, indeterminate, notApplicable, pass } from "../../testing/observations.ts";
import { testExchangeChecks } from "../../testing/test-checks.ts";
import { isOfStatus } from "./error-answer.ts";

const silent: Answered = { trouble: { kind: "timeout", why: "no complete answer within 5 ms" } };
const garbage: Answered = { trouble: { kind: "broken", why: "Parse Error" } };
const duplicate = failure("InvalidKeyPair.Duplicate", "The keypair already exists");
const messages: Expectation = {
  code: "InvalidKeyPair.Duplicate",
  messages: ["The keypair already exists", "The keypair '{KeyName}' already exists."],
};

const named: Expectation = { code: "InvalidKeyPair.Duplicate", messages: ["{KeyName} of {Tag.0.Key}"] };

testExchangeChecks([
  {
    check: "no-server-error",
    given: "the last status that is none",
    seen: [{ status: 499, body: "no" }],
    want: pass,
  },
  {
    check: "no-server-error",
    given: "a page of a crash",
    seen: [{ status: 500, body: "no" }],
    want: fail("a status below 500", 'HTTP 500, text/xml;charset=UTF-8, body "no"'),
  },
  { check: "no-foreign-body", given: "no HTTP", seen: [garbage], want: notApplicable },
  {
    check: "no-foreign-body",
    given: "a page in capitals, behind blanks",
    seen: [{ status: 404, body: "\n  <HTML></HTML>" }],
    want: fail("an XML document", 'HTTP 404, text/xml;charset=UTF-8, body " <HTML></HTML>"'),
  },
  {
    check: "no-foreign-body",
    given: "a list in JSON",
    seen: [{ body: "[]" }],
    want: fail("an XML document", 'HTTP 200, text/xml;charset=UTF-8, body "[]"'),
  },
  {
    check: "no-foreign-body",
    given: "a document with a page in it",
    seen: [{ status: 404, body: "<Error><html/></Error>" }],
    want: pass,
  },
  {
    check: "no-foreign-body",
    given: "text with braces in it",
    seen: [{ status: 404, body: "no {} here" }],
    want: pass,
  },
  {
    check: "message-text",
    given: "a wording by two fields",
    seen: [
      {
        status: 400,
        body: failure("InvalidKeyPair.Duplicate", "n of k"),
        sent: { KeyName: "n", Tag: [{ Key: "k" }] },
      },
    ],
    expect: named,
    want: pass,
  },
  {
    check: "message-text",
    given: "a wording by two fields, one of which was not sent",
    seen: [{ status: 400, body: duplicate, sent: { KeyName: "n" } }],
    expect: named,
    want: notApplicable,
  },
  {
    check: "message-text",
    given: "a wording by two fields, the other of which was not sent",
    seen: [{ status: 400, body: duplicate, sent: { Tag: [{ Key: "k" }] } }],
    expect: named,
    want: notApplicable,
  },
  {
    check: "message-text",
    given: "a wording by what is no text",
    seen: [{ status: 400, body: duplicate, sent: { KeyName: true, Tag: [{ Key: "k" }] } }],
    expect: named,
    want: notApplicable,
  },
  {
    check: "message-text",
    given: "no wording at all",
    seen: [{ status: 400, body: duplicate }],
    expect: { code: "InvalidKeyPair.Duplicate" },
    want: notApplicable,
  },
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
    seen: [{ status: 418, body: failure("InvalidHttpRequest") }],
    want: notApplicable,
  },
  {
    check: "status-of-code",
    given: "a status of the series that is published",
    seen: [{ status: 403, body: failure("SignatureDoesNotMatch") }],
    want: pass,
  },
  {
    check: "status-of-code",
    given: "a status of another series",
    seen: [{ status: 400, body: failure("InternalError") }],
    want: fail("5xx InternalError", "400 InternalError: no"),
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
    seen: [{ status: 403, body: failure("InvalidHttpRequest") }],
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
    given: "a document under the media type of JSON, which another clause speaks of",
    seen: [{ headers: { "content-type": "application/json" } }],
    want: pass,
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
    given: "a request that names nothing which the wording could name",
    seen: [{ status: 400, body: duplicate, sent: { KeyPairIds: ["key-0"] } }],
    expect: { ...messages, messages: ["The keypair '{KeyNames.0}' already exists."] },
    want: notApplicable,
  },
  {
    check: "message-text",
    given: "another code",
    seen: [{ status: 400, body: failure("InvalidAction") }],
    expect: messages,
    want: notApplicable,
  },
  { check: "message-text", given: "a success", seen: [{}], expect: messages, want: notApplicable },
]);

test.for([
  { status: 400, wanted: 400, want: true },
  { status: 400, wanted: 403, want: false },
  { status: undefined, wanted: 400, want: false },
  { status: 400, wanted: "4xx", want: true },
  { status: 499, wanted: "4xx", want: true },
  { status: 503, wanted: "4xx", want: false },
  { status: 503, wanted: "5xx", want: true },
  { status: undefined, wanted: "4xx", want: false },
] as const)("$status is of $wanted: $want", ({ status, wanted, want }) => {
  expect(isOfStatus(status, wanted)).toBe(want);
});
