import type { Language } from "./language.ts";
import { answerOf, requestsOf } from "./requests.ts";
import { quoted, say } from "./say.ts";

/** A test for vitest, with the helpers of `helpers.ts`. @param runId in whose place each run of the test has an id of its own. */
export function typescript(runId: string): Language {
  return {
    text: (words) => say(words, runId),
    answer: answerOf,
    outcome: (answer) => `outcome(${answer})`,
    code: (answer) => `code(${answer})`,
    status: (answer) => `${answer}.status`,
    body: (answer) => `${answer}.body`,
    bodyWithout: (answer, text) => `${answer}.body.replaceAll(${text}, "")`,
    header: (answer, name) => `${answer}.headers.get(${quoted(name)})`,
    mediaType: (answer) =>
      `${answer}.headers.get("content-type")?.toLowerCase().replace(/;\\s*charset="?utf-8"?$/, "")`,
    root: (answer) => `read(${answer}.body).name`,
    namespace: (answer) => `read(${answer}.body).xmlns.replace(/\\/$/, "")`,
    member: (from, path) => `text(${from}, ${quoted(path)})`,
    requestId: (answer) => `requestId(${answer})`,
    paths: (answer) => `paths(${answer})`,
    texts: (answer) => `texts(read(${answer}.body))`,
    names: (answer) => `names(${answer})`,
    fingerprints: (answer) => `[...new Set(items(${answer}).map((item) => text(item, "keyFingerprint")))]`,
    item: (answer, name) => `itemOf(${answer}, ${name})`,
    membersOf: (item) => `${item}.children.map((member) => member.name)`,
    tags: (from) => `tags(${from})`,
    keyWords: (text, which) => `${text}.trim().split(/\\s+/).slice(${which === "key" ? "0, 2" : "2"}).join(" ")`,
    distanceToNow: (time) => `Math.abs(Date.parse(${time}) - Date.now())`,

    is: (one, other) => `expect(${one}).toBe(${other});`,
    isNot: (one, other) => `expect(${one}).not.toBe(${other});`,
    isOneOf: (one, others) => `expect([${others.join(", ")}]).toContain(${one});`,
    isBelow: (number, limit) => `expect(${number}).toBeLessThan(${limit});`,
    hasStatus: (answer, status) =>
      typeof status === "number"
        ? `expect(${answer}.status).toBe(${status});`
        : `expect(Math.trunc(${answer}.status / 100)).toBe(${status.charAt(0)});`,
    matches: (text, pattern) => `expect(${text}).toMatch(${pattern});`,
    matchesNot: (text, pattern) => `expect(${text}).not.toMatch(${pattern});`,
    has: (list, one) => `expect(${list}).toContain(${one});`,
    hasNot: (list, one) => `expect(${list}).not.toContain(${one});`,
    hasNotText: (text, part) => `expect(${text}).not.toContain(${part});`,
    noneEnds: (list, end) => `expect(${list}.filter((one) => one.endsWith(${quoted(end)}))).toEqual([]);`,
    isNotBlank: (text) => `expect(${text}.trim()).not.toBe("");`,
    areJust: (list, wanted) =>
      wanted.length === 0
        ? `expect(${list}).toEqual([]);`
        : `expect(${list}.sort()).toEqual([${wanted.join(", ")}]${wanted.length > 1 ? ".sort()" : ""});`,
    differ: (all) => `expect(new Set([${all.join(", ")}]).size).toBe(${all.length});`,
    when: (outcome, how, other, lines) => [`if (${outcome} ${how === "is" ? "===" : "!=="} ${other}) {`, ...lines, "}"],

    requests: (_, seen) => requestsOf(seen, runId),
  };
}
