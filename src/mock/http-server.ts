import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Mock } from "./create-mock.ts";

const bodyLimit = 16 * 1024 * 1024;

const readBody = async (message: IncomingMessage): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    size += chunk.length;
    // Read on without keeping: a client that still sends would not see an answer.
    if (size <= bodyLimit) chunks.push(chunk);
  }
  return size <= bodyLimit ? Buffer.concat(chunks) : undefined;
};

const toRequest = (message: IncomingMessage, body: Buffer): Request => {
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  // Two slashes at the start of a path would make a host name of it.
  const url = `http://${message.headers.host ?? "localhost"}${message.url?.replace(/^\/*/, "/")}`;
  const { method = "GET" } = message;
  const carries = method !== "GET" && method !== "HEAD";
  return new Request(url, { method, headers, ...(carries && { body: new Uint8Array(body) }) });
};

const plain = (status: number, text: string): Response =>
  new Response(text, { status, headers: { "content-type": "text/plain" } });

const answer = async (mock: Mock, message: IncomingMessage): Promise<Response> => {
  const body = await readBody(message);
  if (!body) return plain(413, `Bodies end at ${bodyLimit} bytes.`);
  let request: Request;
  try {
    request = toRequest(message, body);
  } catch (cause) {
    // A method or a host that fetch has no Request for.
    return plain(400, `Failed to read the request: ${String(cause)}`);
  }
  return mock(request);
};

const send = async (answered: Response, response: ServerResponse): Promise<void> => {
  const chunks: Uint8Array[] = [];
  response.statusCode = answered.status;
  for (const [name, value] of answered.headers) response.setHeader(name, value);
  try {
    for await (const chunk of answered.body ?? []) chunks.push(chunk);
  } catch {
    // A body that breaks off is a server that hangs up in the middle: what was there is sent before.
    response.write(Buffer.concat(chunks), () => response.destroy());
    return;
  }
  response.end(Buffer.concat(chunks));
};

/** What a server of Node's calls for each request. */
export const listenerOf =
  (mock: Mock) =>
  (message: IncomingMessage, response: ServerResponse): void => {
    answer(mock, message)
      .then((answered) => send(answered, response))
      // A transport that rejects is a server that hangs up.
      .catch(() => response.destroy());
  };
/** A mock that is reached over HTTP. */
export interface ServedMock {
  readonly url: string;
  /** Ends it, and every connection. */
  close(): Promise<void>;
  /** Takes no new connection, leaves the others as they are, and keeps the process alive no longer. */
  leave(): Promise<void>;
}

/** Serves a mock over HTTP, on a free port unless one is given. */
export const serveMock = async (
  mock: Mock,
  { port = 0, host = "127.0.0.1" }: { readonly port?: number; readonly host?: string } = {},
): Promise<ServedMock> => {
  const server = createServer({ maxHeaderSize: 1024 * 1024 }, listenerOf(mock));
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, host, resolve));
  const address = server.address();
  const bound = typeof address === "object" && address ? address.port : port;
  return {
    url: `http://${host}:${bound}`,
    leave: async () => {
      server.close();
      server.unref();
      for (const socket of sockets) socket.unref();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
