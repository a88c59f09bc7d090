import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { UsageError } from "../errors.ts";
import { conform } from "../index.ts";
import { createMock } from "../mock/create-mock.ts";
import { serveMock } from "../mock/http-server.ts";
import { profileTarget } from "./profile-target.ts";

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A server that answers by path with a status and a body, and remembers what it was asked. */
async function serve(answers: Readonly<Record<string, readonly [status: number, body: string]>>) {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    const [status, body] = answers[request.url ?? ""] ?? [404, ""];
    response.writeHead(status).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  return { url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`), asked };
}

const options = { concurrency: 1 };

test("the version is the member that the profile names, and no run depends on it", async () => {
  const { url } = await serve({ "/health": [200, '{"version":"1.2.3"}'], "/broken": [200, "<html>"] });
  const of = (path: string) => profileTarget({ name: "t", version: { path, member: "version" } }, url, options);
  const [good, broken, absent] = [await of("/health"), await of("/broken"), await of("/absent")];
  closing.push(good.close, broken.close, absent.close);
  expect([good.version, broken.version, absent.version]).toEqual(["1.2.3", undefined, undefined]);
});

test("a version that never ends, is very long, or repeats what is secret is not taken over", async () => {
  const { url } = await serve({
    "/long": [200, JSON.stringify({ version: "1".repeat(1000) })],
    "/null": [200, "null"],
    "/echo": [200, '{"version":"1.2 (open-sesame)"}'],
  });
  const endless = createServer((_, response) => {
    const more = (): void => {
      while (response.write("x".repeat(65_536)));
    };
    response.on("drain", more);
    more();
  });
  await new Promise<void>((resolve) => endless.listen(0, "127.0.0.1", resolve));
  closing.push(async () => endless.close().closeAllConnections());
  const at = new URL(`http://127.0.0.1:${(endless.address() as AddressInfo).port}/`);
  const of = async (path: string, where = url) => {
    const headers = { "x-proxy": "open-sesame" };
    const target = await profileTarget({ name: "t", version: { path, member: "version" } }, where, {
      ...options,
      headers,
    });
    closing.unshift(target.close);
    return target.version;
  };
  expect([await of("/", at), await of("/long"), await of("/null"), await of("/echo")]).toEqual([
    undefined,
    undefined,
    undefined,
    "1.2 (***)",
  ]);
});

test("users that a target's IAM does not make are told, and are no bug of ours", async () => {
  const { url } = await serve({ "/": [500, "no"] });
  const profile = { name: "t", users: "iam" } as const;
  await expect(profileTarget(profile, url, options)).rejects.toThrow(
    /^Failed to make the users of the run: IAM answered .* 500/,
  );
  const refused = profileTarget(profile, new URL("http://127.0.0.1:9/"), options);
  await expect(refused).rejects.toThrow(UsageError);
  await expect(refused).rejects.toThrow(/IAM did not answer: .*ECONNREFUSED/);
});

test("the reset is made before the run, and its refusal is told", async () => {
  const { url, asked } = await serve({ "/reset": [200, ""], "/no": [500, ""] });
  const target = await profileTarget({ name: "t", reset: { path: "/reset" } }, url, options);
  closing.push(target.close);
  expect(asked.map(({ method, url: path }) => `${method} ${path}`)).toEqual(["POST /reset"]);
  await expect(profileTarget({ name: "t", reset: { path: "/no" } }, url, options)).rejects.toThrow("answered with 500");
});

test("further headers reach the target, and no report", async () => {
  const { url, asked } = await serve({ "/": [200, "<x/>"] });
  const report = await conform({ target: url.href, headers: { "x-proxy": "open-sesame" }, only: ["M3P2"] });
  expect(asked.every(({ headers }) => headers["x-proxy"] === "open-sesame")).toBe(true);
  expect(asked.length).toBeGreaterThan(1);
  expect(JSON.stringify(report)).not.toContain("open-sesame");
});

test("a claimed capability that is not there fails, a declared absence is a skip with its reason", async () => {
  const server = await serveMock(createMock());
  closing.push(server.close);
  const run = (capabilities: object) =>
    conform({ target: server.url, profile: { name: "t", capabilities }, only: ["Y4WC", "N2YQ"] });
  const claimed = await run({ signatures: true });
  const denied = await run({ regions: "it has one Region" });
  const verdicts = (report: typeof claimed) =>
    report.clauses.filter(({ cases }) => cases.length > 0).map(({ id, verdict, why }) => [id, verdict, why]);
  expect(verdicts(claimed)).toEqual([
    ["N2YQ", "pass", undefined],
    ["Y4WC", "fail", undefined],
  ]);
  expect(verdicts(denied)).toEqual([
    ["N2YQ", "skip", "regions: it has one Region"],
    ["Y4WC", "skip", "signatures: the profile of t does not claim it"],
  ]);
});
