import type { Exchange, Observation, Step, WireRequest } from "../model.ts";
import { refsIn } from "../plan/refs-in.ts";
import { encodeForm } from "../wire/query-form.ts";
import { isTrimmed } from "../wire/trim-exchange.ts";
import type { Said } from "./language.ts";
import { quoted, say } from "./say.ts";

/** Longer requests are no use to a reader. */
const longest = 16_384;
const plainForm = "application/x-www-form-urlencoded";

/** The variable that holds the answer of a step. */
export function answerOf({ id }: { readonly id: string }): string {
  return `${id.replace(/[^A-Za-z0-9]+(.)?/g, (_, next?: string) => next?.toUpperCase() ?? "")}Answer`;
}

/** The requests of these observations, in their order; what prepares is expected to be accepted. */
export function requestsOf(seen: readonly Observation[], runId: string): Said {
  const whys = seen.flatMap(({ step, exchange }) => unsayable(step, exchange) ?? []);
  if (whys[0] !== undefined) return { kind: "not", why: whys[0] };
  const lines = seen.flatMap(({ step, exchange }, index) => {
    const region = step.elsewhere ? ", regions[1]" : "";
    const request = requestOf(exchange.request, step, { runId, earlier: refsOf(step, seen.slice(0, index)) });
    const lead = `const ${answerOf(step)} = await ${request.replace(/\)$/, `${region});`)}`;
    return step.setup ? [lead, `expect(outcome(${answerOf(step)})).toBe("accepted");`] : [lead];
  });
  return { kind: "statements", lines };
}

/** Why no test sends such a request. */
export function unsayable({ as = "run", wire, together }: Step, { request }: Exchange): string | undefined {
  if (together !== undefined) return "its requests are sent at the same time";
  if (!["run", "anonymous"].includes(as) || wire?.presigned || wire?.tamper !== undefined)
    return "its request is signed by somebody else, or otherwise";
  if (isTrimmed(request.body) || isTrimmed(request.url) || request.body.length + request.url.length > longest)
    return "its request is too long to read";
  return undefined;
}

interface Context {
  readonly runId: string;
  /** Expressions for texts of earlier answers, by the text. */
  readonly earlier: ReadonlyMap<string, string>;
}

function requestOf({ method, url, body, headers }: WireRequest, { as }: Step, { runId, earlier }: Context): string {
  const { search } = new URL(url);
  const type = headers["content-type"] ?? plainForm;
  const parameters = [...new URLSearchParams(body)];
  const isPlain =
    method === "POST" &&
    search === "" &&
    as === undefined &&
    type === plainForm &&
    encodeForm(parameters) === body &&
    new Set(parameters.map(([name]) => name)).size === parameters.length;
  const value = (text: string): string => earlier.get(text) ?? say(text, runId);
  if (isPlain) return `call({ ${parameters.map(([name, text]) => `${key(name)}: ${value(text)}`).join(", ")} })`;
  const members = [
    ...(method === "GET" ? ['method: "GET"'] : []),
    ...(search === "" ? [] : [`query: ${say(search.slice(1), runId)}`]),
    ...(body === "" ? [] : [`body: ${say(body, runId)}`]),
    ...(type === plainForm ? [] : [`type: ${quoted(type)}`]),
    ...(as === "anonymous" ? ["unsigned: true"] : []),
  ];
  return `send({ ${members.join(", ")} })`;
}

function key(name: string): string {
  return /^[A-Za-z]\w*$/.test(name) ? name : quoted(name);
}

/** Expressions for what a step takes from earlier answers, by the text that it was. */
function refsOf(step: Step, earlier: readonly Observation[]): ReadonlyMap<string, string> {
  return new Map(
    refsIn(step).flatMap((ref): readonly (readonly [string, string])[] => {
      const seen = earlier.find((one) => one.step.id === ref.step);
      const text = seen?.kind === "output" ? seen.output[ref.member] : undefined;
      return typeof text === "string" ? [[text, `text(${answerOf({ id: ref.step })}, ${quoted(ref.element)})`]] : [];
    }),
  );
}
