import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import vectors from "../../fixtures/keys/aws-vectors.json" with { type: "json" };
import manifest from "../../package.json" with { type: "json" };
import { type Consumer, createConsumer } from "./consumer.ts";
import { type Packed, pack } from "./pack.ts";
import { programs } from "./programs.ts";

/** The examples of the checkout import the package by name, as its users do. */
const example = (file: string): string => readFileSync(new URL(`../../examples/${file}`, import.meta.url), "utf8");

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
  expect(ran, ran.stderr).toMatchObject({ code: 0, stdout: "" });
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
  const targets = consumer.run("npx", "ec2-contract", "list", "targets");
  expect(targets).toMatchObject({ code: 0, stdout: expect.stringMatching(/^moto /m), stderr: "" });
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
  consumer.write("suite.test.ts", example("suite.test.ts"));
  const ran = consumer.run("npx", "vitest", "run");
  expect(ran, ran.stdout + ran.stderr).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/Tests +[0-9]{3,} passed/),
  });
});

test("a transport of one's own is tested", () => {
  consumer.write("custom-transport.ts", example("custom-transport.ts"));
  const ran = consumer.run("node", "custom-transport.ts");
  expect(ran).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^fail W6WR must: [\s\S]*\nexit code 1\n$/),
    stderr: "",
  });
});

test("msw answers the SDK", () => {
  consumer.install("msw");
  consumer.write("msw.ts", example("msw.ts"));
  const stdout = "imported mKqU+0K8OhKmA8bBQi9Rz0Q5l7/g160hIP+rJYSTNj4=\nrefused InvalidKeyPair.Duplicate\n";
  expect(consumer.run("node", "msw.ts")).toEqual({ code: 0, stdout, stderr: "" });
});

test("nock answers the SDK", () => {
  consumer.install("nock");
  consumer.write("nock.js", programs.nock);
  expect(consumer.run("node", "nock.js")).toEqual({
    code: 0,
    stdout: `${vectors["aws-r1"].fingerprint}\n`,
    stderr: "",
  });
});

test("a strict consumer's tsc compiles every subpath", () => {
  consumer.install("typescript", "@types/node");
  consumer.write("types.ts", programs.types);
  consumer.write("tsconfig.json", programs.tsconfig);
  expect(consumer.run("npx", "tsc", "--noEmit")).toEqual({ code: 0, stdout: "", stderr: "" });
});
