import { expect, test } from "vitest";
import { UsageError } from "../errors.ts";
import { resolveTarget } from "./resolve-target.ts";

const options = { concurrency: 2, rules: {}, signal: new AbortController().signal };

test.for([
  { wanted: "aws", why: "behind its guard only" },
  { wanted: "motto", why: "there is none of this name" },
  { wanted: "", why: "there is none of this name" },
  { wanted: "localhost:4566", why: "it has no scheme. Say http://localhost:4566." },
  { wanted: "127.0.0.1:5000/path", why: "Say http://127.0.0.1:5000/path." },
  { wanted: "ftp://localhost/", why: "there is none of this name" },
  { wanted: "http://", why: "it is no URL" },
  { wanted: "http://localhost:99999", why: "it is no URL" },
  { wanted: "http://user:secret@localhost:4566/", why: "holds a user name or a password" },
  { wanted: "http://localhost:4566/?a=b", why: "a query or a fragment" },
  { wanted: "http://localhost:4566/#a", why: "a query or a fragment" },
  { wanted: "http://localhost:4566/?token=secret", why: "a query or a fragment" },
  { wanted: "http://user:secret@localhost:99999/", why: "it is no URL" },
  { wanted: "http://secret@localhost:x/?secret", why: "it is no URL" },
  { wanted: "user:secret@localhost", why: "there is none of this name" },
  { wanted: "https://ec2.us-east-1.amazonaws.com", why: "belongs to the real AWS" },
  { wanted: "https://EC2.us-east-1.AMAZONAWS.com./", why: "belongs to the real AWS" },
  { wanted: "https://ec2.us-east-1.amazonaws.com:8443/path", why: "belongs to the real AWS" },
  { wanted: "http://ec2.cn-north-1.amazonaws.com.cn/", why: "belongs to the real AWS" },
  { wanted: "https://ec2.us-east-1.api.aws/", why: "belongs to the real AWS" },
  { wanted: "https://ec2.us-east-1.%61mazonaws.com/", why: "belongs to the real AWS" },
  { wanted: "https://ec2.us-east-1.amazonaws。com/", why: "belongs to the real AWS" },
])("$wanted is a usage error", async ({ wanted, why }) => {
  const refused: unknown = await resolveTarget(wanted, options).catch((cause: unknown) => cause);
  expect(refused).toBeInstanceOf(UsageError);
  expect(String(refused)).toContain(why);
  expect(String(refused)).not.toContain("secret");
});

test.for([
  { wanted: "mock", name: "mock", endpoint: "http://mock.localhost/", lacks: [] },
  {
    wanted: "http://localhost:4566",
    name: "localhost:4566",
    endpoint: "http://localhost:4566/",
    lacks: ["signatures", "iam"],
  },
  {
    wanted: "HTTPS://Host.test:1/base/path",
    name: "host.test:1",
    endpoint: "https://host.test:1/base/path",
    lacks: ["signatures", "iam"],
  },
  {
    wanted: "http://amazonaws.com.evil.test/",
    name: "amazonaws.com.evil.test",
    endpoint: "http://amazonaws.com.evil.test/",
    lacks: ["signatures", "iam"],
  },
  {
    wanted: async () => new Response("<a/>"),
    name: "transport",
    endpoint: "http://transport.localhost/",
    lacks: ["signatures", "iam"],
  },
])("$wanted is a target", async ({ wanted, name, endpoint, lacks }) => {
  const target = await resolveTarget(wanted, options);
  await target.close();
  expect({ name: target.name, endpoint: target.endpoint.href, lacks: Object.keys(target.lacks) }).toEqual({
    name,
    endpoint,
    lacks,
  });
  expect(target.credentials.run?.accessKeyId).toMatch(/EXAMPLE$/);
});
