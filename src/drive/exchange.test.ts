import type { Socket } from "node:net";
import { expect, test } from "vitest";
import { importKeyPair } from "../actions/import-key-pair/import-key-pair.ts";
import type { Exchange, Transport } from "../model.ts";
import { openEndpoint } from "../target/endpoint.ts";
import { serveRaw } from "../testing/servers.ts";
import { type Breaker, noBreaker, type Outcome } from "./breaker.ts";
import type { Outgoing } from "./call-of.ts";
import { exchange } from "./exchange.ts";
import { openGate } from "./gate.ts";

const timeout = 250;
const signal = new AbortController().signal;
const ungated = { gate: openGate, action: importKeyPair };
const request = (url: URL | string = "http://t.test/"): Outgoing => ({
  method: "POST",
  url: String(url),
  headers: {},
  body: "Action=X",
});

/** What becomes of one exchange with a server, over the transport that every URL target has. */
async function exchangeWith(
  talk: (socket: Socket) => void,
): Promise<Pick<Exchange, "response" | "trouble"> & { readonly size: number }> {
  await using server = await serveRaw(talk);
  const target = await openEndpoint(server.url, { concurrency: 1 });
  try {
    const { response, trouble, bytes } = await exchange(
      target.transport,
      request(server.url),
      { timeout, signal, breaker: noBreaker, ...ungated },
      [],
    );
    return { ...(response && { response }), ...(trouble && { trouble }), size: bytes.byteLength };
  } finally {
    await target.close();
  }
}

const head = "HTTP/1.1 200 OK\r\ncontent-type: text/xml\r\n";

/** Sends `first`, then `text` again and again. */
function forever(socket: Socket, text: string, pause: number, first = ""): void {
  socket.write(first);
  const timer = setInterval(() => socket.write(text), pause);
  socket.on("close", () => clearInterval(timer));
}

const late = `no complete answer within ${timeout} ms`;

test.for<{
  given: string;
  talk: (socket: Socket) => void;
  kind: NonNullable<Exchange["trouble"]>["kind"];
  why: string | RegExp;
}>([
  { given: "accepts and says nothing", talk: () => undefined, kind: "timeout", why: late },
  {
    given: "drips its head",
    talk: (socket) => forever(socket, "x", 10),
    kind: "broken",
    why: /does not match the HTTP/,
  },
  {
    given: "drips its headers",
    talk: (socket) => forever(socket, "x-a: 1\r\n", 10, head),
    kind: "timeout",
    why: late,
  },
  {
    given: "drips its body",
    talk: (socket) => forever(socket, "x", 10, `${head}content-length: 9999\r\n\r\n`),
    kind: "timeout",
    why: late,
  },
  {
    given: "drips its chunks",
    talk: (socket) => forever(socket, "1\r\nx\r\n", 10, `${head}transfer-encoding: chunked\r\n\r\n`),
    kind: "timeout",
    why: late,
  },
  {
    given: "drips hints that it will answer",
    talk: (socket) => forever(socket, "HTTP/1.1 102 Processing\r\n\r\n", 10),
    kind: "timeout",
    why: late,
  },
  {
    given: "says when it is half done, and stops",
    talk: (socket) => socket.write(`${head}content-length: 9\r\n\r\n<a>`),
    kind: "timeout",
    why: late,
  },
  { given: "resets", talk: (socket) => socket.resetAndDestroy(), kind: "reset", why: /ECONNRESET|other side closed/ },
  { given: "hangs up", talk: (socket) => socket.end(), kind: "reset", why: /other side closed/ },
  {
    given: "hangs up in its body",
    talk: (socket) => socket.end(`${head}content-length: 100\r\n\r\n<a>`),
    kind: "broken",
    why: /^the answer breaks off in its body: /,
  },
  {
    given: "hangs up in its chunks",
    talk: (socket) => socket.end(`${head}transfer-encoding: chunked\r\n\r\n5\r\n<a>`),
    kind: "broken",
    why: /^the answer breaks off in its body: /,
  },
  {
    given: "resets in its body",
    talk: (socket) =>
      socket.write(`${head}content-length: 100\r\n\r\n<a>`, () => setTimeout(() => socket.resetAndDestroy(), 20)),
    kind: "broken",
    why: /^the answer breaks off in its body: /,
  },
  {
    given: "speaks SSH",
    talk: (socket) => socket.end("SSH-2.0-OpenSSH_9.9\r\n"),
    kind: "broken",
    why: /does not match the HTTP/,
  },
  {
    given: "speaks XML without HTTP",
    talk: (socket) => socket.end("<a/>"),
    kind: "broken",
    why: /does not match the HTTP/,
  },
  {
    given: "has a broken header",
    talk: (socket) => socket.end("HTTP/1.1 200 OK\r\nno colon\r\n\r\n"),
    kind: "broken",
    why: /does not match the HTTP/,
  },
  {
    given: "has two lengths",
    talk: (socket) => socket.end(`${head}content-length: 1\r\ncontent-length: 2\r\n\r\nab`),
    kind: "broken",
    why: /CONTENT_LENGTH/,
  },
  {
    given: "has a chunk of no size",
    talk: (socket) => socket.end(`${head}transfer-encoding: chunked\r\n\r\nzz\r\n`),
    kind: "broken",
    why: /does not match the HTTP/,
  },
  {
    given: "has status 999",
    talk: (socket) => socket.end("HTTP/1.1 999 Odd\r\ncontent-length: 0\r\n\r\n"),
    kind: "broken",
    why: "the HTTP status is 999",
  },
  {
    given: "has status 600",
    talk: (socket) => socket.end("HTTP/1.1 600 Odd\r\ncontent-length: 0\r\n\r\n"),
    kind: "broken",
    why: "the HTTP status is 600",
  },
  {
    given: "switches protocols",
    talk: (socket) => socket.end("HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n"),
    kind: "reset",
    why: /bad upgrade/,
  },
  {
    given: "has a megabyte of headers",
    talk: (socket) => socket.end(`${head}x-long: ${"x".repeat(1_000_000)}\r\n\r\n`),
    kind: "broken",
    why: /UND_ERR_HEADERS_OVERFLOW/,
  },
  {
    given: "sends three megabytes",
    talk: (socket) => socket.end(`${head}content-length: 3000000\r\n\r\n${"x".repeat(3_000_000)}`),
    kind: "broken",
    why: "the body exceeds 2097152 bytes",
  },
  {
    given: "sends without end",
    talk: (socket) => forever(socket, "x".repeat(1_000_000), 1, `${head}\r\n`),
    kind: "broken",
    why: "the body exceeds 2097152 bytes",
  },
])("a server that $given is $kind", async ({ talk, kind, why }) => {
  const { trouble, response, size } = await exchangeWith(talk);
  expect({ trouble, response, size }).toEqual({
    trouble: { kind, why: expect.stringMatching(why) },
    response: undefined,
    size: 0,
  });
});

test.for([
  {
    given: "an answer",
    sent: `${head}content-length: 4\r\n\r\n<a/>`,
    want: { status: 200, headers: { "content-type": "text/xml", "content-length": "4" }, body: "<a/>" },
  },
  {
    given: "an answer that ends with the connection",
    sent: `${head}\r\n<a/>`,
    want: { status: 200, headers: { "content-type": "text/xml" }, body: "<a/>" },
  },
  {
    given: "an empty answer",
    sent: "HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n",
    want: { status: 200, headers: { "content-length": "0" }, body: "" },
  },
  { given: "no content", sent: "HTTP/1.1 204 No Content\r\n\r\n", want: { status: 204, headers: {}, body: "" } },
  {
    given: "a redirect",
    sent: "HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:1/\r\ncontent-length: 0\r\n\r\n",
    want: { status: 302, headers: { location: "http://127.0.0.1:1/", "content-length": "0" }, body: "" },
  },
  {
    given: "a permanent redirect to itself",
    sent: "HTTP/1.1 308 Permanent\r\nlocation: /\r\ncontent-length: 0\r\n\r\n",
    want: { status: 308, headers: { location: "/", "content-length": "0" }, body: "" },
  },
  {
    given: "a server error",
    sent: "HTTP/1.1 503 Busy\r\ncontent-length: 4\r\n\r\nbusy",
    want: { status: 503, headers: { "content-length": "4" }, body: "busy" },
  },
  {
    given: "a header twice",
    sent: "HTTP/1.1 200 OK\r\nx-a: 1\r\nx-a: 2\r\ncontent-length: 0\r\n\r\n",
    want: { status: 200, headers: { "x-a": "1, 2", "content-length": "0" }, body: "" },
  },
])("$given is a response", async ({ sent, want }) => {
  const { response, trouble } = await exchangeWith((socket) => socket.end(sent));
  expect({ response, trouble }).toEqual({ response: want, trouble: undefined });
});

test.for([
  { given: "\xff\xfe", want: true },
  { given: "\xc3\x28", want: true },
  { given: "caf\xe9", want: true },
  { given: "\xed\xa0\x80", want: true },
  { given: "caf\xc3\xa9", want: undefined },
  { given: "\xef\xbf\xbd", want: undefined },
])("bytes $given: not UTF-8 is $want", async ({ given, want }) => {
  const { response } = await exchangeWith((socket) =>
    socket.end(Buffer.from(`${head}content-length: ${given.length}\r\n\r\n${given}`, "latin1")),
  );
  expect(response?.notUtf8).toBe(want);
});

test.for([
  {
    given: "a port where nobody listens",
    url: async () => (await serveRaw(() => undefined))[Symbol.asyncDispose]().then(() => "http://127.0.0.1:1/"),
  },
  { given: "a name that does not exist", url: async () => "http://ec2-contract.invalid/" },
])("$given is unreachable", async ({ url }) => {
  const target = await openEndpoint(new URL(await url()), { concurrency: 1 });
  const { trouble } = await exchange(
    target.transport,
    request(await url()),
    { timeout: 4000, signal, breaker: noBreaker, ...ungated },
    [],
  );
  await target.close();
  expect(trouble?.kind).toBe("unreachable");
});

test("a server without TLS where TLS is wanted is unreachable", async () => {
  await using server = await serveRaw((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
  const url = new URL(server.url.href.replace("http:", "https:"));
  const target = await openEndpoint(url, { concurrency: 1 });
  const { trouble } = await exchange(
    target.transport,
    request(url),
    { timeout: 2000, signal, breaker: noBreaker, ...ungated },
    [],
  );
  await target.close();
  expect(trouble?.kind).toBe("unreachable");
});

const fine: Transport = async () => new Response("<a/>");
/** A breaker that keeps what it is told. */
function noting(reason?: string): Breaker & { readonly noted: Outcome[] } {
  const noted: Outcome[] = [];
  return { noted, admit: async () => reason, note: (outcome) => noted.push(outcome) };
}

test("nothing is sent after a stop, nor to a target that is known to be dead", async () => {
  const never: Transport = () => Promise.reject(new Error("sent"));
  const stopped = await exchange(
    never,
    request(),
    { timeout, signal: AbortSignal.abort(), breaker: noBreaker, ...ungated },
    [],
  );
  expect(stopped.trouble).toEqual({ kind: "not-sent", why: "the run was stopped" });
  const dead = noting("it is dead");
  expect((await exchange(never, request(), { timeout, signal, breaker: dead, ...ungated }, [])).trouble).toEqual({
    kind: "not-sent",
    why: "it is dead",
  });
  expect(dead.noted).toEqual([]);
});

test.for<{ given: string; transport: Transport; want: Outcome }>([
  { given: "an answer", transport: fine, want: "answered" },
  { given: "an error of the server", transport: async () => new Response("no", { status: 500 }), want: "answered" },
  { given: "a failure of the transport", transport: () => Promise.reject(new Error("no")), want: "silent" },
  {
    given: "a transport that throws at once",
    transport: () => {
      throw new Error("no");
    },
    want: "silent",
  },
  { given: "silence", transport: () => new Promise(() => undefined), want: "silent" },
])("the breaker is told of $given: $want", async ({ transport, want }) => {
  const breaker = noting();
  await exchange(transport, request(), { timeout: 20, signal, breaker, ...ungated }, []);
  expect(breaker.noted).toEqual([want]);
});

test("the breaker is told of an answer that is no HTTP: broken", async () => {
  await using server = await serveRaw((socket) => socket.end("nonsense\r\n\r\n"));
  const target = await openEndpoint(server.url, { concurrency: 1 });
  const breaker = noting();
  await exchange(target.transport, request(server.url), { timeout, signal, breaker, ...ungated }, []);
  await target.close();
  expect(breaker.noted).toEqual(["broken"]);
});

test("a stop does not cut off what is under way", async () => {
  const stop = new AbortController();
  const slow: Transport = async (asked) => {
    stop.abort();
    return fine(asked);
  };
  const { response } = await exchange(
    slow,
    request(),
    { timeout, signal: stop.signal, breaker: noBreaker, ...ungated },
    [],
  );
  expect(response?.body).toBe("<a/>");
});

test("the transport is told when the time is over", async () => {
  const told = Promise.withResolvers<void>();
  const slow: Transport = ({ signal: over }) => {
    over.addEventListener("abort", () => told.resolve());
    return new Promise(() => undefined);
  };
  const { trouble } = await exchange(slow, request(), { timeout: 20, signal, breaker: noBreaker, ...ungated }, []);
  expect(trouble?.kind).toBe("timeout");
  await expect(told.promise).resolves.toBeUndefined();
});
