import { expect, test } from "vitest";
import { faultyTarget, runOptions } from "../../scripts/measure-kills.ts";
import { createCaseRunner } from "../../src/conform.ts";
import { noBreaker } from "../../src/drive/breaker.ts";
import { createLedger } from "../../src/drive/cleanup/ledger.ts";
import { openGate } from "../../src/drive/gate.ts";
import type { Case, Drive, Transport, Verdict } from "../../src/model.ts";
import { prepareRun } from "../../src/run.ts";
import { TransportError } from "../../src/target/transport-error.ts";
import { failure } from "../../src/testing/observations.ts";
import { contract, judgedClauses } from "../self/contract.ts";

// What passes by itself is never a verdict: one throttled, cut or proxied answer leaves no clause red, wherever it comes.

const troubles: Readonly<Record<string, () => Response>> = {
  "503 RequestLimitExceeded": () => new Response(failure("RequestLimitExceeded"), { status: 503 }),
  "400 Throttling": () => new Response(failure("Throttling"), { status: 400 }),
  "503 Unavailable": () => new Response(failure("Unavailable"), { status: 503 }),
  "a proxy's 502": () => new Response("<html><body>Bad Gateway</body></html>", { status: 502 }),
  "a proxy's empty 503": () => new Response("", { status: 503 }),
  "a proxy's 504": () => new Response("<html>\n<p>Gateway Time-out", { status: 504 }),
  "a bare 429": () => new Response("slow down", { status: 429 }),
  "a reset": () => {
    throw new TransportError("reset", "the connection was reset");
  },
};

/** The reference, which meets one trouble at one request of its life. */
function troubled(at: number, trouble: () => Response) {
  const honest = faultyTarget(contract, []);
  let count = 0;
  const transport: Transport = async (request) => (count++ === at ? trouble() : honest.transport(request));
  return { target: { ...honest, transport }, met: () => count > at };
}

const share = Object.keys(troubles).length;

const prepared = await prepareRun(runOptions(contract, faultyTarget(contract, [])));
/** All resource types are one case to this law. */
const cases = prepared.selected.cases.filter(
  ({ id }) => !id.startsWith("B6JX-") || id === "B6JX-instance" || id === "B6JX-key-pair",
);

async function verdictsOf(planned: Case, drive: Drive, at: number, trouble: () => Response) {
  const { target, met } = troubled(at, trouble);
  // Nothing is said again, as if the trouble outlasted all patience: what is left of it is judged.
  const session = { ...prepared.session, target, ledger: createLedger(), breaker: noBreaker, gate: openGate };
  const runCase = await createCaseRunner({ ...prepared, session, drives: [drive] });
  const { verdicts } = await runCase(planned);
  return { verdicts, met: met() };
}

test.for(Object.keys(troubles).map((name, turn) => [name, turn] as const))(
  "%s leaves no clause red, in whatever request of whatever case",
  { timeout: 300_000 },
  async ([name, turn]) => {
    const trouble = troubles[name] ?? (() => new Response());
    const red: string[] = [];
    const unseen = new Set<string>();
    const drive: Drive = turn % 2 === 0 ? "raw" : "sdk";
    for (const [index, planned] of cases.entries()) {
      // Each trouble meets its share of the cases at every one of their requests, cleanup and all.
      if (index % share !== turn) continue;
      for (let at = 0; ; at++) {
        const { verdicts, met } = await verdictsOf(planned, drive, at, trouble);
        for (const { clause, verdict } of verdicts as readonly Verdict[]) {
          if (verdict === "fail" || verdict === "error")
            red.push(`${planned.id}, request ${at + 1}: ${clause} ${verdict}`);
          if (verdict === "indeterminate") unseen.add(clause);
        }
        if (!met) break;
      }
    }
    expect(red).toEqual([]);
    expect(unseen.size).toBeGreaterThan(20);
  },
);

test("every clause that is judged has a case among them", () => {
  const named = new Set(cases.flatMap(({ clauses }) => clauses));
  expect(judgedClauses.filter(({ id, holds }) => holds === undefined && !named.has(id))).toEqual([]);
});
