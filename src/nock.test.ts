import nock from "nock";
import { afterEach, expect, test } from "vitest";
import { createMock } from "./mock/create-mock.ts";
import { ask } from "./mock/testing/ask.ts";
import { questions, transcript } from "./mock/testing/transcript.ts";
import { scope } from "./nock.ts";
import { reportOf } from "./testing/reports.ts";

const now = () => new Date("2026-11-24T10:00:00.123Z");

afterEach(() => nock.cleanAll());

test("answers through nock as it does directly", async () => {
  scope({ now });
  expect(await transcript(fetch, questions)).toEqual(await transcript(createMock({ now }), questions));
});

test.for([
  { options: { region: "eu-west-1" }, url: "https://ec2.eu-west-1.amazonaws.com/" },
  { options: { endpoint: "http://localhost:4566" }, url: "http://localhost:4566/" },
])("takes over $url", async ({ options, url }) => {
  scope(options);
  expect((await ask(fetch, { form: { Action: "Nope" } }, url)).code).toBe("InvalidAction");
});

test("answers like the target of a report", async () => {
  const cause = { title: "", advice: "", clauses: [], cases: 0 };
  scope({ like: { ...reportOf({}), causes: [{ ...cause, faults: ["unknown-action-404"] }] } });
  expect((await ask(fetch, { form: { Action: "Nope" } })).status).toBe(404);
});
