import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pythonEnvironment } from "../../scripts/python-environment.ts";
import { defaultAction } from "../../src/actions/actions.ts";
import { callPlan, defaultRate } from "../../src/plan/call-plan.ts";
import { plan } from "../../src/plan/plan.ts";
import { loadContract } from "../../src/spec/load-contract.ts";
import { callIam, createIamUsers, textIn } from "../../src/target/aws/iam-users.ts";
import { type StartedEmulator, startEmulator } from "../../src/target/emulator/start-emulator.ts";
import { pythonRecipe } from "../../src/target/emulator/start-recipe.ts";
import { namedProfile } from "../../src/target/profile.ts";
import { commandAgainst } from "./command-against.ts";

// The policies of the guide, on an IAM that is not ours: moto judges the actions of a policy, and not its resources.

const root = fileURLToPath(new URL("../..", import.meta.url));

interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource: string;
}
const policyOf = (name: string): readonly Statement[] =>
  JSON.parse(readFileSync(join(root, "docs/aws", name), "utf8")).Statement;
const actionsOf = (name: string) => policyOf(name).flatMap(({ Action }) => Action);

let moto: StartedEmulator;
let admin: { readonly accessKeyId: string; readonly secretAccessKey: string };

beforeAll(async () => {
  const profile = namedProfile("moto-auth");
  const venv = pythonEnvironment(root, pythonRecipe(profile) ?? expect.fail("moto is not started"));
  moto = await startEmulator(profile, venv, new AbortController().signal);
  admin = (await createIamUsers(fetch, moto.url, "permissions")).run;
});
afterAll(async () => {
  await moto?.stop();
});

/** A run by a user that may do these actions. */
async function runWith(actions: readonly string[]) {
  const UserName = `user-${crypto.randomUUID()}`;
  const ask = (action: string, form: Readonly<Record<string, string>>) =>
    callIam(fetch, moto.url, action, Object.entries({ UserName, ...form }), admin);
  await ask("CreateUser", {});
  const key = await ask("CreateAccessKey", {});
  const Statement = [{ Effect: "Allow", Action: actions, Resource: "*" }];
  const PolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement });
  await ask("PutUserPolicy", { PolicyName: "run", PolicyDocument });
  const credentials = {
    AWS_ACCESS_KEY_ID: textIn(key, "AccessKeyId"),
    AWS_SECRET_ACCESS_KEY: textIn(key, "SecretAccessKey"),
  };
  const guard = ["--account", "123456789012", "--region", "us-east-1"];
  // What moto answers as AWS does, so that only permissions make a difference.
  const what = ["--only", "M3P2", "--only", "B6BZ", "--drive", "raw", "--rate", "50"];
  return commandAgainst({ url: moto.url.href, credentials }, ["test", "aws", ...guard, ...what]);
}

test.for(["policy.json", "policy-full.json"])("%s lets a run do what it does", async (name) => {
  const { code, out } = await runWith(actionsOf(name));
  expect({ code, out }).toMatchObject({ code: 0 });
  expect(out).toContain("us-east-1: nothing of ours is left");
});

test.for(["ec2:ImportKeyPair", "ec2:DescribeKeyPairs", "ec2:DeleteKeyPair"])(
  "without %s: 3, and the permission is named",
  async (lacking) => {
    const { code, out } = await runWith(actionsOf("policy.json").filter((action) => action !== lacking));
    expect({ code, out }).toMatchObject({ code: 3 });
    expect(out).toContain(`the credentials lack the permission ${lacking}`);
  },
);

test("policy.json is for what smoke calls, and for no more", () => {
  const action = defaultAction();
  const contract = loadContract(action.files);
  const context = { contract, action, plan: plan(contract, action, 1), drives: ["raw", "sdk"] as const, lacks: {} };
  const { calls, cases } = callPlan("smoke", context, context.plan, { rate: defaultRate, regions: 1 });
  // GetCallerIdentity needs no permission, and an action that there is not has none.
  const called = Object.keys(calls.byAction).filter((name) => !["GetCallerIdentity", "ImportKeyPears"].includes(name));
  const wanted = [...called.map((name) => `ec2:${name}`), "ec2:CreateTags"];
  expect(actionsOf("policy.json").toSorted()).toEqual(wanted.toSorted());
  expect(policyOf("policy.json")[0]?.Resource).toBe("arn:aws:ec2:*:*:key-pair/ec2c-*");
  // What can have no name can't be named by a policy either.
  expect(cases.filter(({ planned }) => planned.nameless)).toEqual([]);
});
