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

/** What a name of ours tells. */
export interface OwnName {
  readonly prefix: string;
  /** When its run began, by the clock of the machine that ran it. */
  readonly at: Date;
}

/** A blank may stand in front, as some cases want it; behind the prefix comes a dash, or a blank or nothing at its end. */
const form = /^\s?(ec2c-([0-9a-z]{1,9})-([0-9a-f]{8})-([0-9a-f]{4}))(?![0-9a-z])/;

/** Whose name this is; undefined for any that was not made by a run of ours, however alike. */
export function ownName(name: string): OwnName | undefined {
  const [, prefix = "", time = "", random = "", check] = form.exec(name) ?? [];
  if (check === undefined || check !== checkOf(`${time}-${random}`)) return undefined;
  return { prefix, at: new Date(Number.parseInt(time, 36) * 1000) };
}

function checkOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 4);
}
