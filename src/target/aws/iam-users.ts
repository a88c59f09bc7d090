import { SignatureV4 } from "@smithy/signature-v4";
import { messageOf, UsageError } from "../../errors.ts";
import type { Transport } from "../../model.ts";
import { parseXml } from "../../wire/parse-xml.ts";
import { encodeForm, type Parameter } from "../../wire/query-form.ts";
import { sha256 } from "../../wire/sha256.ts";
import { mostOfSideCall, readBody } from "../read-body.ts";
import { type Credentials, dummyCredentials } from "../target.ts";

/** The users of one run: one that may do everything, one that may do nothing. */
export interface IamUsers {
  readonly run: Credentials;
  readonly unauthorized: Credentials;
  /** Deletes the one that may do nothing. */
  remove(): Promise<void>;
}

const allowAll = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
});

/**
 * Makes the users of a run through the target's own IAM, by three calls for the one and two for the other.
 * @throws {UsageError} when the target's IAM refuses, or does not answer.
 */
export async function createIamUsers(transport: Transport, url: URL, prefix: string): Promise<IamUsers> {
  const [may, mayNot] = [`${prefix}-may`, `${prefix}-may-not`];
  const call = (action: string, parameters: readonly Parameter[], signer: Credentials) =>
    callIam(transport, url, action, parameters, signer);
  const create = async (user: string): Promise<Credentials> => {
    await call("CreateUser", [["UserName", user]], dummyCredentials);
    const answer = await call("CreateAccessKey", [["UserName", user]], dummyCredentials);
    return { accessKeyId: textIn(answer, "AccessKeyId"), secretAccessKey: textIn(answer, "SecretAccessKey") };
  };
  const run = await create(may);
  const policy: readonly Parameter[] = [
    ["UserName", may],
    ["PolicyName", "all"],
    ["PolicyDocument", allowAll],
  ];
  await call("PutUserPolicy", policy, dummyCredentials);
  const unauthorized = await create(mayNot);
  const remove = async (): Promise<void> => {
    // The one that may do everything stays: once its policy is gone, nobody could sign the rest of its removal.
    await call(
      "DeleteAccessKey",
      [
        ["UserName", mayNot],
        ["AccessKeyId", unauthorized.accessKeyId],
      ],
      run,
    );
    await call("DeleteUser", [["UserName", mayNot]], run);
  };
  return { run, unauthorized, remove };
}

/** One call of IAM. @throws {UsageError} when it is refused, or not answered. */
export async function callIam(
  transport: Transport,
  url: URL,
  action: string,
  parameters: readonly Parameter[],
  credentials: Credentials,
): Promise<string> {
  const body = encodeForm([["Action", action], ["Version", "2010-05-08"], ...parameters]);
  const signer = new SignatureV4({ service: "iam", region: "us-east-1", credentials, sha256 });
  const { headers } = await signer.sign({
    method: "POST",
    protocol: url.protocol,
    hostname: url.hostname,
    path: url.pathname,
    query: {},
    headers: { host: url.host, "content-type": "application/x-www-form-urlencoded" },
    body,
  });
  const { host: _, ...sent } = headers;
  const { status, text } = await said(transport, new Request(url, { method: "POST", headers: sent, body }));
  if (status === 200) return text;
  throw new UsageError(
    `Failed to make the users of the run: IAM answered ${action} with ${status}. Look at the target's IAM, or leave "users" out of the profile.`,
  );
}

async function said(transport: Transport, request: Request): Promise<{ status: number; text: string }> {
  try {
    const response = await transport(new Request(request, { signal: AbortSignal.timeout(30_000) }));
    return { status: response.status, text: (await readBody(response, mostOfSideCall)).toString() };
  } catch (cause) {
    throw new UsageError(
      `Failed to make the users of the run: IAM did not answer: ${messageOf(cause)}. See that the target runs, or leave "users" out of the profile.`,
      { cause },
    );
  }
}

/** The text of the first element of that name. */
export function textIn(xml: string, name: string): string {
  const parsed = parseXml(xml);
  const queue = parsed.kind === "document" ? [parsed.root] : [];
  for (let element = queue.shift(); element !== undefined; element = queue.shift()) {
    if (element.name === name) return element.text;
    queue.push(...element.children);
  }
  throw new UsageError(`Failed to make the users of the run: IAM answered without ${name}. Look at the target's IAM.`);
}
