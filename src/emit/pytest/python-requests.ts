import type { BoundValue, Observation, Step } from "../../model.ts";
import { refsIn } from "../../plan/refs-in.ts";
import type { Said } from "../language.ts";
import { unsayable } from "../requests.ts";
import { pythonBytes, pythonLiteral, pythonText } from "./python-text.ts";

const plainForm = "application/x-www-form-urlencoded";

/** The variable that holds the answer of a step. */
export function answerName({ id }: { readonly id: string }): string {
  const words = id.replaceAll(/[^A-Za-z0-9]+/g, "_").replaceAll(/(?<=[a-z])(?=[A-Z])/g, "_");
  return `${words.toLowerCase()}_answer`.replace(/^(?=\d)/, "_");
}

/** The requests of these observations, in their order; what prepares is expected to be accepted. By boto3 what that can say. */
export function pythonRequests(seen: readonly Observation[], runId: string): Said {
  const whys = seen.flatMap(({ step, exchange }) => unsayable(step, exchange) ?? []);
  if (whys[0] !== undefined) return { kind: "not", why: whys[0] };
  const lines = seen.flatMap((one, index) => {
    const { step } = one;
    const earlier = refsOf(step, seen.slice(0, index));
    const request =
      step.wire === undefined && step.as === undefined ? calledOf(one, runId, earlier) : sentOf(one, runId);
    const lead = `${answerName(step)} = ${request}`;
    return step.setup ? [lead, `assert outcome(${answerName(step)}) == "accepted"`] : [lead];
  });
  return { kind: "statements", lines };
}

type Earlier = ReadonlyMap<string, string>;

/** By boto3, with the parameters by their names there. */
function calledOf({ step, sent }: Observation, runId: string, earlier: Earlier): string {
  const operation = step.action.replaceAll(/(?<=[a-z])(?=[A-Z])/g, "_").toLowerCase();
  const value = (given: BoundValue): string => {
    if (typeof given === "string") return earlier.get(given) ?? pythonText(given, runId);
    if (typeof given === "boolean") return given ? "True" : "False";
    if (given instanceof Uint8Array) return pythonBytes(given);
    if (Array.isArray(given)) return `[${given.map(value).join(", ")}]`;
    const members = Object.entries(given).map(([name, member]) => `${pythonLiteral(name)}: ${value(member)}`);
    return `{${members.join(", ")}}`;
  };
  const parameters = Object.entries(sent).map(([name, given]) => `, ${name}=${value(given)}`);
  return `ec2.call("${operation}"${regionOf(step)}${parameters.join("")})`;
}

/** As it was on the wire, signed by botocore where it was signed. */
function sentOf({ step, exchange: { request } }: Observation, runId: string): string {
  const { search } = new URL(request.url);
  const type = request.headers["content-type"] ?? plainForm;
  const members = [
    ...(request.method === "GET" ? ['method="GET"'] : []),
    ...(search === "" ? [] : [`query=${pythonText(search.slice(1), runId)}`]),
    ...(request.body === "" ? [] : [`body=${pythonText(request.body, runId)}`]),
    ...(type === plainForm ? [] : [`content_type=${pythonLiteral(type)}`]),
    ...(step.as === "anonymous" ? ["signed=False"] : []),
  ];
  return `ec2.send(${[...members, ...(step.elsewhere ? ["region=REGIONS[1]"] : [])].join(", ")})`;
}

function regionOf({ elsewhere }: Step): string {
  return elsewhere ? ", region=REGIONS[1]" : "";
}

/** Expressions for what a step takes from earlier answers, by the text that it was. */
function refsOf(step: Step, earlier: readonly Observation[]): Earlier {
  return new Map(
    refsIn(step).flatMap((ref): readonly (readonly [string, string])[] => {
      const seen = earlier.find((one) => one.step.id === ref.step);
      const text = seen?.kind === "output" ? seen.output[ref.member] : undefined;
      return typeof text === "string"
        ? [[text, `text(${answerName({ id: ref.step })}, ${pythonLiteral(ref.element)})`]]
        : [];
    }),
  );
}
