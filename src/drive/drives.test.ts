import { expect, test } from "vitest";
import { faults } from "../actions/import-key-pair/faults/faults.ts";
import { createMock } from "../mock/create-mock.ts";
import type { Transport } from "../model.ts";
import { canSay } from "../plan/calls.ts";
import { mockPrincipals } from "../target/mock-target.ts";
import { contract } from "../testing/observations.ts";
import { type Tapped, tapped } from "../testing/servers.ts";
import { caseOf, draws, sessionOf } from "../testing/sessions.ts";
import { sweep } from "./cleanup/sweep.ts";
import { examine } from "./examine.ts";
import { createSdkDrive } from "./sdk.ts";
import { credentialsOf } from "./session.ts";

/** Checks signatures and permissions. */
const strict = (...ids: readonly string[]): Transport =>
  createMock({ principals: mockPrincipals, faults: faults.filter(({ id }) => ids.includes(id)) });

async function seen(id: string, drive: "raw" | "sdk", transport: Transport = strict()) {
  const tap = tapped(transport);
  const session = sessionOf(tap.transport);
  const sighting = await examine(session, await createSdkDrive(), caseOf(id), drive);
  return { sighting, sent: tap.seen, kinds: sighting.observations.map(({ kind }) => kind) };
}

const actions = (sent: readonly Tapped[]): string[] => sent.map(({ action }) => action);

/** The names of the keys that a target still has, in both Regions. */
async function left(transport: Transport): Promise<(string | null)[]> {
  const tap = tapped(transport);
  const session = sessionOf(tap.transport, { draws: { ...draws, prefix: "ec2c-" } });
  for (const region of session.regions) await sweep(session, region);
  return tap.seen.filter(({ action }) => action === "DeleteKeyPair").map(({ parameters }) => parameters.get("KeyName"));
}

test.for([
  { id: "M3P2-dressed", drive: "raw" },
  { id: "M3P2-dressed", drive: "sdk" },
  { id: "W3UM-minimal", drive: "raw" },
  { id: "W3UM-dressed", drive: "raw" },
  { id: "A4BE-name", drive: "raw" },
  { id: "A4U4-name", drive: "raw" },
  { id: "R9PT-utf-8", drive: "raw" },
  { id: "P8XU-reversed", drive: "raw" },
  { id: "T4WP-all", drive: "raw" },
  { id: "T4WP-all", drive: "sdk" },
  { id: "H9WQ-form", drive: "raw" },
  { id: "F8ME-key", drive: "sdk" },
] as const)("$id by $drive is signed so that a strict target takes it", async ({ id, drive }) => {
  const { kinds, sighting } = await seen(id, drive);
  expect(sighting.error).toBeUndefined();
  expect(kinds).toEqual(["output"]);
});

test.for([
  { id: "P6NU-import", drive: "raw", want: "MissingParameter" },
  { id: "Y4WC-import", drive: "raw", want: "AuthFailure" },
  { id: "Y4WC-import", drive: "sdk", want: "AuthFailure" },
  { id: "A2E7-import", drive: "raw", want: "AuthFailure" },
  { id: "A2E7-import", drive: "sdk", want: "AuthFailure" },
  { id: "V4HZ-import", drive: "raw", want: "UnauthorizedOperation" },
  { id: "V4HZ-import", drive: "sdk", want: "UnauthorizedOperation" },
] as const)("$id by $drive is asked by somebody whom it knows as such: $want", async ({ id, drive, want }) => {
  const { sighting } = await seen(id, drive);
  expect(sighting.observations).toMatchObject([{ kind: "error", code: want }]);
});

test("the raw drive says what it was told to, to the letter", async () => {
  const bodies = await Promise.all(
    ["G9FD-extra", "G9TY-absent", "P3CQ-future", "F7QP-other", "P6VA-cut"].map(
      async (id) => (await seen(id, "raw")).sighting.observations[0]?.exchange.request.body,
    ),
  );
  const name = (id: string): string => `${draws.prefix}-${id}-raw`;
  expect(bodies).toEqual([
    expect.stringMatching(/^Action=ImportKeyPair&Version=2016-11-15&KeyName=.*&KeyMaterial=x$/),
    expect.stringMatching(/^Version=2016-11-15&KeyName=/),
    expect.stringMatching(/^Action=ImportKeyPair&KeyName=.*&Version=2999-01-01$/),
    expect.stringMatching(new RegExp(`^Action=.*&KeyName=${name("F7QP-other")}&.*&KeyName=${name("F7QP-other")}-b$`)),
    expect.stringMatching(new RegExp(`&KeyName=${name("P6VA-cut")}%$`)),
  ]);
});

test("what is appended to the body carries the run's own name too", async () => {
  for (const id of ["F7QP-same", "F7QP-other", "B6QX-name", "P6VA-letters", "P6VA-cut"]) {
    const { sighting } = await seen(id, "raw");
    expect(sighting.observations[0]?.exchange.request.body).not.toContain("{name}");
  }
});

test("the SDK's drive keeps the wire and the SDK's reading of it", async () => {
  const { sighting, sent } = await seen("M3P2-dressed", "sdk");
  const [observation] = sighting.observations;
  expect(observation?.exchange).toMatchObject({
    drive: "sdk",
    request: { method: "POST", headers: { authorization: "***", "user-agent": expect.stringContaining("aws-sdk-js") } },
    response: { status: 200, body: expect.stringContaining("<ImportKeyPairResponse") },
    parsed: {
      kind: "output",
      output: { KeyName: `${draws.prefix}-M3P2-dressed-sdk`, Tags: [{ Key: "purpose", Value: "conformance" }] },
    },
  });
  expect(sent[0]?.headers.get("authorization")).toMatch(
    /^AWS4-HMAC-SHA256 Credential=.*\/us-east-1\/ec2\/aws4_request/,
  );
});

test("the SDK's drive keeps the wire and the SDK's reading of an error", async () => {
  const { sighting } = await seen("G9PH-leading", "sdk");
  expect(sighting.observations[0]?.exchange).toMatchObject({
    response: { status: 400 },
    parsed: { kind: "error", name: "InvalidParameterValue" },
  });
});

test("the SDK's drive asks once, also where the SDK would try again", async () => {
  const { sighting, sent } = await seen(
    "M3P2-minimal",
    "sdk",
    async () => new Response("<Response/>", { status: 503 }),
  );
  expect(actions(sent).filter((action) => action === "ImportKeyPair")).toHaveLength(1);
  expect(sighting.observations[0]).toMatchObject({ kind: "unanswered", exchange: { response: { status: 503 } } });
});

test("a silence is the same to both drives", async () => {
  const silent: Transport = () => new Promise(() => undefined);
  for (const drive of ["raw", "sdk"] as const) {
    const session = sessionOf(silent, { timeout: 30 });
    const { observations, error } = await examine(session, await createSdkDrive(), caseOf("M3P2-minimal"), drive);
    expect(error).toBeUndefined();
    expect(observations).toMatchObject([
      { kind: "unanswered", why: "no complete answer within 30 ms", exchange: { trouble: { kind: "timeout" } } },
    ]);
  }
});

test("a step in the other Region is signed for it, by both drives", async () => {
  for (const drive of ["raw", "sdk"] as const) {
    const { sent } = await seen("N2YQ-both-regions", drive);
    const regions = sent
      .filter(({ action }) => action === "ImportKeyPair")
      .map(({ headers }) => headers.get("authorization")?.match(/\/([a-z0-9-]+)\/ec2\//)?.[1]);
    expect(regions).toEqual(["us-east-1", "us-west-2"]);
  }
});

test("only what an SDK would say is said by it", () => {
  const sayable = ["M3P2-minimal", "W3UM-minimal", "P6NU-import", "G9FD-extra", "Y4WC-import"].map((id) =>
    canSay("sdk", caseOf(id)),
  );
  expect(sayable).toEqual([true, false, false, false, true]);
  expect(canSay("raw", caseOf("P6NU-import"))).toBe(true);
});

test.for([
  { id: "M3P2-minimal", drive: "raw", ids: [] },
  { id: "M3P2-dressed", drive: "sdk", ids: [] },
  { id: "G8BY-second-name", drive: "raw", ids: [] },
  { id: "N2YQ-both-regions", drive: "sdk", ids: [] },
  { id: "G9PH-leading", drive: "raw", ids: ["name-blanks-accepted"] },
  { id: "B2MR-256", drive: "sdk", ids: ["name-length-unlimited"] },
  { id: "W3UM-minimal", drive: "raw", ids: [] },
  { id: "A8AG-import", drive: "sdk", ids: [] },
] as const)("$id by $drive leaves nothing behind, by the name that it sent", async ({ id, drive, ids }) => {
  const mock = strict(...ids);
  const { sent, kinds } = await seen(id, drive, mock);
  const made = sent
    .filter(({ action }) => action === "ImportKeyPair")
    .map(({ parameters }) => parameters.get("KeyName"));
  expect(kinds).toContain("output");
  for (const name of made) expect(name).toContain(draws.prefix);
  expect(
    sent.filter(({ action }) => action === "DeleteKeyPair").map(({ parameters }) => parameters.get("KeyName")),
  ).toEqual(expect.arrayContaining(made));
  expect(await left(mock)).toEqual([]);
});

test.for([
  { id: "Q7UC-absent", fault: "name-missing-accepted" },
  { id: "G2R9-empty", fault: "name-empty-accepted" },
])("$id, taken by a target that has $fault, is deleted by the id in its answer", async ({ id, fault }) => {
  const mock = strict(fault);
  const { sent, sighting } = await seen(id, "raw", mock);
  const [observation] = sighting.observations;
  const made = observation?.kind === "output" ? observation.output["KeyPairId"] : undefined;
  expect(made).toMatch(/^key-/);
  expect(
    sent.filter(({ action }) => action === "DeleteKeyPair").map(({ parameters }) => parameters.get("KeyPairId")),
  ).toEqual([made]);
  const listed = await mock(new Request("http://t.test/?Action=DescribeKeyPairs&Version=2016-11-15"));
  expect(await listed.text()).not.toContain("key-");
});

test("a request that may have been carried out is cleaned up after", async () => {
  for (const status of [500, 503]) {
    const { sent } = await seen("M3P2-minimal", "raw", async () => new Response("oops", { status }));
    expect(actions(sent)).toEqual(["ImportKeyPair", "DeleteKeyPair"]);
  }
});

test("a refusal is not cleaned up after: it made nothing, and the sweep looks", async () => {
  const { sent } = await seen("G9PH-leading", "raw");
  expect(actions(sent)).toEqual(["ImportKeyPair"]);
});

test("what a case leaves in spite of a refusal is swept", async () => {
  const mock = strict("refused-name-leaves-key");
  const { kinds } = await seen("G9PH-leading", "raw", mock);
  expect(kinds).toEqual(["error"]);
  expect(await left(mock)).toHaveLength(1);
  expect(await left(mock)).toEqual([]);
});

test("a sweep deletes the keys of its run only, and tells what it could not delete", async () => {
  const mock = strict();
  const session = sessionOf(mock);
  const make = async (name: string): Promise<void> => {
    const { driveRaw } = await import("./raw.ts");
    const binding = { action: session.action, contract, draws, name, answers: new Map() };
    await driveRaw(
      session,
      {
        id: "make",
        action: "ImportKeyPair",
        input: { KeyName: "{name}", PublicKeyMaterial: { $material: "ed25519" } },
      },
      binding,
    );
  };
  for (const name of [`${draws.prefix}-1`, ` ${draws.prefix}x`.trim(), "ec2c-another-run", "somebody's"])
    await make(name);
  expect(await sweep(session, "us-east-1")).toEqual({ kind: "none" });
  expect((await left(mock)).filter((name) => name?.includes(draws.prefix))).toEqual([]);

  await make(`${draws.prefix}-2`);
  const stubborn = sessionOf(async (request) =>
    /Action=Delete/.test(await request.clone().text()) ? new Response("no", { status: 500 }) : mock(request),
  );
  expect(await sweep(stubborn, "us-east-1")).toEqual({ kind: "listed", names: [`${draws.prefix}-2`] });
});

test("what comes after a step without an answer is not said, where it needs that answer", async () => {
  const { sighting } = await seen("E3C6-life", "raw", async (request) => {
    const action = new URLSearchParams(await request.text()).get("Action");
    return new Response(`<${action}Response><keyName>n</keyName></${action}Response>`);
  });
  expect(sighting.error).toBeUndefined();
  expect(sighting.observations.map(({ step }) => step.id)).toEqual(["import", "other", "before", "after", "others"]);
});

test("credentials of a principal: poor ones are the run's own, spoilt", () => {
  const { target } = sessionOf(strict());
  const own = credentialsOf(target, "run");
  expect(credentialsOf(target, "anonymous")).toBeUndefined();
  expect(credentialsOf(target, "wrong-secret")).toMatchObject({ accessKeyId: own?.accessKeyId });
  expect(credentialsOf(target, "wrong-secret")?.secretAccessKey).not.toBe(own?.secretAccessKey);
  expect(credentialsOf(target, "unknown-key")?.accessKeyId).not.toBe(own?.accessKeyId);
  const poor = { ...target, credentials: { run: mockPrincipals[0] } };
  expect(() => credentialsOf(poor, "unauthorized")).toThrow("no credentials for the principal unauthorized");
  expect(() => credentialsOf({ ...target, credentials: {} }, "run")).toThrow("has no credentials");
});
