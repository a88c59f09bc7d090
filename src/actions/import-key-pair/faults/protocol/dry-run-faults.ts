import type { KeyPairStore } from "../../reference/key-pair-store.ts";
import { drop, onSuccess, refuse } from "../edit-answer.ts";
import type { KeyPairFault } from "../key-pair-fault.ts";
import { keepRefused, refuseImport } from "../material/misread-key.ts";

const reserved = new WeakMap<KeyPairStore, Set<string>>();

/** What a dry run does. */
export const dryRunFaults: readonly KeyPairFault[] = [
  {
    id: "dry-run-ignored",
    summary: "A dry run is no dry run.",
    area: "dry-run",
    clause: "X4B6",
    bug: { emulator: "floci" },
    kind: "skip",
    refusals: ["dry-run"],
  },
  {
    id: "dry-run-imports",
    summary: "A dry run is answered as one, and makes the key all the same.",
    area: "dry-run",
    clause: "Y7NP",
    kind: "behaviour",
    behaviour: keepRefused((refusal) => refusal === "dry-run"),
  },
  {
    id: "dry-run-takes-name",
    summary: "A dry run makes no key, but its name is taken from then on.",
    area: "dry-run",
    clause: "J7TD",
    kind: "behaviour",
    behaviour: {
      afterRefusal: (refused, { call, name = "" }, { store }) => {
        if (refused.name === "dry-run")
          reserved.set(store(call.region), (reserved.get(store(call.region)) ?? new Set()).add(name));
      },
      taken: ({ call, name = "" }, { store }) =>
        store(call.region).byName(name) !== undefined || (reserved.get(store(call.region))?.has(name) ?? false),
    },
  },
  {
    id: "dry-run-400",
    summary: "A dry run is answered with status 400.",
    area: "errors",
    clause: "T9QW",
    bug: { emulator: "moto", link: "https://github.com/getmoto/moto/pull/4270" },
    kind: "recode",
    refusals: ["dry-run"],
    as: { status: 400 },
  },
  {
    id: "dry-run-200",
    summary: "A dry run is answered with status 200.",
    area: "errors",
    clause: "T9QW",
    kind: "recode",
    refusals: ["dry-run"],
    as: { status: 200 },
  },
  {
    id: "dry-run-wrong-code",
    summary: "A dry run is answered with a code that EC2 does not have.",
    area: "dry-run",
    clause: "X4B6",
    kind: "recode",
    refusals: ["dry-run"],
    as: { code: "DryRun" },
  },
  {
    id: "dry-run-without-body",
    summary: "A dry run is answered without a body.",
    area: "errors",
    clause: "Z4BJ",
    bug: { emulator: "LocalStack" },
    kind: "wire",
    wire: (response) => (response.status === 412 ? new Response(null, response) : response),
  },
  {
    id: "dry-run-false-is-true",
    summary: "DryRun=false makes a dry run.",
    area: "dry-run",
    clause: "A8AG",
    kind: "behaviour",
    behaviour: refuseImport(({ call }) => call.parameters.get("DryRun") === "false", {
      name: "dry-run",
      status: 412,
      code: "DryRunOperation",
      message: "Request would have succeeded, but DryRun flag is set.",
    }),
  },
  {
    id: "dry-run-false-refused",
    summary: "DryRun=false is refused.",
    area: "dry-run",
    clause: "A8AG",
    kind: "behaviour",
    behaviour: refuseImport(({ call }) => call.parameters.get("DryRun") === "false"),
  },
  {
    id: "dry-run-false-answer-lost",
    summary: "With DryRun=false the key has no id.",
    area: "response",
    clause: "H9NC",
    kind: "reply",
    tree: (answer, exchange) =>
      exchange.call.parameters.get("DryRun") === "false" ? onSuccess(drop("keyPairId"))(answer, exchange) : answer,
  },
  {
    id: "describe-dry-run-ignored",
    summary: "A dry run of a description is no dry run.",
    area: "dry-run",
    clause: "D8RD",
    kind: "skip",
    refusals: ["describe-dry-run"],
  },
  {
    id: "delete-dry-run-ignored",
    summary: "A dry run of a deletion is no dry run.",
    area: "dry-run",
    clause: "D6RD",
    kind: "skip",
    refusals: ["delete-dry-run"],
  },
  {
    id: "delete-dry-run-deletes",
    summary: "A dry run of a deletion is answered as one, and deletes the key all the same.",
    area: "dry-run",
    clause: "D7KN",
    kind: "behaviour",
    behaviour: { dryRunDeletes: true },
  },
  {
    id: "dry-run-unauthorized-succeeds",
    summary: "A dry run tells somebody without permission that the request would have succeeded.",
    area: "dry-run",
    clause: "B4QD",
    kind: "reply",
    tree: refuse(
      ({ call }) => call.access === "denied" && call.parameters.get("DryRun") === "true",
      412,
      "DryRunOperation",
      "Request would have succeeded, but DryRun flag is set.",
    ),
  },
];
