import { expect, test } from "vitest";
import { createMock, type MockOptions } from "../../../mock/create-mock.ts";
import { ask, type Question } from "../../../mock/testing/ask.ts";
import { rsa, wire } from "../../../mock/testing/materials.ts";
import { transcript } from "../../../mock/testing/transcript.ts";
import { areas } from "../../../model.ts";
import { faults } from "./faults.ts";
import { probes } from "./probes.ts";

const now = () => new Date("2026-11-24T10:00:00.123Z");

/** Asks for, and deletes, the key by the id that its import answered. */
const byId = async (options: MockOptions): Promise<readonly string[]> => {
  const mock = createMock(options);
  const first = { Action: "ImportKeyPair", KeyName: "first", PublicKeyMaterial: wire(rsa) };
  const { body } = await ask(mock, { form: first });
  await ask(mock, { form: { ...first, KeyName: "second" } });
  const id = /<keyPairId>(.*?)</.exec(body)?.[1] ?? "";
  const questions: readonly Question[] = [
    { form: { Action: "DescribeKeyPairs", "KeyPairId.1": id } },
    { form: { Action: "DescribeKeyPairs", "Filter.1.Name": "key-pair-id", "Filter.1.Value.1": id } },
    { form: { Action: "DeleteKeyPair", KeyPairId: id } },
    { form: { Action: "DescribeKeyPairs" } },
  ];
  return transcript(mock, questions);
};

const signed = async (options: MockOptions): Promise<readonly string[]> => {
  const [good, poor, stranger] = ["GOOD", "POOR", "STRANGER"].map((accessKeyId) => ({
    accessKeyId,
    secretAccessKey: "s",
  }));
  const principals = [good, poor].map((who) => ({
    accessKeyId: "",
    secretAccessKey: "",
    ...who,
    allowed: who === good,
  }));
  const mock = createMock({ ...options, principals });
  const form = { Action: "DescribeKeyPairs" };
  const who = [good, poor, stranger, { accessKeyId: "GOOD", secretAccessKey: "x" }];
  const questions = who.flatMap((as) =>
    [{ form }, { form: { ...form, DryRun: "true" } }].map((one) => ({ ...one, ...(as && { as }) })),
  );
  const tampered: Question = {
    form,
    as: { accessKeyId: "GOOD", secretAccessKey: "s" },
    tampered: "Action=DescribeKeyPairs&DryRun=true",
  };
  const get = async (query: string): Promise<string> => {
    const response = await mock(new Request(`https://ec2.us-east-1.amazonaws.com/?${query}`));
    return `${response.status} ${(await response.text()).replace(/<RequestID>.*?</, "")}`;
  };
  return [
    ...(await transcript(mock, [...questions, tampered])),
    await get("Action=Nope"),
    await get("Action=DescribeKeyPairs&X-Amz-Signature=0"),
  ];
};

/** What comes of requests on their way at the same time, in no order; each race has an emulator of its own. */
const racing = async (options: MockOptions): Promise<readonly string[]> => {
  const importing = (KeyName: string): Question => ({
    form: { Action: "ImportKeyPair", KeyName, PublicKeyMaterial: wire(rsa) },
  });
  const races: readonly (readonly Question[])[] = [
    [importing("race-1"), importing("race-1")],
    [importing("race-1"), importing("race-2")],
    [importing("first"), { form: { Action: "DeleteKeyPair", KeyName: "first" } }],
  ];
  const seen: string[] = [];
  for (const questions of races) {
    const mock = createMock(options);
    await ask(mock, importing("first"));
    const replies = await Promise.all(questions.map((question) => ask(mock, question)));
    seen.push(...replies.map(({ status, code = "" }) => `${status} ${code}`).toSorted());
    const { body } = await ask(mock, { form: { Action: "DescribeKeyPairs" } });
    seen.push([...body.matchAll(/<keyName>(.*?)</g)].map(([, name]) => name).join(" "));
  }
  return seen;
};

const transcriptOf = async (options: MockOptions): Promise<readonly string[]> => [
  ...(await transcript(createMock(options), probes)),
  ...(await byId(options)),
  ...(await signed(options)),
  ...(await racing(options)),
];

const obedient = await transcriptOf({ now });

test("the reference says the same twice", async () => {
  expect(await transcriptOf({ now })).toEqual(obedient);
});

test("every fault has an id of its own, a sentence and an area", () => {
  expect(new Set(faults.map(({ id }) => id)).size).toBe(faults.length);
  for (const { id, summary, area } of faults) {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(summary).toMatch(/^\S.*\.$/);
    expect(areas).toContain(area);
  }
});

test.for(faults)("$id changes an answer", async (fault) => {
  expect(await transcriptOf({ now, faults: [fault] })).not.toEqual(obedient);
});
