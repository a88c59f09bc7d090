import { outcomeLine, textsOf } from "../outcome.ts";
import { isRetryable, isSameRequest } from "../sent-call.ts";
import { sameKey } from "../world.ts";
import {
  codeOf,
  fail,
  heldOf,
  importsOf,
  open,
  pass,
  type ScenarioCheck,
  type ScenarioView,
  succeeded,
} from "./view.ts";

/** The key is imported. */
const imports: ScenarioCheck = (view) => {
  if (!succeeded(view)) return fail("a successful return: AWS imports such a key", outcomeLine(view.outcome));
  const held = heldOf(view);
  return held !== undefined && sameKey(held.publicKey, view.drawn.input.publicKey)
    ? pass
    : fail("the key is imported", held === undefined ? "no ImportKeyPair arrived" : "another key was");
};

/** The fingerprint that is told is the one that AWS answered, in its form. */
const tellsFingerprint: ScenarioCheck = (view) => {
  if (!succeeded(view) && importsOf(view).length === 0) return open("it sent no ImportKeyPair");
  if (!succeeded(view)) return fail("a successful return", outcomeLine(view.outcome));
  const { fingerprint: allowed } = toldOf(view);
  const { fingerprint } = view.result;
  if (fingerprint === undefined)
    return view.usual.fingerprint === undefined
      ? open("its output tells no fingerprint")
      : fail("a fingerprint in the output, as after a plain import", outcomeLine(view.outcome));
  return allowed.includes(fingerprint) ? pass : fail(`the fingerprint ${allowed.join(" or ")}`, fingerprint);
};

/** The key is imported, and what is told of it is what AWS answered. */
export const succeeds: ScenarioCheck = (view) => {
  const { outcome, drawn, result, usual } = view;
  if (!succeeded(view)) return fail("a successful return: AWS imported the key", outcomeLine(outcome));
  if (heldOf(view) === undefined) return fail("the key is imported", "no ImportKeyPair arrived that makes this key");
  const told = toldOf(view);
  for (const member of ["keyName", "keyPairId", "fingerprint"] as const) {
    const value = result[member];
    if (value === undefined && usual[member] !== undefined)
      return fail(`${member} in the output, as after a plain import`, `no ${member}: ${outcomeLine(outcome)}`);
    const allowed = member === "keyName" ? [drawn.input.keyName] : told[member];
    if (value !== undefined && !allowed.includes(value))
      return fail(`${member} ${allowed.join(" or ")}`, `${member} ${value}`);
  }
  return pass;
};

/** The same, but whoever does not even send such a request has rules of its own. */
const succeedsIfSent: ScenarioCheck = (view) =>
  importsOf(view).length === 0 ? open(`it sent no ImportKeyPair: ${outcomeLine(view.outcome)}`) : succeeds(view);

/** What the network told of the key pair, in any of its answers. */
function toldOf({ sent }: ScenarioView): { readonly keyPairId: string[]; readonly fingerprint: string[] } {
  const bodies = sent.flatMap(({ answer }) => (answer.kind === "answered" ? answer.body : []));
  const all = (name: string): string[] =>
    bodies.flatMap((body) =>
      [...body.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, "g"))].map((match) => match[1] ?? ""),
    );
  return { keyPairId: all("keyPairId"), fingerprint: all("keyFingerprint") };
}

/** The key pair has each tag that was asked for, whichever request brought it; more are fine. */
const tagsKept: ScenarioCheck = (view) => {
  const { input } = view.drawn;
  const held = heldOf(view);
  if (held === undefined) return open("no key was imported");
  const lost = Object.entries(input.tags ?? {}).find(([key, value]) => held.tags[key] !== value);
  if (lost === undefined) return pass;
  const [key, value] = lost;
  return fail(`the tag ${key}=${value}`, key in held.tags ? `${key}=${held.tags[key]}` : `no tag ${key}`);
};

/** What is told of the tags is what was asked for; more are fine. */
const tagsTold: ScenarioCheck = (view) => {
  const succeededFirst = succeeds(view);
  if (succeededFirst.kind === "fail") return succeededFirst;
  const { tags } = view.result;
  if (tags === undefined) return open("its output tells nothing of tags");
  const brought = importsOf(view).some(({ parameters }) => parameters.has("TagSpecification.1.Tag.1.Key"));
  if (!brought) return open("it brought the tags by another request than the import");
  const lost = Object.entries(view.drawn.input.tags ?? {}).find(([key, value]) => tags[key] !== value);
  return lost === undefined
    ? pass
    : fail(`the tag ${lost.join("=")} in the output`, JSON.stringify(tags).slice(0, 200));
};

/** A refusal is not told as a success. */
const reportsRefusal: ScenarioCheck = (view) => {
  if (codeOf(view) === "") return open("AWS refused nothing");
  return succeeded(view) && !textsOf(returned(view)).some((text) => text.includes(codeOf(view)))
    ? fail(`a failure: AWS refused with ${codeOf(view)}`, outcomeLine(view.outcome))
    : pass;
};

/** What a successful return brought. */
function returned({ outcome }: ScenarioView): unknown {
  return outcome.kind === "returned" ? outcome.output : undefined;
}

/** An error that will not pass is not answered by the same request once more. */
const notResent: ScenarioCheck = ({ sent }) => {
  for (const [at, call] of sent.entries()) {
    const next = sent[at + 1];
    if (next === undefined || call.action !== "ImportKeyPair" || isRetryable(call.answer)) continue;
    const { answer } = call;
    if (answer.kind === "answered" && answer.status < 400) continue;
    // The network's own last means against a storm, of which another rule tells.
    if (answer.kind === "answered" && answer.code === "Blocked") break;
    if (isSameRequest(call, next))
      return fail(
        `no second try after ${"code" in answer ? answer.code : "a refusal"}`,
        "the same request at once again",
      );
  }
  return pass;
};

/** The most attempts that anybody takes for one import; SDKs make three to five. */
const mostAttempts = 10;

const bounded: ScenarioCheck = ({ sent }) => {
  const imports = sent.filter(({ action }) => action === "ImportKeyPair");
  const most = Math.max(0, ...imports.map((call) => imports.filter((other) => isSameRequest(call, other)).length));
  return most > mostAttempts ? fail(`at most ${mostAttempts} attempts`, `${most} attempts`) : pass;
};

/** Never judged: whether an answer that AWS does not give was noticed. */
const notices: ScenarioCheck = (view) => open(succeeded(view) ? "not noticed" : "noticed");

export const outcomeChecks = {
  succeeds,
  "succeeds-if-sent": succeedsIfSent,
  imports,
  "tells-fingerprint": tellsFingerprint,
  "tags-kept": tagsKept,
  "tags-told": tagsTold,
  "reports-refusal": reportsRefusal,
  "not-resent": notResent,
  bounded,
  notices,
} as const satisfies Readonly<Record<string, ScenarioCheck>>;
