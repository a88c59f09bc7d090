import { messageOf } from "../errors.ts";
import type { Silence } from "../model.ts";

/** Nobody answered, or what came is no complete HTTP answer. */
export class TransportError extends Error {
  override readonly name = "TransportError" as const;
  readonly kind: Silence | "broken";

  constructor(kind: Silence | "broken", message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }

  /** Whatever a transport threw, as one of the troubles that the harness tells apart. */
  static from(cause: unknown): TransportError {
    if (cause instanceof TransportError) return cause;
    // undici names its parser's errors, and gives most of them no code.
    if (cause instanceof Error && cause.name === "HTTPParserError") {
      const hint = speaksTls(cause) ? ": this port speaks TLS, say https://" : "";
      return new TransportError("broken", `${cause.message}${hint}`, { cause });
    }
    const code = codeOf(cause);
    const hint = code !== undefined && plainCodes.has(code) ? ": this port does not speak TLS, say http://" : "";
    const why = code === undefined ? messageOf(cause) : `${messageOf(cause)} (${code})${hint}`;
    return new TransportError(kinds[code ?? ""] ?? "reset", why, { cause });
  }
}

/** What OpenSSL says when something that is no TLS answers its greeting. */
const plainCodes = new Set(["ERR_SSL_WRONG_VERSION_NUMBER", "ERR_SSL_PACKET_LENGTH_TOO_LONG"]);

/** A TLS server answers a plain request with an alert: record type 21, version 3. */
function speaksTls(cause: Error): boolean {
  return "data" in cause && typeof cause.data === "string" && cause.data.startsWith("\x15\x03");
}

/** Error codes of Node's sockets and of undici. */
const kinds: Readonly<Record<string, Silence | "broken">> = {
  ECONNREFUSED: "unreachable",
  ENOTFOUND: "unreachable",
  EAI_AGAIN: "unreachable",
  EHOSTUNREACH: "unreachable",
  ENETUNREACH: "unreachable",
  UND_ERR_CONNECT_TIMEOUT: "unreachable",
  DEPTH_ZERO_SELF_SIGNED_CERT: "unreachable",
  SELF_SIGNED_CERT_IN_CHAIN: "unreachable",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "unreachable",
  ERR_TLS_CERT_ALTNAME_INVALID: "unreachable",
  ERR_SSL_WRONG_VERSION_NUMBER: "unreachable",
  ERR_SSL_PACKET_LENGTH_TOO_LONG: "unreachable",
  UND_ERR_HEADERS_OVERFLOW: "broken",
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: "broken",
  HPE_INVALID_CONSTANT: "broken",
  HPE_INVALID_VERSION: "broken",
  HPE_INVALID_STATUS: "broken",
  HPE_INVALID_HEADER_TOKEN: "broken",
  HPE_INVALID_CHUNK_SIZE: "broken",
  HPE_INVALID_CONTENT_LENGTH: "broken",
};

function codeOf(cause: unknown): string | undefined {
  for (let here: unknown = cause; typeof here === "object" && here !== null; here = (here as Error).cause) {
    const { code } = here as { code?: unknown };
    if (typeof code === "string") return code.startsWith("HPE_") && !(code in kinds) ? "HPE_INVALID_CONSTANT" : code;
    if (here instanceof AggregateError) return codeOf(here.errors[0]);
  }
  return undefined;
}
