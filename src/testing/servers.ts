import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import type { Transport } from "../model.ts";

/** A real server on a free port. */
export interface Served extends AsyncDisposable {
  readonly url: URL;
  /** All that clients sent, as text. */
  received(): string;
}

/** Serves whatever `talk` makes of a connection; it is told once the client has sent something. */
export async function serveRaw(talk: (socket: Socket, sent: string) => void): Promise<Served> {
  const sockets = new Set<Socket>();
  let all = "";
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => sockets.delete(socket));
    socket.on("data", (chunk) => {
      all += chunk.toString("latin1");
      talk(socket, chunk.toString("latin1"));
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    url: new URL(`http://127.0.0.1:${port}/`),
    received: () => all,
    async [Symbol.asyncDispose]() {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, "close");
    },
  };
}

/** A request that went through {@link tapped}. */
export interface Tapped {
  readonly action: string;
  readonly parameters: URLSearchParams;
  readonly headers: Headers;
}

/** The transport itself, with a note of each request that goes through it. */
export function tapped(transport: Transport): { readonly transport: Transport; readonly seen: Tapped[] } {
  const seen: Tapped[] = [];
  return {
    seen,
    transport: async (request) => {
      const body = await request.clone().text();
      const parameters = new URLSearchParams(body || new URL(request.url).search);
      seen.push({ action: parameters.get("Action") ?? "", parameters, headers: request.headers });
      return transport(request);
    },
  };
}
