import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { UsageError } from "../errors.ts";
import type { Report } from "../report/report.ts";
import { readJsonSchema } from "../spec/read-json-schema.ts";
import { contract } from "../testing/observations.ts";
import { run } from "../testing/runs.ts";
import { evidenceOf } from "./evidence-of.ts";

const report = await run({ only: ["name"] });
const live: Report = { ...report, target: { name: "aws", endpoint: "https://ec2.us-east-1.amazonaws.com/" } };
const entries = evidenceOf(contract, live).split(/^(?=# ── )/m);
const entry = (id: string): string => entries.find((one) => one.startsWith(`# ── ${id},`)) ?? "";

test.for([
  {
    id: "K3CK",
    why: "open",
    wants: ["kind: observed", "K3CK-", `date: ${live.run.startedAt.slice(0, 10)}`, "in us-east-1"],
  },
  {
    id: "G2R9",
    why: "seen on another action only",
    wants: [": pass", "HTTP 400 in the run ", "request-id: ", "action: ImportKeyPair"],
  },
  { id: "E2YW", why: "inferred", wants: ["observed:\n  sources:\n    - live-"] },
])("$id, $why, gets entries to paste", ({ id, why, wants }) => {
  expect(entry(id)).toContain(`# ── ${id}, ${why}: `);
  for (const want of wants) expect(entry(id)).toContain(want);
});

test("what is sure already needs none", () => {
  expect(entry("N4JA")).toBe("");
});

test("the sources are such as the bibliography takes, one of each answer", () => {
  const validate = new Ajv2020({ strict: true, strictRequired: false }).compile(readJsonSchema("sources"));
  const sources = entries.flatMap((one) => {
    const text = one.slice(one.indexOf("# for spec/sources.yaml:"), one.lastIndexOf("# for "));
    return parse(text) as { readonly id: string }[];
  });
  expect(validate(sources), JSON.stringify(validate.errors)).toBe(true);
  const doubtful = new Set(entries.flatMap((one) => one.match(/^# ── (\w+),/)?.[1] ?? []));
  const answers = report.cases.flatMap(({ verdicts }) => verdicts.filter(({ clause }) => doubtful.has(clause)));
  expect(sources.length).toBe(answers.length);
});

test("an answer full of newlines stays in its quote", () => {
  const cases = live.cases.map((one) => ({
    ...one,
    title: "a\n- id: forged",
    exchanges: one.exchanges.map((exchange) =>
      exchange.response === undefined
        ? exchange
        : { ...exchange, response: { ...exchange.response, body: "x\n- id: forged" } },
    ),
  }));
  expect(evidenceOf(contract, { ...live, cases })).not.toMatch(/^- id: forged/m);
});

test.for([
  { name: "moto", endpoint: "http://127.0.0.1:5000/" },
  { name: "moto", endpoint: "https://ec2.us-east-1.amazonaws.com/" },
  { name: "aws", endpoint: "http://127.0.0.1:5000/" },
])("a run of $name at $endpoint is no evidence", (target) => {
  expect(() => evidenceOf(contract, { ...report, target })).toThrow(UsageError);
  expect(() => evidenceOf(contract, { ...report, target })).toThrow("Failed to take evidence from a run of");
});
