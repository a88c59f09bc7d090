import type { Action } from "../../action.ts";
import { SpecError } from "../../errors.ts";
import type { Check } from "../../judge/check.ts";
import { judgeEach } from "../../judge/view.ts";

/** What an answer repeats of its request: the clauses of the protocol compare it, character by character. */
const echoed: Check = ({ seen }) =>
  judgeEach(seen, (observation) => {
    const sent = observation.sent["KeyName"];
    if (typeof sent !== "string" || observation.kind !== "output") return "not-applicable";
    const answered = observation.output["KeyName"];
    return answered === sent ? "pass" : { expected: JSON.stringify(sent), actual: JSON.stringify(answered ?? null) };
  });

/** TemplateAction, as the stages see it. */
export const templateAction: Action = {
  name: "TemplateAction",
  files: {
    action: "TemplateAction",
    openapi: "template-action.openapi.yaml",
    clauses: ["template-action.clauses.yaml", "ec2-query.clauses.yaml"],
    corpora: [],
  },
  example: { KeyName: "{name}" },
  minimal: ["KeyName"],
  accepts: "T001",
  acceptedBy: () => "T001",
  cleanup: {
    creates: "TemplateAction",
    removes: "DeleteKeyPair",
    lists: "DescribeKeyPairs",
    items: "KeyPairs",
    name: "KeyName",
    id: "KeyPairId",
  },
  tagged: () => ({}),
  commandLines: {},
  filler: (_path, length) => ({ $pad: "{name}", to: length, with: "x" }),
  properties: async () => [],
  cases: () => [],
  checks: { echoed },
  assertions: async () => ({}),
  rules: () => ({}),
  drawKeys: async () => ({}),
  material(_contract, _draws, name) {
    throw new SpecError(
      `Failed to draw the key material ${name}: TemplateAction has none. Remove it from the clauses.`,
    );
  },
};
