import { expect, test } from "vitest";
import { UsageError } from "./errors.ts";
import { createMock } from "./mock/create-mock.ts";
import { serveMock } from "./mock/http-server.ts";
import type { Transport } from "./model.ts";
import { exitCodeOf } from "./report/exit-code.ts";
import type { Report } from "./report/report.ts";
import { reporters } from "./report/reporters.ts";
import { dummyCredentials } from "./target/target.ts";
import { contract } from "./testing/observations.ts";
import { bothDrives, mockWith, ofEachKind, run } from "./testing/runs.ts";
import { serveRaw, tapped } from "./testing/servers.ts";

const verdicts = (report: Report, id: string) => report.clauses.find((clause) => clause.id === id)?.verdict;
const kinds = (report: Report): string[] => [...new Set(report.clauses.map(({ verdict }) => verdict))].sort();
const listAll = "http://t.test/?Action=DescribeKeyPairs&Version=2016-11-15";

test("a run leaves nothing behind, and everything that it makes has its prefix", async () => {
  const mock = createMock();
  const { transport, seen } = tapped(mock);
  const report = await run({ target: transport, only: ["name", "lifecycle", "dry-run", "robustness"], ...bothDrives });
  const made = seen
    .filter(({ action }) => action === "ImportKeyPair")
    .flatMap(({ parameters }) => parameters.get("KeyName") || []);
  expect(made.length).toBeGreaterThan(100);
  expect(made.filter((name) => !name.includes(report.run.id))).toEqual([]);
  for (const region of ["us-east-1", "us-west-2"]) {
    const authorization = `AWS4-HMAC-SHA256 Credential=a/20261124/${region}/ec2/aws4_request, SignedHeaders=host, Signature=0`;
    const listed = await mock(new Request(listAll, { headers: { authorization } }));
    expect(await listed.text()).toContain("<keySet/>");
  }
});

test("requests are counted, down to the last one", async () => {
  const { transport, seen } = tapped(createMock());
  const report = await run({ target: transport, only: ["B2MR", "E9KF", "F7ZG", "N2YQ"], ...bothDrives });
  expect(report.run.requests).toBe(seen.length);
});

test("only what is selected is run, with its twins, and the rest is not-run", async () => {
  const report = await run({ only: ["B2MR-256"], drives: ["raw"] });
  expect(report.cases.map(({ id }) => id)).toEqual(["B2MR-256"]);
  expect([verdicts(report, "B2MR"), verdicts(report, "M3P2"), verdicts(report, "G8BY")]).toEqual([
    "pass",
    "not-run",
    "not-run",
  ]);
});

test("what a target does not claim is skipped, with the reason", async () => {
  const report = await run({ target: createMock(), only: ["auth"], drives: ["raw"] });
  const auth = report.clauses.filter(({ area }) => area === "auth");
  expect(auth.map(({ verdict }) => verdict)).toEqual(auth.map(() => "skip"));
  expect(auth.map(({ why }) => why)).toContain("iam: the target does not claim to check permissions");
});

test("a negative whose valid twin is refused is indeterminate, and the twin's own clause is red", async () => {
  const refusing: Transport = async () =>
    new Response(
      "<Response><Errors><Error><Code>InvalidParameterValue</Code><Message>no</Message></Error></Errors><RequestID>1</RequestID></Response>",
      { status: 400 },
    );
  const report = await run({ target: refusing, only: ["B2MR-256", "M3P2"], drives: ["raw"] });
  expect([verdicts(report, "B2MR"), verdicts(report, "M3P2")]).toEqual(["indeterminate", "fail"]);
  expect(report.clauses.find(({ id }) => id === "B2MR")?.why).toMatch(
    /^its valid twin M3P2-minimal was not accepted: 400 InvalidParameterValue/,
  );
});

test("the order of the cases is that of the plan, however fast the target answers", async () => {
  const mock = createMock();
  let turn = 0;
  const uneven: Transport = async (request) => {
    await new Promise((resolve) => setTimeout(resolve, (turn++ % 4) * 3));
    return mock(request);
  };
  const [one, other] = await Promise.all([
    run({ target: uneven, only: ["name"], drives: ["raw"], concurrency: 8 }),
    run({ target: createMock(), only: ["name"], drives: ["raw"], concurrency: 1 }),
  ]);
  expect(one?.cases.map(({ id }) => id)).toEqual(other?.cases.map(({ id }) => id));
});

test("a seed makes the plan again, and another one another", async () => {
  const names = async (seed: number): Promise<string[]> => {
    const { transport, seen } = tapped(createMock());
    const { run: facts } = await run({ target: transport, only: ["Z8A3"], drives: ["raw"], seed });
    return seen
      .flatMap(({ action, parameters }) =>
        action === "ImportKeyPair" ? (parameters.get("KeyName")?.replace(facts.id, "") ?? []) : [],
      )
      .sort();
  };
  expect(await names(7)).toEqual(await names(7));
  expect(await names(7)).not.toEqual(await names(8));
});

// ─── redaction ───────────────────────────────────────────────────────────────────────────────────────────────────

const wholeError = (message: string): string =>
  `<Response><Errors><Error><Code>InvalidParameterValue</Code><Message>${message}</Message></Error></Errors><RequestID>x</RequestID></Response>`;

test.for<{ given: string; echo: (authorization: string, previous: string) => Response }>([
  { given: "in a page", echo: (authorization) => new Response(`<html>${authorization}</html>`, { status: 404 }) },
  {
    given: "in a header",
    echo: (authorization) =>
      new Response("", {
        status: 400,
        headers: { "x-echo": authorization, authorization, "content-type": authorization },
      }),
  },
  { given: "in an error", echo: (authorization) => new Response(wholeError(authorization), { status: 400 }) },
  {
    given: "as the name of a key",
    echo: (authorization) =>
      new Response(`<ImportKeyPairResponse><keyName>${authorization}</keyName></ImportKeyPairResponse>`),
  },
  {
    given: "as an error code",
    echo: (authorization) =>
      new Response(`<Response><Errors><Error><Code>${authorization}</Code><Message/></Error></Errors></Response>`, {
        status: 400,
      }),
  },
  {
    given: "where it redirects to",
    echo: (authorization) =>
      new Response("", { status: 302, headers: { location: `http://x.test/?${encodeURIComponent(authorization)}` } }),
  },
  { given: "of the request before", echo: (_, previous) => new Response(wholeError(previous), { status: 400 }) },
])("a target that echoes Authorization $given leaves no trace of it in any report", async ({ echo }) => {
  const signatures: string[] = [];
  let previous = "";
  const target: Transport = async (request) => {
    const authorization = request.headers.get("authorization") ?? "";
    signatures.push(...(authorization.match(/(?<=Signature=)[0-9a-f]{64}/) ?? []));
    const response = echo(authorization, previous);
    previous = authorization;
    return response;
  };
  const report = await run({ target, only: ["B2MR", "M3P2", "auth", "P6NU"], concurrency: 2, ...bothDrives });
  expect(signatures.length).toBeGreaterThan(5);
  const { accessKeyId, secretAccessKey } = dummyCredentials;
  const secrets = [...signatures, accessKeyId, secretAccessKey, encodeURIComponent(secretAccessKey)];
  for (const [name, reporter] of Object.entries(reporters)) {
    const text = reporter(report, { contract, colour: false });
    expect([name, ...secrets.filter((secret) => text.includes(secret))]).toEqual([name]);
  }
});

// ─── targets that don't play along ───────────────────────────────────────────────────────────────────────────────

test("a target that never answers is asked next to nothing, and all is indeterminate with the reason", async () => {
  await using server = await serveRaw(() => undefined);
  const report = await run({ target: server.url.href, timeout: 100, drives: ["raw"], ...ofEachKind });
  expect(kinds(report)).toEqual(["indeterminate", "open", "skip"]);
  expect((server.received().match(/POST \/ HTTP/g) ?? []).length).toBeLessThan(5);
  expect(report.clauses.find(({ verdict }) => verdict === "indeterminate")?.why).toContain(
    "nobody answers: no complete answer within 100 ms",
  );
});

test("a target that dies in the run costs a few time-outs, and the rest is indeterminate", async () => {
  const mock = createMock();
  let asked = 0;
  const dying: Transport = (request) => (asked++ < 100 ? mock(request) : new Promise(() => undefined));
  const report = await run({ target: dying, timeout: 60, concurrency: 4, drives: ["raw"], ...ofEachKind });
  expect(asked).toBeLessThan(140);
  expect(report.run.partial).toBe(false);
  const unseen = report.cases.flatMap(({ verdicts }) => verdicts.filter(({ verdict }) => verdict === "indeterminate"));
  expect(unseen.at(-1)?.why).toBe("the target had stopped answering");
});

test("a target that is only slow at times lives on", async () => {
  const mock = createMock();
  let asked = 0;
  const moody: Transport = (request) => (asked++ % 40 === 39 ? new Promise(() => undefined) : mock(request));
  const report = await run({ target: moody, timeout: 60, only: ["name"], concurrency: 1 });
  expect(report.cases.at(-1)?.verdicts.some(({ verdict }) => verdict === "pass")).toBe(true);
});

test("an unreachable target is known at once", async () => {
  const server = await serveMock(createMock());
  await server.close();
  const report = await run({ target: server.url, drives: ["raw"], ...ofEachKind });
  expect(kinds(report)).toEqual(["indeterminate", "open", "skip"]);
  expect(report.clauses[0]?.why).toMatch(/nobody answers: .*ECONNREFUSED/);
});

test.for<{ given: string; answer: () => Response; want: readonly string[] }>([
  {
    given: "pages",
    answer: () => new Response("<html><body>hello<br></body></html>", { headers: { "content-type": "text/html" } }),
    want: ["Z4BJ"],
  },
  {
    given: "JSON",
    answer: () => new Response('{"message":"no"}', { status: 400, headers: { "content-type": "application/json" } }),
    want: ["Z4BJ"],
  },
  { given: "nothing", answer: () => new Response(null, { status: 204 }), want: ["Z4BJ"] },
  {
    given: "redirects",
    answer: () => new Response("", { status: 301, headers: { location: "https://example.test/" } }),
    want: ["Z4BJ"],
  },
  {
    given: "server errors",
    answer: () => new Response(wholeError("oops"), { status: 500 }),
    want: ["Z3R6"],
  },
  {
    given: "successes that are empty",
    answer: () => new Response("<ImportKeyPairResponse/>"),
    want: ["H9NC", "C9AW", "X6TF"],
  },
])("a target that answers with $given is red by name, and nothing breaks", async ({ answer, want }) => {
  const report = await run({ target: async () => answer(), only: ["M3P2-*", "B2MR-256", "E9KF-*"], drives: ["raw"] });
  const failed = report.clauses.filter(({ verdict }) => verdict === "fail").map(({ id }) => id);
  expect(failed).toEqual(expect.arrayContaining([...want]));
  expect(report.clauses.filter(({ verdict }) => verdict === "error")).toEqual([]);
});

test("an SDK that could not be asked is told apart from a target that answered badly", async () => {
  const report = await run({ target: mockWith("name-256-accepted"), only: ["B2MR"], ...bothDrives });
  const found = report.cases
    .find(({ id }) => id === "B2MR-256")
    ?.verdicts.map(({ drive, verdict }) => [drive, verdict]);
  expect(found).toEqual([
    ["raw", "fail"],
    ["sdk", "fail"],
  ]);
});

// ─── stopping ────────────────────────────────────────────────────────────────────────────────────────────────────

test("a stop ends what is under way with its cleanup, begins nothing, and reports what was seen", async () => {
  const mock = createMock();
  const { transport, seen } = tapped(mock);
  const stop = new AbortController();
  let stoppedAt = 0;
  const report = await run({
    target: transport,
    concurrency: 3,
    ...bothDrives,
    signal: stop.signal,
    onCase: (done) => {
      if (done !== 5) return;
      stop.abort();
      stoppedAt = seen.length;
    },
  });
  expect(report.run.partial).toBe(true);
  expect(report.cases.length).toBeGreaterThanOrEqual(5);
  expect(report.cases.length).toBeLessThan(20);
  const after = seen.slice(stoppedAt).map(({ action }) => action);
  expect(after.filter((action) => action === "ImportKeyPair").length).toBeLessThanOrEqual(3);
  expect(after.at(-1)).toBe("DescribeKeyPairs");
  expect(await (await mock(new Request(listAll))).text()).toContain("<keySet/>");
  expect(verdicts(report, report.cases[0]?.verdicts[0]?.clause ?? "")).not.toBe("not-run");
});

test("a stop before the first case is a report of none", async () => {
  const report = await run({ signal: AbortSignal.abort() });
  expect(report.cases).toEqual([]);
  expect(report.run.partial).toBe(true);
});

test.for([
  { given: "a should", level: "must", stops: false },
  { given: "a should that gates", level: "should", stops: true },
] as const)("bail at $given, gating $level: $stops", async ({ level, stops }) => {
  const target = mockWith("format-message-wrong");
  const report = await run({ target, only: ["T8BU-*", "M3P2-*", "lifecycle"], bail: true, level, concurrency: 8 });
  expect(verdicts(report, "R7KF")).toBe("fail");
  expect(report.run.partial).toBe(stops);
  expect(kinds(report)).not.toContain("indeterminate");
  expect(exitCodeOf(report)).toBe(stops ? 1 : 0);
});

test("what is under way when a run bails is finished, so that it ends with what it saw", async () => {
  const target = mockWith("name-256-accepted");
  const report = await run({ target, bail: true, concurrency: 16 });
  expect(report.run.partial).toBe(true);
  expect(report.cases.length).toBeGreaterThan(1);
  expect(report.cases.flatMap((one) => one.verdicts.filter(({ verdict }) => verdict === "indeterminate"))).toEqual([]);
  expect(exitCodeOf(report)).toBe(1);
});

test("bail stops at the first case that fails", async () => {
  const { transport, seen } = tapped(mockWith("name-256-accepted"));
  const report = await run({ target: transport, only: ["name"], bail: true, concurrency: 1, drives: ["raw"] });
  expect(report.run.partial).toBe(true);
  expect(verdicts(report, "B2MR")).toBe("fail");
  expect(verdicts(report, "G9PH")).toBe("not-run");
  expect(seen.filter(({ action }) => action === "ImportKeyPair").length).toBeLessThan(15);
});

test("who wants nothing to run is told so before anything is sent", async () => {
  const { transport, seen } = tapped(createMock());
  await expect(run({ target: transport, only: ["nope"] })).rejects.toThrow(UsageError);
  await expect(run({ target: transport, concurrency: 0 })).rejects.toThrow(UsageError);
  expect(seen).toEqual([]);
});
