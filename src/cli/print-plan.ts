import { defaultAction } from "../actions/actions.ts";
import type { Drive, Tier } from "../model.ts";
import { callPlan, callPlans, defaultRate } from "../plan/call-plan.ts";
import { plan } from "../plan/plan.ts";
import { type Selection, select } from "../plan/select.ts";
import { planText } from "../report/plan-text.ts";
import type { Contract } from "../spec/contract.ts";
import { lacksOf } from "../target/profile.ts";
import { awsProfile, namedRegions } from "./open-aws.ts";

interface PlanOptions {
  readonly contract: Contract;
  readonly seed: number;
  readonly selection: Selection;
  readonly drives: readonly Drive[];
  readonly tier: Tier;
  readonly region?: string;
  readonly profile?: string;
  readonly rate?: number;
  readonly maxRequests?: number;
}

/** `test aws --plan`: what a run would call and judge. It needs no credentials, and reaches for nothing. */
export function printPlan(options: PlanOptions): void {
  const { contract, seed, drives, tier, rate = defaultRate, maxRequests } = options;
  const action = defaultAction();
  const regions = namedRegions(options.region);
  const lacks = {
    ...lacksOf(awsProfile(options.profile)),
    ...(regions.length < 2 && { regions: "--region names no second one" }),
  };
  const cases = plan(contract, action, seed);
  const context = { contract, action, plan: cases, drives, lacks };
  const { cases: selected } = select(contract, cases, options.selection);
  const pace = { rate, regions: Math.max(1, regions.length), ...(maxRequests !== undefined && { maxRequests }) };
  const plans = callPlans(context, selected, pace);
  process.stdout.write(planText(plans, callPlan(tier, context, selected, pace), rate));
}
