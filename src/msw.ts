import { type HttpHandler, http } from "msw";
import { type Like, mockLike } from "./actions/import-key-pair/mock-like.ts";
import { createMock, type Mock, type MockOptions } from "./mock/create-mock.ts";

export interface HandlersOptions extends MockOptions {
  /** Where EC2 is taken to be: a URL, or an expression on one. By default every Region of AWS. */
  readonly endpoint?: string | RegExp;
  /** Answers instead of a mock made for these handlers. */
  readonly mock?: Mock;
  /** Answers as the target of this JSON report did: a report, or its file. Read when the first request comes. */
  readonly like?: Like;
}

const aws = /^https?:\/\/ec2\.[a-z0-9-]+\.(?:amazonaws\.com(?:\.cn)?|api\.aws)\/?$/;

const matches = (url: string, endpoint: string | RegExp): boolean => {
  const { origin, pathname } = new URL(url);
  if (endpoint instanceof RegExp)
    return new RegExp(endpoint.source, endpoint.flags.replace(/[gy]/g, "")).test(origin + pathname);
  const at = new URL(endpoint);
  return origin === at.origin && pathname.startsWith(at.pathname);
};

/** Request handlers for msw that answer EC2's Query protocol from memory: `setupServer(...handlers())`. */
export const handlers = ({ endpoint = aws, mock, like, ...options }: HandlersOptions = {}): HttpHandler[] => {
  const answer = mock ?? (like === undefined ? createMock(options) : mockLike(like, options));
  return [
    http.all(
      ({ request }) => matches(request.url, endpoint),
      ({ request }) => answer(request),
    ),
  ];
};
