import { isTrimmed } from "../drive/trim-exchange.ts";
import type { CaseResult, Exchange, Input } from "../model.ts";
import type { Repro } from "./report.ts";

/** Longer command lines are no use to anybody, and beyond some hundred kilobytes no shell takes them. */
const longest = 16_384;

/**
 * Commands that send the requests of a case again: those of the raw drive where it spoke, one a line. Credentials come
 * from the environment, and a signature is never part of them.
 */
export function reproOf(result: CaseResult, region: string): Repro {
  const { steps } = result.case;
  const [drive] = result.exchanges.map((exchange) => exchange.drive);
  const exchanges = steps.flatMap(
    (step) => result.exchanges.find((exchange) => exchange.step === step.id && exchange.drive === drive) ?? [],
  );
  if (exchanges.some(({ request }) => isTrimmed(request.body) || isTrimmed(request.url)))
    return { curl: null, aws: null };
  // Signed by somebody else, or otherwise than curl signs.
  const foreign = steps.some(
    ({ as = "run", wire }) => !["run", "anonymous"].includes(as) || wire?.presigned || wire?.tamper !== undefined,
  );
  if (foreign) return { curl: null, aws: null };
  const curls = exchanges.map((exchange) => curlOf(exchange, region));
  const plain = steps.every(({ wire, as }) => wire === undefined && as === undefined);
  const clis = plain ? exchanges.map((exchange) => awsOf(exchange, region)) : [null];
  return { curl: joined(curls), aws: joined(clis) };
}

function joined(commands: readonly (string | null)[]): string | null {
  if (commands.length === 0 || commands.includes(null)) return null;
  const text = commands.join("\n");
  return text.length > longest ? null : text;
}

/** `curl --aws-sigv4` signs with the keys of the environment. */
function curlOf({ request, step }: Exchange, region: string): string {
  const { method, url, body, headers } = request;
  const signed = "authorization" in headers;
  const auth = signed
    ? `--aws-sigv4 ${quote(`aws:amz:${region}:ec2`)} --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY" `
    : "";
  const type = headers["content-type"];
  const typed = type === undefined || method === "GET" ? "" : `--header ${quote(`content-type: ${type}`)} `;
  const data = method === "GET" ? "" : ` --data-raw ${quote(body)}`;
  return `curl --silent --show-error --include --globoff ${auth}${typed}${quote(url)}${data} # ${step}`;
}

type Cli = (parameters: ReadonlyMap<string, string>) => readonly string[] | null;

/** The command lines of the AWS CLI, by action, from the parameters on the wire. */
const clis: Readonly<Record<string, Cli>> = {
  ImportKeyPair: (parameters) => {
    const name = parameters.get("KeyName");
    const material = parameters.get("PublicKeyMaterial");
    // The CLI refuses by itself what lacks a required option.
    if (name === undefined || material === undefined) return null;
    return [
      "import-key-pair",
      ...["--key-name", quote(name)],
      ...["--public-key-material", `fileb://<(printf %s ${quote(material)} | base64 --decode)`],
      ...tagOptions(parameters),
      ...(parameters.get("DryRun") === "true" ? ["--dry-run"] : []),
    ];
  },
  DescribeKeyPairs: (parameters) => [
    "describe-key-pairs",
    ...listOption("--key-names", parameters, "KeyName"),
    ...listOption("--key-pair-ids", parameters, "KeyPairId"),
    ...filterOptions(parameters),
    ...(parameters.get("IncludePublicKey") === "true" ? ["--include-public-key"] : []),
  ],
  DeleteKeyPair: (parameters) => [
    "delete-key-pair",
    ...[...parameters].flatMap(([name, value]) =>
      name === "KeyName" ? ["--key-name", quote(value)] : name === "KeyPairId" ? ["--key-pair-id", quote(value)] : [],
    ),
  ],
};

function awsOf({ request, action, step }: Exchange, region: string): string | null {
  const parameters = new Map(new URLSearchParams(request.body));
  // No argument of a program can hold a NUL.
  if ([...parameters.values()].some((value) => value.includes("\0"))) return null;
  const options = clis[action]?.(parameters);
  if (options === undefined || options === null) return null;
  return `aws ec2 ${options.join(" ")} --endpoint-url ${quote(request.url)} --region ${quote(region)} # ${step}`;
}

function listOption(option: string, parameters: ReadonlyMap<string, string>, name: string): string[] {
  const values = [...parameters].filter(([key]) => key.startsWith(`${name}.`)).map(([, value]) => quote(value));
  return values.length === 0 ? [] : [option, ...values];
}

function tagOptions(parameters: ReadonlyMap<string, string>): string[] {
  const specifications = indexed(parameters, "TagSpecification").map((specification) => ({
    ...pick(specification, "ResourceType"),
    Tags: indexed(specification, "Tag").map((tag) => ({ ...pick(tag, "Key"), ...pick(tag, "Value") })),
  }));
  return specifications.length === 0 ? [] : ["--tag-specifications", quote(JSON.stringify(specifications))];
}

function filterOptions(parameters: ReadonlyMap<string, string>): string[] {
  const filters = indexed(parameters, "Filter").map((filter) => ({
    ...pick(filter, "Name"),
    Values: [...filter].filter(([key]) => key.startsWith("Value.")).map(([, value]) => value),
  }));
  return filters.length === 0 ? [] : ["--filters", quote(JSON.stringify(filters))];
}

function pick(from: ReadonlyMap<string, string>, member: string): Input {
  const value = from.get(member);
  return value === undefined ? {} : { [member]: value };
}

/** The members of `Name.1.…`, `Name.2.…` and so on. */
function indexed(parameters: ReadonlyMap<string, string>, name: string): ReadonlyMap<string, string>[] {
  const found = new Map<string, Map<string, string>>();
  for (const [key, value] of parameters) {
    const [, index, rest] = key.match(new RegExp(`^${name}\\.(\\d+)\\.(.+)$`)) ?? [];
    if (index === undefined || rest === undefined) continue;
    const members = found.get(index) ?? new Map<string, string>();
    found.set(index, members.set(rest, value));
  }
  return [...found.values()];
}

/** Quoted for a POSIX shell; control characters in ANSI-C quotes, so that a pasted command can't do more than it says. */
function quote(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text)) return text;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  if (!/[\x00-\x1f\x7f-\x9f\u200b-\u206f\ufeff]/.test(text)) return `'${text.replaceAll("'", `'\\''`)}'`;
  const escaped = text.replace(/[\\'\x00-\x1f\x7f-\x9f\u200b-\u206f\ufeff]/g, (char) =>
    // Bytes, as what bash makes of a code point depends on the locale.
    char === "\\" || char === "'" ? `\\${char}` : Buffer.from(char).toString("hex").replace(/../g, "\\x$&"),
  );
  return `$'${escaped}'`;
}
