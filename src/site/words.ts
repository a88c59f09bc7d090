import type { Area } from "../model.ts";

/** What each area of the contract is about, for those who don't know it. */
export const areaWords = {
  protocol: "how requests are read and answers written",
  name: "which names a key may have",
  material: "which public keys are taken",
  fingerprint: "the fingerprint that is answered",
  tags: "tags on the new key",
  response: "what a success answers",
  "dry-run": "asking without doing",
  errors: "codes and texts of refusals",
  lifecycle: "finding, filtering and deleting the key",
  auth: "signatures and permissions",
  robustness: "odd and hostile requests",
} as const satisfies Readonly<Record<Area, string>>;
