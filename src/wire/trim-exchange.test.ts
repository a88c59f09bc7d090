import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { Exchange } from "../model.ts";
import { isTrimmed, trimExchange } from "./trim-exchange.ts";

const exchange = (url: string, sent: string, received: string): Exchange => ({
  step: "request",
  action: "A",
  drive: "raw",
  request: { method: "POST", url, headers: {}, body: sent },
  response: { status: 200, headers: {}, body: received },
  milliseconds: 1,
});

const limit = 64 * 1024;
const cut = (body: string, from: string): string =>
  `${from}… [${Buffer.byteLength(body)} bytes, sha256 ${createHash("sha256").update(body).digest("hex")}]`;

test("bodies up to 64 KiB stay whole", () => {
  const whole = exchange("http://t.test/", "x".repeat(limit), "é".repeat(limit / 2));
  expect(trimExchange(whole)).toEqual(whole);
});

test("longer ones are their start, their length in bytes and their SHA-256", () => {
  const [long, wide] = ["x".repeat(limit + 1), "é".repeat(limit / 2 + 1)];
  expect(trimExchange(exchange(`http://t.test/?${long}`, long, wide))).toMatchObject({
    request: {
      url: cut(`http://t.test/?${long}`, `http://t.test/?${long}`.slice(0, 1024)),
      body: cut(long, "x".repeat(1024)),
    },
    response: { body: cut(wide, "é".repeat(1024)) },
  });
});

test("an exchange without an answer has none to cut", () => {
  const { response: _, ...silent } = exchange("http://t.test/", "", "");
  expect(trimExchange({ ...silent, trouble: { kind: "timeout", why: "late" } })).not.toHaveProperty("response");
});

test.for(["", "x", "x".repeat(2000), "… [5 bytes, sha256 00]"])(
  "a body of its own (%s) does not look like what is left of one",
  (body) => {
    expect(isTrimmed(trimExchange(exchange("http://t.test/", body, "")).request.body)).toBe(false);
    expect(isTrimmed(trimExchange(exchange("http://t.test/", body.padEnd(limit + 1, "y"), "")).request.body)).toBe(
      true,
    );
  },
);
