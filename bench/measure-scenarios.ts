import { EC2Client, ImportKeyPairCommand } from "@aws-sdk/client-ec2";
import { conformWrapper } from "../src/index.ts";

/** What a scenario costs a wrapper that waits for nothing itself. */
export interface MeasuredScenarios {
  readonly network: string;
  readonly scenarios: number;
  /** Milliseconds for one, the median of the rounds. */
  readonly milliseconds: number;
}

/** Puts a plain call of the SDK, which tries nothing twice, through all scenarios. */
export async function measureScenarios(network: "http" | "msw" | "nock", rounds: number): Promise<MeasuredScenarios> {
  const taken: number[] = [];
  let scenarios = 0;
  for (let round = 0; round <= rounds; round++) {
    const started = performance.now();
    const report = await conformWrapper({
      network,
      importKeyPair: ({ keyName, publicKey }, target) =>
        new EC2Client({ ...target, maxAttempts: 1 }).send(
          new ImportKeyPairCommand({ KeyName: keyName, PublicKeyMaterial: Buffer.from(publicKey) }),
        ),
    });
    scenarios = report.cases.length;
    // The first round warms up.
    if (round > 0) taken.push((performance.now() - started) / scenarios);
  }
  const middle = taken.sort((a, b) => a - b)[Math.floor(taken.length / 2)] ?? 0;
  return { network, scenarios, milliseconds: middle };
}
