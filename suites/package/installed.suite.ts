import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import vectors from "../../fixtures/keys/aws-vectors.json" with { type: "json" };
import manifest from "../../package.json" with { type: "json" };
import { type Consumer, createConsumer } from "./consumer.ts";
import { type Packed, pack } from "./pack.ts";
import { programs } from "./programs.ts";

// In order: first alone, then with the optional peers.
let packed: Packed;
let consumer: Consumer;
beforeAll(() => {
  packed = pack();
  consumer = createConsumer();
  consumer.install(packed.tarball);
});
afterAll(() => {
  consumer?.[Symbol.dispose]();
  packed?.[Symbol.dispose]();
});

test("ec2-contract test runs and reports", () => {
  const ran = consumer.run("npx", "ec2-contract", "test", "--reporter", "json=r.json");
  expect(ran).toEqual({ code: 0, stdout: "", stderr: "" });
  const report = JSON.parse(readFileSync(consumer.path("r.json"), "utf8"));
  expect(report.tool).toEqual({ name: "ec2-contract", version: manifest.version });
  expect(report.cases.length).toBeGreaterThan(250);
});

test("ec2-contract --help and list answer", () => {
  expect(consumer.run("npx", "ec2-contract", "--help")).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("Exit codes:"),
  });
  expect(consumer.run("npx", "ec2-contract", "list", "faults")).toMatchObject({ code: 0, stderr: "" });
});

test.for(["aws-r1", "aws-e1"] as const)("ec2-contract fingerprint says of %s what AWS said", (name) => {
  const ran = consumer.run("npx", "ec2-contract", "fingerprint", `node_modules/ec2-contract/fixtures/keys/${name}.pub`);
  expect(ran).toEqual({ code: 0, stdout: `${vectors[name].fingerprint}\n`, stderr: "" });
});

test("the main entry works without the optional peers", () => {
  consumer.write("main.js", programs.main);
  expect(consumer.run("node", "main.js")).toEqual({ code: 0, stdout: "0 failed\n", stderr: "" });
  for (const peer of ["msw", "nock", "vitest"]) expect(consumer.run("npm", "ls", peer).code, peer).toBe(1);
});

test("a suite of three lines runs in the user's vitest", () => {
  consumer.install("vitest");
  consumer.write("x.test.ts", programs.suite);
  const ran = consumer.run("npx", "vitest", "run");
  expect(ran, ran.stdout + ran.stderr).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/Tests +[0-9]{3,} passed/),
  });
});

test.for(["msw", "nock"] as const)("%s answers the SDK", (library) => {
  consumer.install(library);
  consumer.write(`${library}.js`, programs[library]);
  expect(consumer.run("node", `${library}.js`)).toEqual({ code: 0, stdout: "key-pair rsa\n", stderr: "" });
});

test("a strict consumer's tsc compiles every subpath", () => {
  consumer.install("typescript", "@types/node");
  consumer.write("types.ts", programs.types);
  const strict = [
    "--strict",
    "--exactOptionalPropertyTypes",
    "--module",
    "nodenext",
    "--target",
    "es2024",
    "--types",
    "node",
  ];
  expect(consumer.run("npx", "tsc", "--noEmit", "--skipLibCheck", ...strict, "types.ts")).toEqual({
    code: 0,
    stdout: "",
    stderr: "",
  });
});
