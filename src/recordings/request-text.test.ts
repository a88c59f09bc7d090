import { expect, test } from "vitest";
import { asksTheSame, requestText } from "./request-text.ts";

const drawn = { prefix: "ec2c-tp92xq-14eb431b-598f", keys: {} };
const base = {
  method: "POST",
  url: "http://127.0.0.1:5000/",
  headers: {
    authorization: "AWS4-HMAC-SHA256 Credential=a",
    "content-type": "text/x",
    "x-amz-date": "20261129T060412Z",
  },
  body: `Action=A&KeyName=${drawn.prefix}-x`,
};

test.for([
  {
    given: "a POST",
    request: base,
    want: "POST /\nauthorization: ***\ncontent-type: text/x\n\nAction=A\n&KeyName=⟨run⟩-x",
  },
  { given: "another host", request: { ...base, url: "https://ec2.us-east-1.amazonaws.com/" }, want: "POST /\n" },
  { given: "nobody's signature", request: { ...base, headers: {}, body: "" }, want: "POST /" },
  {
    given: "a presigned GET",
    request: {
      ...base,
      method: "GET",
      url: "http://t/p?Action=A&X-Amz-Date=1&X-Amz-Signature=2",
      headers: {},
      body: "",
    },
    want: "GET /p?Action=A\nsigned in the query: ***",
  },
  {
    given: "a long body",
    request: { ...base, body: Array.from({ length: 2000 }, (_, index) => `P.${index}=1`).join("&") },
    want: /^POST \/.{1018}… \[\d+ characters, sha256 [0-9a-f]{64}\]$/s,
  },
])("$given is told without what differs each time", ({ request, want }) => {
  const text = requestText(request, drawn);
  if (want instanceof RegExp) expect(text).toMatch(want);
  else expect(text.slice(0, want.length)).toBe(want);
});

test.for([
  { recorded: "a", asked: "a", want: true },
  { recorded: "a", asked: "ab", want: false },
  { recorded: "a***c", asked: "abbc", want: true },
  { recorded: "a***", asked: "abbc", want: true },
  { recorded: "***", asked: "", want: true },
  { recorded: "a***c", asked: "abbd", want: false },
  { recorded: "ab***bc", asked: "abc", want: false },
  { recorded: "a***b***c", asked: "a1b2c", want: true },
  { recorded: "a***b***c", asked: "a1c", want: false },
])("$recorded answers $asked: $want", ({ recorded, asked, want }) => {
  expect(asksTheSame(recorded, asked)).toBe(want);
});
