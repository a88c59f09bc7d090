import { expect, test } from "vitest";
import { createMock } from "../../mock/create-mock.ts";
import type { Transport } from "../../model.ts";
import { exitCodeOf } from "../../report/exit-code.ts";
import { leftoversNotice } from "../../report/leftovers.ts";
import type { Report } from "../../report/report.ts";
import { mockWith, run } from "../../testing/runs.ts";

/** How a target refuses a request; undefined where it does as it should. */
type Refusal = (action: string, count: number) => Response | "hangs" | undefined;

const trouble = (status: number, code: string): Response =>
  new Response(
    `<Response><Errors><Error><Code>${code}</Code><Message>no</Message></Error></Errors><RequestID>1</RequestID></Response>`,
    { status },
  );

const emptyList = (): Response =>
  new Response(
    '<DescribeKeyPairsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>1</requestId><keySet/></DescribeKeyPairsResponse>',
  );

/** The reference emulator behind a refusal, and what it keeps in truth. */
function refusing(refusal: Refusal, mock: Transport = createMock(), carriesOut = false) {
  const counts = new Map<string, number>();
  const target: Transport = async (request) => {
    const action = new URLSearchParams(await request.clone().text()).get("Action") ?? "";
    const count = (counts.get(action) ?? 0) + 1;
    counts.set(action, count);
    const refused = refusal(action, count);
    if (refused === "hangs") return new Promise(() => undefined);
    const answer = refused === undefined || carriesOut ? await mock(request) : undefined;
    return refused ?? answer ?? trouble(500, "InternalError");
  };
  return { target, kept: () => keptBy(mock) };
}

async function keptBy(mock: Transport): Promise<string[]> {
  const listings = ["us-east-1", "us-west-2", "eu-west-1"].map(async (region) => {
    const authorization = `AWS4-HMAC-SHA256 Credential=a/20261124/${region}/ec2/aws4_request, SignedHeaders=host, Signature=0`;
    const listed = await mock(
      new Request("http://t.test/?Action=DescribeKeyPairs&Version=2016-11-15", { headers: { authorization } }),
    );
    return [...(await listed.text()).matchAll(/<keyName>([^<]*)</g)].map(([, name = ""]) => name);
  });
  return (await Promise.all(listings)).flat().sort();
}

const isListing = (action: string): boolean => action === "DescribeKeyPairs";
const isDeletion = (action: string): boolean => action === "DeleteKeyPair";
const sorted = ({ run: { leftovers } }: Report): string[] => [...leftovers].sort();
const names = { only: ["B2MR", "M3P2"], timeout: 300 };

test.for<{ given: string; refusal: Refusal; why: RegExp | undefined }>([
  {
    given: "answers 500 to listings, and deletes nothing",
    refusal: (action, count) =>
      isDeletion(action) || (isListing(action) && count > 1) ? trouble(500, "InternalError") : undefined,
    why: /^in us-east-1: the listing was answered with 500 InternalError$/,
  },
  {
    given: "throttles both",
    refusal: (action, count) =>
      isDeletion(action) || (isListing(action) && count > 1) ? trouble(503, "RequestLimitExceeded") : undefined,
    why: /^in us-east-1: throttled: RequestLimitExceeded$/,
  },
  {
    given: "has no listing, and says that it deletes what it keeps",
    refusal: (action, count) => {
      if (isListing(action) && count > 1) return trouble(400, "InvalidAction");
      return isDeletion(action)
        ? new Response("<DeleteKeyPairResponse><return>true</return></DeleteKeyPairResponse>")
        : undefined;
    },
    why: /400 InvalidAction/,
  },
  {
    given: "refuses deletions, and lists",
    refusal: (action) => (isDeletion(action) ? trouble(400, "UnauthorizedOperation") : undefined),
    why: undefined,
  },
  {
    given: "refuses deletions, and lists nothing",
    refusal: (action, count) => {
      if (isDeletion(action)) return trouble(500, "InternalError");
      return isListing(action) && count > 1 ? emptyList() : undefined;
    },
    why: /^in us-east-1: the listing does not show what no deletion confirmed$/,
  },
  {
    given: "hangs for ever, once it is to delete",
    refusal: (() => {
      let isHung = false;
      return (action: string) => {
        isHung ||= isDeletion(action);
        return isHung ? "hangs" : undefined;
      };
    })(),
    why: /no complete answer within 300 ms/,
  },
])("a target that $given: what it keeps is told by name, and the run is not green", async ({ refusal, why }) => {
  const { target, kept } = refusing(refusal);
  const report = await run({ target, ...names });
  const truth = await kept();
  expect(truth.length).toBeGreaterThan(0);
  expect(sorted(report)).toEqual(expect.arrayContaining(truth));
  if (why === undefined) {
    expect(report.run.leftoversUnknown).toBeUndefined();
    expect(sorted(report)).toEqual(truth);
  } else expect(report.run.leftoversUnknown).toMatch(why);
  expect(exitCodeOf(report)).toBe(3);
  for (const name of truth) expect(leftoversNotice(report.run)).toContain(name);
});

test.for<{ given: string; refusal: Refusal; carriesOut?: true }>([
  {
    given: "fails every deletion at first",
    refusal: (action, count) => (isDeletion(action) && count <= 8 ? trouble(500, "InternalError") : undefined),
  },
  {
    given: "throttles what comes at the end, for a moment",
    refusal: (action, count) =>
      (isDeletion(action) && count <= 10) || (isListing(action) && count > 1 && count < 4)
        ? trouble(503, "RequestLimitExceeded")
        : undefined,
  },
  {
    given: "leaves the first deletions unanswered",
    refusal: (action, count) => (isDeletion(action) && count <= 6 ? "hangs" : undefined),
  },
  {
    given: "deletes, and says that it failed",
    carriesOut: true,
    refusal: (action) => (isDeletion(action) ? trouble(500, "InternalError") : undefined),
  },
  {
    given: "says that it is not there, where it is gone",
    refusal: (action, count) =>
      isDeletion(action) && count === 1 ? trouble(400, "InvalidKeyPair.NotFound") : undefined,
  },
])("a target that $given is clean in the end, and is said to be", async ({ refusal, carriesOut }) => {
  const { target, kept } = refusing(refusal, createMock(), carriesOut);
  const report = await run({ target, ...names });
  expect(await kept()).toEqual([]);
  expect([report.run.leftovers, report.run.leftoversUnknown]).toEqual([[], undefined]);
  expect(leftoversNotice(report.run)).toBe("");
});

test("a target that hangs for a second, and then goes on, is cleaned after that second", async () => {
  let until: number | undefined;
  const { target, kept } = refusing((action) => {
    if (isDeletion(action)) until ??= Date.now() + 1000;
    return until !== undefined && Date.now() < until ? "hangs" : undefined;
  });
  const report = await run({ target, ...names });
  expect(await kept()).toEqual([]);
  expect([report.run.leftovers, report.run.leftoversUnknown]).toEqual([[], undefined]);
});

test("after a stop nothing begins, and what was made is deleted or told", async () => {
  for (const broken of [false, true]) {
    const stop = new AbortController();
    const { target, kept } = refusing((action, count) => {
      if (action === "ImportKeyPair" && count === 5) stop.abort();
      return broken && (isDeletion(action) || (isListing(action) && count > 1))
        ? trouble(500, "InternalError")
        : undefined;
    });
    const report = await run({ target, only: ["name"], timeout: 300, signal: stop.signal });
    expect(report.run.partial).toBe(true);
    const truth = await kept();
    expect(truth.length > 0).toBe(broken);
    expect(sorted(report)).toEqual(expect.arrayContaining(truth));
  }
});

test("a name that the target spells otherwise, or that was said twice, is deleted without a listing", async () => {
  for (const fault of ["name-leading-blank-trimmed", "name-truncated"]) {
    const mock = mockWith(fault);
    const { target, kept } = refusing(
      (action, count) => (isListing(action) && count > 1 ? trouble(500, "InternalError") : undefined),
      mock,
    );
    const report = await run({ target, only: ["name", "F7QP"], drives: ["raw"] });
    expect([fault, await kept()]).toEqual([fault, []]);
    expect(report.run.leftoversUnknown).toMatch(/500/);
  }
});
