import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { UsageError } from "../../errors.ts";
import { createMock } from "../../mock/create-mock.ts";
import { serveMock } from "../../mock/http-server.ts";
import type { Profile } from "../profile.ts";
import { resolveTarget } from "../resolve-target.ts";

const folder = mkdtempSync(join(tmpdir(), "ec2-contract-own-"));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => void vi.restoreAllMocks());

const started = join(folder, "started");
const program = `require("fs").writeFileSync(${JSON.stringify(started)}, ""); require("http").createServer((_, r) => r.end("<a/>")).listen({port})`;
const command: Profile["start"] = { command: [process.execPath, "-e", program], folder };
const python: Profile["start"] = { package: "p", install: "p==1", module: "p.server", ready: "/" };

const resolve = (wanted: string, profile: Profile, more: object = {}) =>
  resolveTarget(wanted, { concurrency: 1, rules: {}, signal: new AbortController().signal, profile, ...more });
/** What is written to standard error from now on. */
const heard = (): (() => string) => {
  const spy = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  return () => spy.mock.calls.map(([text]) => text).join("");
};

test.for<{ given: string; wanted: string; profile: Profile; start?: true; want: string | RegExp }>([
  {
    given: "a command that nobody asked to start",
    wanted: "own",
    profile: { name: "own", start: { command: ["java", "-jar", "my emulator.jar", "{port}"], folder } },
    want: `Failed to use own: its profile would run: java -jar 'my emulator.jar' '{port}', in ${folder}. Read it, and add --start to have it run.`,
  },
  {
    given: "a module that nobody asked to start",
    wanted: "own@1.2.3",
    profile: { name: "own", start: python, endpoint: "http://127.0.0.1:9/" },
    want: "Failed to use own: its profile would run: python -m p.server. Read it, and add --start to have it run.",
  },
  {
    given: "a version of a command",
    wanted: "own@1.2.3",
    profile: { name: "own", start: command },
    start: true,
    want: /^Failed to use own@1\.2\.3: its profile starts a command, and only what comes from PyPI has versions/,
  },
  {
    given: "another name than the profile's",
    wanted: "other",
    profile: { name: "own", start: command },
    start: true,
    want: /^Failed to use other as the target: there is none of this name\. Name one of mock, .*moto-auth, own, /,
  },
  {
    given: "nothing to start and nowhere to ask",
    wanted: "own",
    profile: { name: "own" },
    want: "Failed to use own: its profile does not say where it listens. Name its URL.",
  },
  {
    given: "escape sequences",
    wanted: "own",
    profile: { name: "own", start: { command: ["a\u001b[2J", "{port}"] } },
    want: /would run: \$'a\\x1b\[2J' '\{port\}'\./,
  },
])("$given: told, and not run", async ({ wanted, profile, start, want }) => {
  const err = heard();
  const refused: unknown = await resolve(wanted, profile, start && { start }).catch((cause: unknown) => cause);
  expect(refused).toBeInstanceOf(UsageError);
  const { message } = refused as UsageError;
  if (typeof want === "string") expect(message).toBe(want);
  else expect(message).toMatch(want);
  expect(err()).toBe("");
  expect(() => rmSync(started)).toThrow("ENOENT");
});

test("a profile of one's own is asked where it says, and tells what --start would run", async () => {
  const server = await serveMock(createMock());
  const err = heard();
  const target = await resolve("own", { name: "own", endpoint: server.url, start: command });
  expect(target.name).toBe("own");
  await target.close();
  await server.close();
  expect(err()).toMatch(/^Asking http:.*; with --start, the profile of own would run: /);
  expect(() => rmSync(started)).toThrow("ENOENT");
});

test("with --start it is said, done and ended", async () => {
  const err = heard();
  const target = await resolve("own", { name: "own", start: command }, { start: true });
  expect((await fetch(target.endpoint)).status).toBe(200);
  await target.close();
  await expect(fetch(target.endpoint)).rejects.toThrow();
  expect(err()).toMatch(/^Starting own as its profile says: /);
  rmSync(started);
});
