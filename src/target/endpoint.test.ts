import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer as createPlainServer } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { createServer as createNetServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { UsageError } from "../errors.ts";
import { openEndpoint } from "./endpoint.ts";
import { TransportError } from "./transport-error.ts";

const folder = mkdtempSync(join(tmpdir(), "ec2-contract-tls-"));
const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
let url = new URL("https://127.0.0.1/");
let close = (): void => undefined;

beforeAll(async () => {
  const names = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"];
  execFileSync(
    "openssl",
    ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-keyout", key, "-out", cert, ...names],
    {
      stdio: "ignore",
    },
  );
  const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (request, response) => {
    response.end(request.url);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = new URL(`https://127.0.0.1:${(server.address() as AddressInfo).port}/a/path`);
  close = () => void server.close();
});
afterAll(() => {
  close();
  rmSync(folder, { recursive: true });
});

test("an authority of one's own is trusted where its certificate is given, and the path is kept", async () => {
  const endpoint = await openEndpoint(url, { concurrency: 1, cacert: cert });
  expect(await (await endpoint.transport(new Request(url))).text()).toBe("/a/path");
  await endpoint.close();
});

test("otherwise nobody is there", async () => {
  const endpoint = await openEndpoint(url, { concurrency: 1 });
  const refused = endpoint.transport(new Request(url)).catch((cause: unknown) => TransportError.from(cause).kind);
  expect(await refused).toBe("unreachable");
  await endpoint.close();
});

test.for<{ given: string; text: string | undefined; why: string }>([
  { given: "that is not there", text: undefined, why: "no such file" },
  { given: "without a certificate", text: "hello", why: "it holds no certificate" },
  { given: "that is empty", text: "", why: "it holds no certificate" },
  {
    given: "with a certificate that is none",
    text: "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
    why: "its certificate 1 can't be read",
  },
])("a file of certificates $given is told before anything is sent", async ({ text, why }) => {
  const file = join(folder, "given.pem");
  rmSync(file, { force: true });
  if (text !== undefined) writeFileSync(file, text);
  const refused: unknown = await openEndpoint(url, { concurrency: 1, cacert: file }).catch((cause: unknown) => cause);
  expect(refused).toBeInstanceOf(UsageError);
  expect(String(refused)).toContain(why);
  expect(String(refused)).toContain(file);
});

test.for(["a\nb", "a\r\nX-Other: b", "a\u0000b", "a\u{1f600}b"])(
  "a header's value %j is told, and not shown",
  async (value) => {
    const refused: unknown = await openEndpoint(url, { concurrency: 1, headers: { "x-a": value } }).catch(String);
    expect(refused).toMatch(/^UsageError: Failed to use the header x-a: its value holds a line break/);
    expect(refused).not.toContain(value);
  },
);

test("who says https to a plain port, or http to one that speaks TLS, is told", async () => {
  const plain = createPlainServer((_, response) => response.end()).listen(0, "127.0.0.1");
  const alert = createNetServer((socket) => {
    socket.on("error", () => undefined);
    socket.on("data", () => socket.end(Buffer.from([0x15, 3, 3, 0, 2, 2, 0x46])));
  }).listen(0, "127.0.0.1");
  await Promise.all([once(plain, "listening"), once(alert, "listening")]);
  const told = async (scheme: string, { port }: AddressInfo): Promise<string> => {
    const wrong = new URL(`${scheme}://127.0.0.1:${port}/`);
    const endpoint = await openEndpoint(wrong, { concurrency: 1 });
    const why = await endpoint
      .transport(new Request(wrong))
      .catch((cause: unknown) => TransportError.from(cause).message);
    await endpoint.close();
    return String(why);
  };
  expect(await told("https", plain.address() as AddressInfo)).toContain("this port does not speak TLS, say http://");
  expect(await told("http", alert.address() as AddressInfo)).toContain("this port speaks TLS, say https://");
  plain.close();
  alert.close();
});
