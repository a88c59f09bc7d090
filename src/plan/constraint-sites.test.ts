import { expect, test } from "vitest";
import type { WireSchema } from "../spec/contract.ts";
import { constraintSites } from "./constraint-sites.ts";

const schemas: Readonly<Record<string, WireSchema>> = {
  Request: {
    type: "object",
    required: ["A"],
    properties: {
      A: { type: "string", minLength: 1, allOf: [{ pattern: "x" }, { pattern: "y" }] },
      L: { type: "array", maxItems: 2, items: { $ref: "#/components/schemas/Item" } },
      "a/b": { type: "string", maxLength: 3 },
      Missing: { $ref: "#/components/schemas/Nowhere" },
    },
  },
  Item: { type: "object", required: ["K"], properties: { K: { type: "string", enum: ["v"] } } },
};

test("finds every constraint, with its pointer and its path", () => {
  expect(
    constraintSites(schemas, "Request").map(({ keyword, pointer, path }) => [keyword, pointer, path.join(".")]),
  ).toEqual([
    ["required", "/components/schemas/Request/required/0", "A"],
    ["minLength", "/components/schemas/Request/properties/A/minLength", "A"],
    ["pattern", "/components/schemas/Request/properties/A/allOf/0/pattern", "A"],
    ["pattern", "/components/schemas/Request/properties/A/allOf/1/pattern", "A"],
    ["maxItems", "/components/schemas/Request/properties/L/maxItems", "L"],
    ["required", "/components/schemas/Item/required/0", "L.K"],
    ["enum", "/components/schemas/Item/properties/K/enum", "L.K"],
    ["maxLength", "/components/schemas/Request/properties/a~1b/maxLength", "a/b"],
  ]);
});

test("a request that is not described has none", () => {
  expect(constraintSites(schemas, "Nowhere")).toEqual([]);
});
