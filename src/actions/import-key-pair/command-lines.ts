import type { CommandLine } from "../../action.ts";
import type { Input } from "../../model.ts";
import { quote } from "../../report/escape.ts";

/** The command lines of the AWS CLI, by action, from the parameters on the wire. */
export const commandLines: Readonly<Record<string, CommandLine>> = {
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
      ...dryRunOption(parameters),
    ];
  },
  DescribeKeyPairs: (parameters) => [
    "describe-key-pairs",
    ...listOption("--key-names", parameters, "KeyName"),
    ...listOption("--key-pair-ids", parameters, "KeyPairId"),
    ...filterOptions(parameters),
    ...(parameters.get("IncludePublicKey") === "true" ? ["--include-public-key"] : []),
    ...dryRunOption(parameters),
  ],
  DeleteKeyPair: (parameters) => [
    "delete-key-pair",
    ...[...parameters].flatMap(([name, value]) =>
      name === "KeyName" ? ["--key-name", quote(value)] : name === "KeyPairId" ? ["--key-pair-id", quote(value)] : [],
    ),
    ...dryRunOption(parameters),
  ],
};

function dryRunOption(parameters: ReadonlyMap<string, string>): string[] {
  return parameters.get("DryRun") === "true" ? ["--dry-run"] : [];
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
