import type { Refusal } from "../../../mock/refusal.ts";
import type { ImportRequest, State } from "./behaviour.ts";

const characters = (text: string): number => [...text].length;

const duplicate = ({ tags }: ImportRequest, { rules }: State): string | undefined => {
  const seen = new Set<string>();
  const identities = tags.map((tag) => tag[rules.tagsUniqueBy]);
  return identities.find((identity) => seen.has(identity) || !seen.add(identity));
};

// No capture of a tag error on this action exists; the codes and texts are those of the actions nearest to it.
const invalid = { status: 400, code: "InvalidParameterValue" } as const;

export const tagRefusals = [
  {
    name: "tag-resource-type-missing",
    ...invalid,
    message: "Tag specification resource type must have a value",
    applies: ({ specifications }) => specifications.some(({ resourceType }) => !resourceType),
  },
  {
    name: "tag-resource-type",
    ...invalid,
    message: ({ specifications }, { rules }) => {
      const wrong = specifications.find(({ resourceType }) => !rules.resourceTypes.includes(resourceType ?? ""));
      return `'${wrong?.resourceType}' is not a valid taggable resource type for this operation.`;
    },
    applies: ({ specifications }, { rules }) =>
      specifications.some(({ resourceType }) => resourceType && !rules.resourceTypes.includes(resourceType)),
  },
  {
    name: "tags-missing",
    ...invalid,
    message: "Tag specification must have at least one tag",
    applies: ({ specifications }, { rules }) => specifications.some(({ tags }) => tags.length < rules.tagsMin),
  },
  {
    name: "tags-too-many",
    status: 400,
    code: "TagLimitExceeded",
    message: (_, { rules }) => `More than ${rules.tagsMax} tags specified.`,
    applies: ({ tags }, { rules }) => tags.length > rules.tagsMax,
  },
  {
    name: "tag-key-empty",
    ...invalid,
    message: "Tag key cannot be null or empty",
    applies: ({ tags }, { rules }) => tags.some(({ key }) => characters(key) < rules.tagKeyMinLength),
  },
  {
    name: "tag-key-too-long",
    ...invalid,
    message: (_, { rules }) => `Tag key exceeds the maximum length of ${rules.tagKeyMaxLength} characters`,
    applies: ({ tags }, { rules }) => tags.some(({ key }) => characters(key) > rules.tagKeyMaxLength),
  },
  {
    name: "tag-value-too-long",
    ...invalid,
    message: (_, { rules }) => `Tag value exceeds the maximum length of ${rules.tagValueMaxLength} characters`,
    applies: ({ tags }, { rules }) => tags.some(({ value }) => characters(value) > rules.tagValueMaxLength),
  },
  {
    name: "tag-key-reserved",
    ...invalid,
    message: "Tag keys starting with 'aws:' are reserved for internal use",
    applies: ({ tags }, { rules }) => tags.some(({ key }) => !new RegExp(rules.tagKeyPattern, "u").test(key)),
  },
  {
    name: "tag-key-duplicate",
    ...invalid,
    message: (request, state) => `Duplicate tag key '${duplicate(request, state)}' specified.`,
    applies: (request, state) => duplicate(request, state) !== undefined,
  },
] as const satisfies readonly Refusal<ImportRequest, State>[];
