import { expect, test } from "vitest";
import type { Exchange } from "../model.ts";
import { standardIds } from "./standard-ids.ts";

const prefix = "ec2c-tp92xq-14eb431b-598f";
const uuid = "59dbff89-35bd-4eac-99ed-be587a1b2c3d";

function exchanges(
  answers: readonly string[],
  asked = "",
  headers: Readonly<Record<string, string>> = {},
): readonly Exchange[] {
  return answers.map((body) => ({
    step: "request",
    action: "ImportKeyPair",
    drive: "raw",
    request: { method: "POST", url: "http://t/", headers: {}, body: asked },
    response: { status: 200, headers, body },
    milliseconds: 1,
  }));
}

test.for([
  {
    given: "a request id",
    seen: exchanges([`<requestId>${uuid}</requestId>`]),
    want: { [uuid]: "00000000-0000-0000-0000-000000000001" },
  },
  {
    given: "ids of what was made, one twice",
    seen: exchanges([
      "<keyPairId>key-0a1b2c3d4e5f60718</keyPairId>",
      "<keyPairId>key-1a1b2c3d4e5f60718</keyPairId><keyPairId>key-0a1b2c3d4e5f60718</keyPairId>",
    ]),
    want: { "key-0a1b2c3d4e5f60718": "key-00000000000000001", "key-1a1b2c3d4e5f60718": "key-00000000000000002" },
  },
  {
    given: "a header",
    seen: exchanges([""], "", { "x-amzn-requestid": "A1b2C3d4E5f6A1b2C3d4" }),
    want: { A1b2C3d4E5f6A1b2C3d4: "A0000000000000000001" },
  },
  {
    given: "an id in capitals",
    seen: exchanges(["<keyPairId>key-0AD14CA758FAC5D8A</keyPairId>"]),
    want: { "key-0AD14CA758FAC5D8A": "key-A0000000000000001" },
  },
  {
    given: "an id of all letters",
    seen: exchanges(["<requestId>DSBnyK6vS0GBPbXrGsfI2pmY</requestId>"]),
    want: { DSBnyK6vS0GBPbXrGsfI2pmY: "AZz000000000000000000001" },
  },
  { given: "a short one", seen: exchanges(["<requestId>request-id</requestId>"]), want: {} },
  {
    given: "one that was asked for",
    seen: exchanges([`<keyPairId>${uuid}</keyPairId>`], `KeyPairId=${uuid}`),
    want: {},
  },
  { given: "the name of the run", seen: exchanges([`<keyPairId>${prefix}</keyPairId>`]), want: {} },
  { given: "nothing", seen: [], want: {} },
])("$given", ({ seen, want }) => {
  expect(Object.fromEntries(standardIds(seen, prefix))).toEqual(want);
});
