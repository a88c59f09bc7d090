import type { Language } from "../language.ts";
import { answerName, pythonRequests } from "./python-requests.ts";
import { pythonLiteral, pythonPattern, pythonText } from "./python-text.ts";

/** A test for pytest, with the helpers of `python-helpers.ts`. @param runId in whose place each run of the test has an id of its own. */
export function python(runId: string): Language {
  const search = (text: string, pattern: RegExp): string =>
    `re.search(${pythonPattern(pattern).replace("%", () => text)})`;
  return {
    text: (words) => pythonText(words, runId),
    answer: answerName,
    outcome: (answer) => `outcome(${answer})`,
    code: (answer) => `code(${answer})`,
    status: (answer) => `${answer}.status`,
    body: (answer) => `${answer}.body`,
    bodyWithout: (answer, text) => `${answer}.body.replace(${text}, "")`,
    header: (answer, name) => `${answer}.headers.get(${pythonLiteral(name)})`,
    mediaType: (answer) => `re.sub(r'; *charset="?utf-8"?$', "", ${answer}.headers.get("content-type", "").lower())`,
    root: (answer) => `name_of(read(${answer}))`,
    namespace: (answer) => `namespace(${answer})`,
    member: (from, path) => `text(${from}, ${pythonLiteral(path)})`,
    requestId: (answer) => `request_id(${answer})`,
    paths: (answer) => `paths(read(${answer}))`,
    texts: (answer) => `[one.text or "" for one in read(${answer}).iter()]`,
    names: (answer) => `[text(one, "keyName") for one in items(${answer})]`,
    fingerprints: (answer) => `{text(one, "keyFingerprint") for one in items(${answer})}`,
    item: (answer, name) => `item_of(${answer}, ${name})`,
    membersOf: (item) => `[name_of(one) for one in ${item}]`,
    tags: (from) => `tags(${from})`,
    keyWords: (text, which) => `" ".join(${text}.split()[${which === "key" ? ":2" : "2:"}])`,
    distanceToNow: (time) => `distance_to_now(${time})`,

    is: (one, other) => `assert ${one} == ${other}`,
    isNot: (one, other) => `assert ${one} != ${other}`,
    isOneOf: (one, others) =>
      others.length === 1 ? `assert ${one} == ${others[0]}` : `assert ${one} in [${others.join(", ")}]`,
    isBelow: (number, limit) => `assert ${number} < ${limit}`,
    hasStatus: (answer, status) =>
      typeof status === "number"
        ? `assert ${answer}.status == ${status}`
        : `assert ${answer}.status // 100 == ${status.charAt(0)}`,
    matches: (text, pattern) => `assert ${search(text, pattern)}`,
    matchesNot: (text, pattern) => `assert not ${search(text, pattern)}`,
    has: (list, one) => `assert ${one} in ${list}`,
    hasNot: (list, one) => `assert ${one} not in ${list}`,
    hasNotText: (text, part) => `assert ${part} not in ${text}`,
    noneEnds: (list, end) => `assert [one for one in ${list} if one.endswith(${pythonLiteral(end)})] == []`,
    isNotBlank: (text) => `assert ${text}.strip() != ""`,
    areJust: (list, wanted) => `assert sorted(${list}) == ${wanted.length > 1 ? "sorted" : ""}${listed(wanted)}`,
    differ: (all) => `assert len({${all.join(", ")}}) == ${all.length}`,
    when: (outcome, how, other, lines) => [
      `if ${outcome} ${how === "is" ? "==" : "!="} ${other}:`,
      ...lines.map((line) => `    ${line}`),
    ],

    requests: (_, seen) => pythonRequests(seen, runId),
  };
}

function listed(all: readonly string[]): string {
  return all.length > 1 ? `([${all.join(", ")}])` : `[${all.join("")}]`;
}
