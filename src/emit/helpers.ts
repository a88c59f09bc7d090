import type { Report } from "../report/report.ts";
import { dummyCredentials } from "../target/target.ts";
import { quoted } from "./say.ts";

/** The imports, and where the tests find the emulator. The endpoint of a target in this process gives way to the usual one of emulators. */
export function beginningOf({ target, run }: Report): readonly string[] {
  const endpoint = /^https?:\/\/(?!\w+\.localhost\b)/.test(target.endpoint)
    ? target.endpoint
    : "http://127.0.0.1:4566/";
  const [region = "us-east-1", second = region] = run.regions;
  const length = run.id.length - "ec2c-".length;
  const { accessKeyId, secretAccessKey } = dummyCredentials;
  return [
    'import { createHash, createHmac, randomBytes } from "node:crypto";',
    'import { afterEach, expect, test } from "vitest";',
    "",
    `const endpoint = process.env["EC2_ENDPOINT"] ?? ${quoted(endpoint)};`,
    `const regions = [${quoted(region)}, ${quoted(second)}] as const;`,
    `const credentials = {`,
    `  id: process.env["EC2_ACCESS_KEY_ID"] ?? ${quoted(accessKeyId)},`,
    `  secret: process.env["EC2_SECRET_ACCESS_KEY"] ?? ${quoted(secretAccessKey)},`,
    `};`,
    "/** In each name, so that no run meets what another left. */",
    `const run = \`ec2c-\${randomBytes(32).toString("hex").slice(0, ${length})}\`;`,
    'const form = "application/x-www-form-urlencoded";',
  ];
}

/** What every emitted file begins with, behind its imports: how it speaks with an emulator, and reads its answers. */
export const helpers = `interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

interface Element {
  readonly name: string;
  readonly xmlns: string;
  readonly children: Element[];
  text: string;
}

interface Wire {
  readonly method?: "GET";
  readonly query?: string;
  readonly body?: string;
  readonly type?: string;
  readonly unsigned?: true;
}

const made: { region: string; id: string }[] = [];

afterEach(async () => {
  for (const { region, id } of made.splice(0)) {
    await call({ Action: "DeleteKeyPair", Version: "2016-11-15", KeyPairId: id }, region);
  }
});

/** Sends the parameters of an action as a form. */
async function call(parameters: Readonly<Record<string, string>>, region: string = regions[0]): Promise<Answer> {
  const pairs = Object.entries(parameters).map((pair) => pair.map(encodeURIComponent).join("="));
  return await send({ body: pairs.join("&") }, region);
}

/** Sends a request as it is, signed. */
async function send({ method, query = "", body = "", type = form, unsigned }: Wire, region: string = regions[0]): Promise<Answer> {
  const url = new URL(endpoint.replace(/\\{region\\}|%7Bregion%7D/, region));
  if (query !== "") url.search = query;
  const answered = await fetch(url, {
    method: method ?? "POST",
    headers: { "content-type": type, ...(unsigned ? {} : signature(method ?? "POST", url, body, region)) },
    redirect: "manual",
    ...(method === undefined && { body }),
  });
  const answer = { status: answered.status, headers: answered.headers, body: await answered.text() };
  const id = read(answer.body).name === "ImportKeyPairResponse" ? text(answer, "keyPairId") : "";
  if (id !== "") made.push({ region, id });
  return answer;
}

/** Signature Version 4. */
function signature(method: string, url: URL, body: string, region: string): Record<string, string> {
  const time = new Date().toISOString().replace(/[:-]|\\.\\d+/g, "");
  const scope = [time.slice(0, 8), region, "ec2", "aws4_request"];
  const hash = (data: string): string => createHash("sha256").update(data).digest("hex");
  const hmac = (key: string | Buffer, data: string): Buffer => createHmac("sha256", key).update(data).digest();
  const query = url.search.slice(1).split("&").sort().join("&");
  const headers = [\`host:\${url.host}\`, \`x-amz-date:\${time}\`, ""];
  const request = [method, url.pathname, query, ...headers, "host;x-amz-date", hash(body)].join("\\n");
  const key = scope.reduce<string | Buffer>(hmac, \`AWS4\${credentials.secret}\`);
  const proof = hmac(key, ["AWS4-HMAC-SHA256", time, scope.join("/"), hash(request)].join("\\n")).toString("hex");
  const credential = \`\${credentials.id}/\${scope.join("/")}\`;
  return {
    "x-amz-date": time,
    authorization: \`AWS4-HMAC-SHA256 Credential=\${credential}, SignedHeaders=host;x-amz-date, Signature=\${proof}\`,
  };
}

/** The elements of an answer, as far as these tests look at them. */
function read(xml: string): Element {
  const open: Element[] = [{ name: "", xmlns: "", text: "", children: [] }];
  const tags = /<(\\/?)([A-Za-z][\\w.-]*)([^<>]*?)(\\/?)>([^<]*)/g;
  for (const [, end, name = "", attributes = "", empty, words = ""] of xml.matchAll(tags)) {
    const parent = open[open.length - 1];
    if (end === "/") {
      if (open.length > 1) open.pop();
    } else {
      const xmlns = /\\bxmlns\\s*=\\s*["']([^"']*)/.exec(attributes)?.[1] ?? parent?.xmlns ?? "";
      const element = { name, xmlns, text: empty === "/" ? "" : plain(words), children: [] };
      parent?.children.push(element);
      if (empty !== "/") open.push(element);
    }
  }
  return open[0]?.children[0] ?? { name: "", xmlns: "", text: "", children: [] };
}

function plain(words: string): string {
  const named: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
  return words.replace(/&(?:#x([\\da-f]+)|#(\\d+)|(\\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) =>
    name === undefined ? String.fromCodePoint(hex === undefined ? Number(decimal) : parseInt(hex, 16)) : (named[name] ?? whole),
  );
}

/** The text of the element at a path below the root; "" where there is none. */
function text(from: Answer | Element, path: string): string {
  const root = "body" in from ? read(from.body) : from;
  const steps = path.split("/");
  return steps.reduce<Element | undefined>((at, step) => at?.children.find(({ name }) => name === step), root)?.text ?? "";
}

/** The error code as it is spelled, "" where there is none. */
function code({ body }: Answer): string {
  return /<Code>([^<]*)<\\/Code>|"(?:__type|code)"\\s*:\\s*"([^"]*)"/i.exec(body)?.slice(1).find(Boolean) ?? "";
}

/** "accepted", or the code of the refusal, or what else it was. */
function outcome(answer: Answer): string {
  const refusal = code(answer).trim().replace(/^(Client|Server)\\./, "");
  if (refusal !== "") return refusal;
  const isSuccess = answer.status < 300 && /(Response|Result)$/.test(read(answer.body).name);
  return isSuccess ? "accepted" : \`HTTP \${answer.status}: \${answer.body.slice(0, 80)}\`;
}
`;

/** Further helpers, each with the word that a test uses where it needs it. */
export const furtherHelpers: Readonly<Record<string, string>> = {
  "paths(": `/** The paths of all elements. */
function paths(answer: Answer): string[] {
  const below = (path: string, { children }: Element): string[] =>
    children.flatMap((child) => [\`\${path}/\${child.name}\`, ...below(\`\${path}/\${child.name}\`, child)]);
  const root = read(answer.body);
  return [root.name, ...below(root.name, root)];
}
`,
  "texts(": `/** All texts of a document. */
function texts(element: Element): string[] {
  return [element.text, ...element.children.flatMap(texts)];
}
`,
  "requestId(": `function requestId(answer: Answer): string {
  return text(answer, "requestId") || text(answer, "RequestID");
}
`,
  "items(": `/** The key pairs of a description. */
function items(answer: Answer): Element[] {
  return read(answer.body).children.find(({ name }) => name === "keySet")?.children ?? [];
}
`,
  "names(": `/** The names of the key pairs of a description. */
function names(answer: Answer): string[] {
  return items(answer).map((item) => text(item, "keyName"));
}
`,
  "itemOf(": `/** The key pair of that name in a description. */
function itemOf(answer: Answer, name: string): Element {
  const found = items(answer).find((item) => text(item, "keyName") === name);
  if (found === undefined) throw new Error(\`the description has no \${name}: \${answer.body.slice(0, 200)}\`);
  return found;
}
`,
  "tags(": `/** Tags as "key=value", sorted. */
function tags(from: Answer | Element): string[] {
  const root = "body" in from ? read(from.body) : from;
  const set = root.children.find(({ name }) => name === "tagSet")?.children ?? [];
  return set.map((tag) => \`\${text(tag, "key")}=\${text(tag, "value")}\`).sort();
}
`,
};
