import type { Mock, MockOptions } from "../../mock/create-mock.ts";
import type { Fault } from "../../mock/fault.ts";
import type { Report } from "../../report/report.ts";

/** What a report says about its target: the JSON report, or the file that holds it. */
export type Like = string | Report;

/** The faults that make the reference emulator answer as the target of a report did. */
export interface Likeness {
  readonly faults: readonly Fault[];
  /** Clauses that failed there and that no fault explains: they hold here. */
  readonly unexplained: readonly string[];
}

/**
 * The first fault of each cause of a report. A report without causes, or with some that this version does not know, is
 * diagnosed anew.
 * @throws {UsageError} for what is no report, and for a report that tells no causes: of a wrapper, or of documents.
 */
export async function likenessOf(like: Like): Promise<Likeness> {
  const [{ faults }, { readReport }] = await Promise.all([
    import("./faults/faults.ts"),
    import("../../report/read-report.ts"),
  ]);
  const report = typeof like === "string" ? readReport(like) : like;
  const known = new Map(faults.map((fault) => [fault.id, fault]));
  const isKnown = report.causes?.every(({ faults: [id = ""] }) => known.has(id)) ?? false;
  const { causes, unexplained = [] } = isKnown ? report : await diagnosed(report);
  return {
    faults: (causes ?? []).flatMap(({ faults: [id = ""] }) => known.get(id) ?? []),
    unexplained: unexplained.map(({ clause }) => clause),
  };
}

async function diagnosed(report: Report): Promise<Report> {
  const [{ withCauses }, { importKeyPair: action }, { loadContract }, { UsageError }] = await Promise.all([
    import("../../diagnose/with-causes.ts"),
    import("./import-key-pair.ts"),
    import("../../spec/load-contract.ts"),
    import("../../errors.ts"),
  ]);
  const explained = await withCauses(loadContract(action.files), action, report);
  if (explained.causes !== undefined) return explained;
  throw new UsageError(
    "Failed to be like the target of this report: it tells no causes, as it is of a wrapper, or the documents gate in it. Name the JSON report of a run against an emulator.",
  );
}

/** The reference emulator with the causes of a report, which are read when the first request comes. */
export function mockLike(like: Like, { faults = [], ...options }: MockOptions = {}): Mock {
  let made: Promise<Mock> | undefined;
  const make = async (): Promise<Mock> => {
    const [likeness, { createMock }] = await Promise.all([likenessOf(like), import("../../mock/create-mock.ts")]);
    return createMock({ ...options, faults: [...likeness.faults, ...faults] });
  };
  return async (request) => {
    made ??= make();
    return (await made)(request);
  };
}
