import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { Exchange } from "../../src/model.ts";

/** A server that passes everything on to another one, and keeps what was answered. */
export interface Tap extends AsyncDisposable {
  readonly url: string;
  /** What was answered by now, in order. */
  exchanges(): readonly Exchange[];
}

/** Serves on a free port of this machine what is behind another URL. */
export async function serveTap(behind: URL): Promise<Tap> {
  const seen: Exchange[] = [];
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const method = request.method ?? "POST";
    const headers = Object.fromEntries(
      Object.entries(request.headers).filter(([name]) => !["connection", "expect", "content-length"].includes(name)),
    ) as Record<string, string>;
    const url = new URL(request.url ?? "/", behind);
    const answered = await fetch(url, {
      method,
      headers,
      redirect: "manual",
      ...(method === "GET" || method === "HEAD" ? {} : { body }),
    });
    const answer = {
      status: answered.status,
      headers: Object.fromEntries(answered.headers),
      body: await answered.text(),
    };
    const sent = { method, url: url.href, headers: {}, body };
    const action = new URLSearchParams(body || url.search).get("Action") ?? "";
    seen.push({ step: "", action, drive: "raw", request: sent, response: answer, milliseconds: 0 });
    response
      .writeHead(answer.status, { "content-type": answer.headers["content-type"] ?? "text/xml" })
      .end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    exchanges: () => [...seen],
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
