/** Codes by which EC2, and what stands before it, say: not now. The request was not carried out. */
const throttlingCodes: ReadonlySet<string> = new Set([
  "EC2ThrottledException",
  "RequestLimitExceeded",
  "RequestThrottled",
  "RequestThrottledException",
  "SlowDown",
  "ThrottledException",
  "Throttling",
  "ThrottlingException",
  "TooManyRequestsException",
]);

/** The code in the body of an error by which the target says "not now". */
export function throttledCode(body: string): string | undefined {
  const code = body.match(/<Code>\s*(\w{1,64})\s*<\/Code>/)?.[1];
  return code !== undefined && isThrottling(code) ? code : undefined;
}

export function isThrottling(code: string): boolean {
  return throttlingCodes.has(code);
}
