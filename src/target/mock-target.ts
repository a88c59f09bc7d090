import type { Mock } from "../mock/create-mock.ts";
import { dummyCredentials, type Target } from "./target.ts";

/** Users of the embedded reference emulator: one with all permissions, one with none. */
export const mockPrincipals = [
  { ...dummyCredentials, allowed: true },
  { accessKeyId: "AKIAIOSFODNN7NOBODY1", secretAccessKey: "je7MtGbClwBF/2Zp9Utk/h3yCo8nvbNOBODYKEY1", allowed: false },
] as const;

/** The embedded reference emulator as a target: in process, with its signatures and permissions checked. */
export function mockTarget(mock: Mock): Target {
  const [run, unauthorized] = mockPrincipals;
  return {
    name: "mock",
    endpoint: new URL("http://mock.localhost/"),
    transport: mock,
    lacks: {},
    credentials: { run, unauthorized },
    close: async () => undefined,
  };
}
