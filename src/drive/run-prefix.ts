import { createHash, randomBytes } from "node:crypto";

/**
 * The mark of everything that one run makes: `ec2c-⟨time⟩-⟨random⟩-⟨check⟩`. The check makes it recognisable as ours
 * among names that only look like it.
 */
export function createRunPrefix(now: Date): string {
  const time = Math.floor(now.getTime() / 1000).toString(36);
  const random = randomBytes(4).toString("hex");
  return `ec2c-${time}-${random}-${checkOf(`${time}-${random}`)}`;
}

function checkOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 4);
}
