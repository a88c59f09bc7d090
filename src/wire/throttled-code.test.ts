import { expect, test } from "vitest";
import { isThrottling, throttledCode } from "./throttled-code.ts";

test.for([
  { given: "EC2ThrottledException", want: true },
  { given: "RequestLimitExceeded", want: true },
  { given: "RequestThrottled", want: true },
  { given: "RequestThrottledException", want: true },
  { given: "SlowDown", want: true },
  { given: "ThrottledException", want: true },
  { given: "Throttling", want: true },
  { given: "ThrottlingException", want: true },
  { given: "TooManyRequestsException", want: true },
  { given: "throttling", want: false },
  { given: "InvalidKeyPair.Duplicate", want: false },
  { given: "InternalError", want: false },
  { given: "", want: false },
])("$given says not now: $want", ({ given, want }) => {
  expect(isThrottling(given)).toBe(want);
});

const refused = (code: string) => `<Response><Errors><Error>${code}<Message>m</Message></Error></Errors></Response>`;

test.for([
  { given: refused("<Code>RequestLimitExceeded</Code>"), want: "RequestLimitExceeded" },
  { given: refused("<Code>\n  SlowDown\n  </Code>"), want: "SlowDown" },
  { given: refused("<Code>InvalidKeyPair.Duplicate</Code>"), want: undefined },
  { given: refused("<Code>InternalError</Code>"), want: undefined },
  { given: refused("<Code>SlowDown now</Code>"), want: undefined },
  { given: refused("<Code/>"), want: undefined },
  { given: refused(`<Code>${"x".repeat(65)}</Code>`), want: undefined },
  { given: "<keyName>SlowDown</keyName>", want: undefined },
  { given: "", want: undefined },
])("the throttling code of $given", ({ given, want }) => {
  expect(throttledCode(given)).toBe(want);
});
