import { expect, test } from "vitest";
import { TransportError } from "./transport-error.ts";

const coded = (code: string, message = "m"): Error => Object.assign(new Error(message), { code });

test.for([
  { given: coded("ECONNREFUSED"), kind: "unreachable", message: "m (ECONNREFUSED)" },
  {
    given: new TypeError("fetch failed", { cause: coded("ENOTFOUND") }),
    kind: "unreachable",
    message: "fetch failed (ENOTFOUND)",
  },
  {
    given: new TypeError("fetch failed", { cause: new AggregateError([coded("ECONNREFUSED")]) }),
    kind: "unreachable",
    message: "fetch failed (ECONNREFUSED)",
  },
  { given: coded("ECONNRESET"), kind: "reset", message: "m (ECONNRESET)" },
  { given: coded("HPE_INVALID_VERSION"), kind: "broken", message: "m (HPE_INVALID_VERSION)" },
  { given: coded("HPE_SOMETHING_NEW"), kind: "broken", message: "m (HPE_INVALID_CONSTANT)" },
  { given: coded("UND_ERR_HEADERS_OVERFLOW"), kind: "broken", message: "m (UND_ERR_HEADERS_OVERFLOW)" },
  { given: Object.assign(new Error("m"), { name: "HTTPParserError" }), kind: "broken", message: "m" },
  { given: new Error("m"), kind: "reset", message: "m" },
  { given: "thrown as text", kind: "reset", message: "thrown as text" },
  { given: undefined, kind: "reset", message: "undefined" },
])("$given is $kind", ({ given, kind, message }) => {
  expect(TransportError.from(given)).toMatchObject({ name: "TransportError", kind, message });
});

test("a trouble that is known stays what it is", () => {
  const known = new TransportError("timeout", "late");
  expect(TransportError.from(known)).toBe(known);
});
