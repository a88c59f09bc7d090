import { expect, test } from "vitest";
import { UsageError } from "../errors.ts";
import { contract } from "../testing/observations.ts";
import { isLater, mustBePast } from "./since.ts";

test.for<{ since?: string; asOf?: string; want: boolean }>([
  { since: "0.1", want: false },
  { since: "0.1", asOf: "0.1", want: false },
  { since: "0.2", asOf: "0.1", want: true },
  { since: "0.1", asOf: "0.2", want: false },
  { since: "0.10", asOf: "0.9", want: true },
  { since: "0.9", asOf: "0.10", want: false },
  { since: "1.0", asOf: "0.10", want: true },
  { since: "0.1", asOf: "0.1.0", want: false },
  { since: "0.2", asOf: "0.1.9", want: true },
  { asOf: "0.1", want: false },
])("a clause since $since is later than $asOf: $want", ({ since, asOf, want }) => {
  expect(isLater({ ...(since !== undefined && { since }) }, asOf)).toBe(want);
});

test.for<{ asOf: string; version?: string; want?: string }>([
  { asOf: "0.1" },
  { asOf: "0.1.0" },
  { asOf: "0.1", version: "0.12.3" },
  { asOf: "0.12", version: "0.12.3" },
  { asOf: "0.2", want: "this is 0.1.0" },
  { asOf: "0.1.1", want: "this is 0.1.0" },
  { asOf: "0.0", want: "no clause is that old" },
  { asOf: "1", want: "that is no version" },
  { asOf: "v0.1", want: "that is no version" },
  { asOf: "0.1-beta", want: "that is no version" },
  { asOf: "latest", want: "that is no version" },
  { asOf: "", want: "that is no version" },
])("a run of $version pinned to $asOf: $want", ({ asOf, version = "0.1.0", want }) => {
  const pin = () => mustBePast(asOf, contract, version);
  if (want === undefined) expect(pin).not.toThrow();
  else
    expect(pin).toThrow(
      new UsageError(
        `Failed to judge as of ${asOf}: ${want}. Name the version of ec2-contract whose clauses are to gate, such as 0.1.`,
      ),
    );
});
