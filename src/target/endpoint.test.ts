import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
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

test("certificates that can't be read are told before anything is sent", async () => {
  await expect(openEndpoint(url, { concurrency: 1, cacert: join(folder, "none.pem") })).rejects.toBeInstanceOf(
    UsageError,
  );
});
