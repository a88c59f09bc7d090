import { CommandFailed, outcomeLine, textsOf } from "../outcome.ts";
import { codeOf, fail, open, pass, type ScenarioCheck, type ScenarioView } from "./view.ts";

/** AWS's code is in what is thrown. */
const keepsCode: ScenarioCheck = (view) => {
  const { outcome, policy } = view;
  const code = codeOf(view);
  if (code === "") return open("AWS refused nothing");
  if (outcome.kind !== "threw") return open("it threw nothing");
  const { errorCode } = policy;
  if (errorCode === undefined)
    return textsOf(outcome.error).some((text) => text.includes(code))
      ? pass
      : open(`the policy declares no errorCode, and ${code} stands nowhere in what was thrown`);
  const found = declaredCode(errorCode, outcome.error);
  // Whoever looks after a refusal may be refused once more, and tell that.
  const answered = view.sent.flatMap(({ answer }) => (answer.kind === "answered" ? (answer.code ?? []) : []));
  return found !== undefined && answered.includes(found)
    ? pass
    : fail(`the code ${code}`, found === undefined ? outcomeLine(outcome) : `the code ${found}`);
};

/** AWS's words are in what is thrown. */
const keepsMessage: ScenarioCheck = (view) => {
  const { outcome, drawn } = view;
  const trouble = drawn.network?.flatMap(({ answer }) => ("error" in answer ? answer.message : [])).at(0);
  if (outcome.kind !== "threw" || trouble === undefined) return open("it threw nothing");
  return textsOf(outcome.error).some((text) => text.includes(trouble))
    ? pass
    : fail(`AWS's message: ${trouble}`, outcomeLine(outcome));
};

function declaredCode(errorCode: NonNullable<ScenarioView["policy"]["errorCode"]>, error: unknown): string | undefined {
  if (typeof errorCode === "function") {
    try {
      const code = errorCode(error);
      return code === undefined || code === null ? undefined : String(code);
    } catch {
      // The caller's own function found nothing where it looked.
      return undefined;
    }
  }
  const printed = error instanceof CommandFailed ? error.printed : textsOf(error).join("\n");
  const match = new RegExp(errorCode).exec(printed);
  return match?.[1] ?? match?.[0];
}

export const errorChecks = {
  "keeps-code": keepsCode,
  "keeps-message": keepsMessage,
} as const satisfies Readonly<Record<string, ScenarioCheck>>;
