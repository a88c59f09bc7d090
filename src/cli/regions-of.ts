import { UsageError } from "../errors.ts";
import { defaultRegions } from "../run.ts";

const region = /^[a-z0-9-]+$/;

/** The two Regions of `--region A[,B]`. @throws {UsageError} for what names no two different ones. */
export function regionsOf(text: string): readonly [string, string] {
  const [first = "", second = defaultRegions.find((name) => name !== first) ?? "", ...more] = text.split(",");
  if (region.test(first) && region.test(second) && more.length === 0 && first !== second) return [first, second];
  throw new UsageError(
    `Failed to use --region ${text}: it names no one or two different Regions. Write it as us-east-1 or us-east-1,us-west-2.`,
  );
}
