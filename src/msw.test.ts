import { setupServer } from "msw/node";
import { expect, test } from "vitest";
import { createMock } from "./mock/create-mock.ts";
import { ask } from "./mock/testing/ask.ts";
import { questions, transcript } from "./mock/testing/transcript.ts";
import { handlers } from "./msw.ts";
import { reportOf } from "./testing/reports.ts";

const now = () => new Date("2026-11-24T10:00:00.123Z");

test("answers through msw as it does directly", async () => {
  const server = setupServer(...handlers({ now }));
  server.listen({ onUnhandledFrame: "error" });
  try {
    expect(await transcript(fetch, questions)).toEqual(await transcript(createMock({ now }), questions));
  } finally {
    server.close();
  }
});

test.for([
  { endpoint: undefined, url: "https://ec2.eu-west-1.amazonaws.com/", taken: true },
  { endpoint: undefined, url: "https://s3.eu-west-1.amazonaws.com/", taken: false },
  { endpoint: "http://localhost:4566", url: "http://localhost:4566/?Action=Nope", taken: true },
  { endpoint: "http://localhost:4566", url: "http://localhost:4567/", taken: false },
  { endpoint: /^http:\/\/ec2\.test\//, url: "http://ec2.test/", taken: true },
])("with the endpoint $endpoint, $url is taken: $taken", async ({ endpoint, url, taken }) => {
  const [handler] = handlers(endpoint ? { endpoint } : {});
  expect(await handler?.test({ request: new Request(url) })).toBe(taken);
});

test("shares a mock that is given", async () => {
  const mock = createMock();
  await ask(mock, { form: { Action: "DeleteKeyPair", KeyName: "k" } });
  const server = setupServer(...handlers({ mock }));
  server.listen();
  try {
    expect((await ask(fetch, { form: { Action: "DescribeKeyPairs" } })).status).toBe(200);
  } finally {
    server.close();
  }
});

test("answers like the target of a report", async () => {
  const cause = { title: "", advice: "", clauses: [], cases: 0 };
  const like = { ...reportOf({}), causes: [{ ...cause, faults: ["unknown-action-404"] }] };
  const server = setupServer(...handlers({ like }));
  server.listen();
  try {
    expect((await ask(fetch, { form: { Action: "Nope" } })).status).toBe(404);
  } finally {
    server.close();
  }
});
