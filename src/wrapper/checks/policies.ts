import { outcomeLine } from "../outcome.ts";
import { sameKey } from "../world.ts";
import { succeeds } from "./outcomes.ts";
import {
  fail,
  heldOf,
  importsOf,
  open,
  pass,
  type ScenarioCheck,
  type ScenarioJudged,
  type ScenarioView,
  succeeded,
} from "./view.ts";

/** A failure that passes is tried again, where the policy says so, and not where it says not. */
const retries =
  (kind: "throttling" | "server" | "connection"): ScenarioCheck =>
  (view) => {
    const declared = view.policy.retries?.[kind];
    const again = importsOf(view).length > 1;
    if (declared === undefined)
      return succeeded(view)
        ? succeeds(view)
        : open(`the policy says nothing of retries after ${kind} trouble: ${outcomeLine(view.outcome)}`);
    if (declared) return succeeds(view);
    return again
      ? fail("no second import: the policy says that it is not tried again", `${importsOf(view).length} imports`)
      : pass;
  };

/** It ends by itself. */
const returnsInTime: ScenarioCheck = ({ outcome, policy }) => {
  if (outcome.kind !== "cut-off") return pass;
  return policy.timeout
    ? fail("an end of its own within the time limit", outcomeLine(outcome))
    : open(`it ${outcomeLine(outcome)}; the policy says nothing of a timeout`);
};

/** The name is taken: what the policy says is done. */
const duplicate: ScenarioCheck = (view) => {
  const { policy, drawn, held, outcome } = view;
  const now = heldOf(view);
  const { before } = drawn;
  if (policy.onDuplicate === undefined)
    return open(`the policy says nothing of onDuplicate: it ${outcomeLine(outcome)}`);
  if (before === undefined || now === undefined)
    return fail("the name still has its key pair", `${held.length} key pairs`);
  if (policy.onDuplicate === "throw") {
    if (succeeded(view)) return fail("a failure: the name is taken", outcomeLine(outcome));
    return sameKey(now.publicKey, before.publicKey) ? pass : fail("the key pair that was there", "another one");
  }
  if (!succeeded(view)) return fail(`${policy.onDuplicate}: a successful return`, outcomeLine(outcome));
  const wanted = policy.onDuplicate === "return-existing" ? before.publicKey : drawn.input.publicKey;
  if (!sameKey(now.publicKey, wanted))
    return fail(
      `${policy.onDuplicate}: the name has ${wanted === before.publicKey ? "the key that was there" : "the new key"}`,
      "it has the other one",
    );
  return toldExisting(view, now.keyPairId);
};

function toldExisting({ result, usual, outcome }: ScenarioView, keyPairId: string): ScenarioJudged {
  const { keyPairId: told } = result;
  if (told === undefined && usual.keyPairId !== undefined)
    return fail(`keyPairId ${keyPairId} in the output, as after a plain import`, outcomeLine(outcome));
  return told === undefined || told === keyPairId ? pass : fail(`keyPairId ${keyPairId}`, `keyPairId ${told}`);
}

/** An answer was lost, and the import had taken place: the key is looked for. */
const lostAnswer: ScenarioCheck = (view) => {
  const { sent, policy, outcome } = view;
  const at = sent.findIndex(({ action, answer }) => action === "ImportKeyPair" && answer.kind === "lost");
  if (at < 0) return open("it sent no ImportKeyPair");
  const after = sent.slice(at + 1);
  const looked = after.some(({ action }) => action === "DescribeKeyPairs");
  const blind = after.find(({ action }) => action === "ImportKeyPair" || action === "DescribeKeyPairs");
  const risk =
    blind?.action === "ImportKeyPair" && !looked
      ? "a risk: it imported a second time without a look, and was told that its own key is a duplicate"
      : "it did not look whether the key is there";
  if (policy.lostAnswer === undefined)
    return looked && succeeded(view) ? pass : open(`${risk}; it ${outcomeLine(outcome)}`);
  if (!looked) return fail("a look whether the key is there", risk);
  return succeeded(view)
    ? pass
    : fail("a successful return: the key is there, and it is the one that was given", outcomeLine(outcome));
};

const dryRunOutcome: ScenarioCheck = (view) => {
  const { policy, outcome } = view;
  if (policy.onDryRun === undefined) return open(`the policy says nothing of onDryRun: it ${outcomeLine(outcome)}`);
  if (policy.onDryRun === "return") return succeeded(view) ? pass : fail("a successful return", outcomeLine(outcome));
  return succeeded(view) ? fail("DryRunOperation, thrown", outcomeLine(outcome)) : pass;
};

export const policyChecks = {
  "retries-throttling": retries("throttling"),
  "retries-server": retries("server"),
  "retries-connection": retries("connection"),
  "returns-in-time": returnsInTime,
  "on-duplicate": duplicate,
  "lost-answer": lostAnswer,
  "dry-run-outcome": dryRunOutcome,
} as const satisfies Readonly<Record<string, ScenarioCheck>>;
