import nock from "nock";
import { type Like, mockLike } from "./actions/import-key-pair/mock-like.ts";
import { createMock, type Mock, type MockOptions } from "./mock/create-mock.ts";

export interface ScopeOptions extends MockOptions {
  /** The Region whose AWS endpoint is taken over. */
  readonly region?: string;
  /** Another endpoint instead. */
  readonly endpoint?: string | URL;
  /** Answers instead of a mock made for this scope. */
  readonly mock?: Mock;
  /** Answers as the target of this JSON report did: a report, or its file. Read when the first request comes. */
  readonly like?: Like;
}

/** A nock scope that answers EC2's Query protocol from memory, again and again. */
export const scope = ({ region = "us-east-1", endpoint, mock, like, ...options }: ScopeOptions = {}): nock.Scope => {
  const answer = mock ?? (like === undefined ? createMock(options) : mockLike(like, options));
  const reply = async (request: Request) => {
    const response = await answer(request);
    const body = Buffer.from(await response.arrayBuffer());
    return [response.status, body, Object.fromEntries(response.headers)] as const;
  };
  const taken = nock(endpoint ?? `https://ec2.${region}.amazonaws.com`).persist();
  for (const method of ["GET", "POST", "PUT", "DELETE", "HEAD"]) taken.intercept(() => true, method).reply(reply);
  return taken;
};
