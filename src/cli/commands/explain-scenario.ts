import type { Contract } from "../../spec/contract.ts";
import { loadScenarios } from "../../wrapper/load-scenarios.ts";
import type { Ask, NetworkRule, Scenario, Trouble } from "../../wrapper/scenario.ts";

/** A scenario or a rule for wrappers in words; undefined for an id that is neither's. */
export function explainScenario(base: Contract, id: string, spec: string | undefined): string | undefined {
  const { scenarios, clauses, sources } = loadScenarios(base, spec);
  const scenario = scenarios.find((one) => one.id === id);
  if (scenario !== undefined) return inWords(scenario, clauses);
  const rule = base.clauses.has(id) ? undefined : clauses.get(id);
  if (rule === undefined) return undefined;
  const judged = scenarios.filter(({ judges }) => id in judges).map((one) => `  - ${one.id}: ${one.title}\n`);
  const cited = [...(rule.documented?.sources ?? []), ...(rule.observed?.sources ?? [])].flatMap(
    (source) => sources.get(source) ?? [],
  );
  const grounds = cited.map(({ title, quote, url = "" }) => `  - ${title}\n    "${quote}"\n    ${url}\n`);
  const level = cited.length === 0 ? "open" : rule.level;
  return `${id} · ${rule.area} · ${level} · a rule for wrappers\n${rule.text}\n\nScenarios:\n${judged.join("")}\nIt rests on:\n${grounds.join("")}`;
}

function inWords(
  { id, title, area, ask, network = [], judges, requires }: Scenario,
  clauses: Contract["clauses"],
): string {
  const judging = Object.keys(judges).map((clause) => `  - ${clause}: ${clauses.get(clause)?.text ?? ""}`);
  const lines = [
    `${id} · ${area}`,
    `${title}.`,
    "",
    `Asked for: ${asked(ask)}.`,
    ...(network.length === 0 ? ["The network answers as EC2 does without trouble."] : network.map(ruled)),
    ...(requires === undefined ? [] : [`It runs only where the policy declares ${requires}.`]),
    "",
    "Judged by:",
    ...judging,
    "",
    `To see it: ec2-contract mock --scenario ${id}`,
  ];
  return `${lines.join("\n")}\n`;
}

function asked({ key, comment, suffix, length, tags, manyTags, dryRun, region, existing }: Ask): string {
  const words = [
    `an import of a fresh ${key} key`,
    ...(comment === undefined ? [] : [`with the comment ${JSON.stringify(comment)}`]),
    ...(suffix === undefined ? [] : [`under a name that ends in ${JSON.stringify(suffix)}`]),
    ...(length === undefined ? [] : [`under a name of ${length} characters`]),
    ...(tags === undefined ? [] : [`with the tags ${JSON.stringify(tags)}`]),
    ...(manyTags === undefined ? [] : [`with ${manyTags} tags`]),
    ...(dryRun ? ["as a dry run"] : []),
    ...(region === undefined ? [] : [`in ${region}`]),
    ...(existing === undefined ? [] : [`while the name has ${existing.key === key ? "the same key" : "another key"}`]),
  ];
  return words.join(", ");
}

function ruled({ on, after, times, answer }: NetworkRule): string {
  const which = on === "*" ? "Each request" : on;
  const often = times === undefined ? "" : times === 1 ? ", once" : `, ${times} times`;
  return `${which}${after === undefined ? "" : ` after ${after}`}${often}: ${troubled(answer)}.`;
}

function troubled(answer: Trouble): string {
  if ("error" in answer) return `${answer.status} ${answer.error}: ${answer.message.replace(/\.$/, "")}`;
  if ("lost" in answer)
    return answer.lost === "cut"
      ? "it takes effect, and its answer ends in the middle"
      : `the connection is reset ${answer.lost} it takes effect`;
  if ("silent" in answer) return "nothing is ever answered";
  if ("hidden" in answer) return "the key pair is not described yet";
  return `the answer is altered (${answer.altered})`;
}
