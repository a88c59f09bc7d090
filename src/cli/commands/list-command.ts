import { contractFiles } from "../../actions/import-key-pair/contract-files.ts";
import { UsageError } from "../../errors.ts";
import { describeClause } from "../../report/describe-clause.ts";
import { oneLine } from "../../report/escape.ts";
import { isOpen } from "../../spec/grounds.ts";
import { loadContract } from "../../spec/load-contract.ts";

export interface ListOptions {
  readonly json?: boolean;
  readonly spec?: string;
  readonly seed: number;
  readonly venv?: string;
}

type Row = Readonly<Record<string, unknown>>;
interface Listing {
  readonly rows: readonly Row[];
  line(row: Row): string;
}

/** `ec2-contract list`. @throws {UsageError} for a thing that can't be listed. */
export async function listCommand(what: string, options: ListOptions): Promise<void> {
  const listing = (listings as Readonly<Record<string, (options: ListOptions) => Listing | Promise<Listing>>>)[what];
  if (listing === undefined || !Object.hasOwn(listings, what)) {
    throw new UsageError(`Failed to list ${what}: there is no such list. Use ${Object.keys(listings).join(", ")}.`);
  }
  const { rows, line } = await listing(options);
  process.stdout.write(
    options.json ? `${JSON.stringify(rows, null, 2)}\n` : rows.map((row) => `${oneLine(line(row), 200)}\n`).join(""),
  );
}

// Each list loads what it is made from: what else there is would take most of the time.
const listings = {
  clauses: ({ spec }: ListOptions): Listing => {
    const rows = [...loadContract(contractFiles, spec).clauses.values()].map((clause) => ({
      ...describeClause(clause),
      open: isOpen(clause),
    }));
    return {
      rows,
      line: (row) =>
        `${row["id"]}  ${String(row["area"]).padEnd(11)} ${row["open"] ? "open  " : String(row["level"]).padEnd(6)}  ${String(row["confidence"] ?? "").padEnd(8)}  ${row["text"]}`,
    };
  },
  cases: async ({ spec, seed }: ListOptions): Promise<Listing> => {
    const { plan } = await import("../../plan/plan.ts");
    const { contract, action } = await contractOf(spec);
    const rows = plan(contract, action, seed).map(({ id, area, title, clauses }) => ({ id, area, title, clauses }));
    return { rows, line: (row) => `${String(row["id"]).padEnd(28)} ${String(row["area"]).padEnd(11)} ${row["title"]}` };
  },
  faults: async (_: ListOptions): Promise<Listing> => {
    const { faults } = await import("../../actions/import-key-pair/faults/faults.ts");
    const rows = faults.map(({ id, area, clause, summary, bug }) => ({
      id,
      area,
      clause,
      summary,
      ...(bug && { bug }),
    }));
    return { rows, line: (row) => `${String(row["id"]).padEnd(34)} ${row["clause"]}  ${row["summary"]}` };
  },
  properties: async ({ spec }: ListOptions): Promise<Listing> => {
    const { contract, action } = await contractOf(spec);
    const { propertiesOf, summaryCase } = await import("../../explore/random-case.ts");
    const rows = (await propertiesOf(contract, action)).map((property): Row => {
      const { id, area, title, clauses } = summaryCase(property);
      return { id, area, title, clauses };
    });
    return { rows, line: (row) => `${String(row["id"]).padEnd(28)} ${String(row["area"]).padEnd(11)} ${row["title"]}` };
  },
  scenarios: async ({ spec }: ListOptions): Promise<Listing> => {
    const { loadScenarios } = await import("../../wrapper/load-scenarios.ts");
    const rows = loadScenarios(loadContract(contractFiles, spec), spec).scenarios.map(
      ({ id, area, title, judges }) => ({
        id,
        area,
        title,
        clauses: Object.keys(judges),
      }),
    );
    return { rows, line: (row) => `${String(row["id"]).padEnd(28)} ${String(row["area"]).padEnd(11)} ${row["title"]}` };
  },
  targets: async ({ venv }: ListOptions): Promise<Listing> => {
    const [{ listTargets }, { venvOf }] = await Promise.all([
      import("../../target/list-targets.ts"),
      import("../option-values.ts"),
    ]);
    const rows = (await listTargets(venvOf(venv))).map((target): Row => ({ ...target }));
    return { rows, line: (row) => `${String(row["name"]).padEnd(12)} ${found(row).padEnd(16)} ${row["about"]}` };
  },
} as const satisfies Readonly<Record<string, (options: ListOptions) => Listing | Promise<Listing>>>;

function found({ version, install }: Row): string {
  if (version !== undefined) return `found ${version}`;
  return install === undefined ? "" : "not installed";
}

async function contractOf(spec: string | undefined) {
  const { defaultAction } = await import("../../actions/actions.ts");
  const action = defaultAction();
  return { action, contract: loadContract(action.files, spec) };
}
