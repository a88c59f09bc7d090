import { createMock } from "../mock/create-mock.ts";
import type { Transport } from "../model.ts";
import { mockPrincipals, mockTarget } from "../target/mock-target.ts";
import type { Target } from "../target/target.ts";
import { failure, success } from "./observations.ts";

interface Call {
  readonly action: string;
  readonly parameters: URLSearchParams;
  readonly region: string;
  /** What the reference emulator answers. */
  honest(): Promise<Response>;
}

type Lie = (call: Call) => Promise<Response>;

const xml = (body: string, status = 200): Response =>
  new Response(body, { status, headers: { "content-type": "text/xml;charset=UTF-8" } });
const notFound = (): Response => xml(failure("InvalidKeyPair.NotFound", "The key pair does not exist"), 400);
const emptyList = (): Response => xml(success("<keySet/>", "DescribeKeyPairs"));

type Answering = readonly [isSuch: (call: Call) => boolean, answer: () => Response];

/** Answers so where the call is such a one, and honestly otherwise. */
const where =
  (...answers: readonly Answering[]): Lie =>
  async (call) => {
    const [, answer] = answers.find(([isSuch]) => isSuch(call)) ?? [];
    return answer === undefined ? call.honest() : answer();
  };

const describes = ({ action }: Call): boolean => action === "DescribeKeyPairs";
const describesBy =
  (parameter: string) =>
  (call: Call): boolean =>
    describes(call) && call.parameters.has(parameter);
const describesElsewhere = (call: Call): boolean => describes(call) && call.region !== "us-east-1";

const deletesNothing: Answering = [
  ({ action }) => action === "DeleteKeyPair",
  () => xml(success("<return>true</return>", "DeleteKeyPair")),
];

const without =
  (pattern: RegExp): Lie =>
  async ({ honest }) => {
    const response = await honest();
    return new Response((await response.text()).replace(pattern, ""), response);
  };

/** Targets that look right to whoever only asks for what must not be there. */
export const lies = {
  "finds nothing and deletes nothing": where([describes, notFound], deletesNothing),
  "lists nothing and deletes nothing": where([describes, emptyList], deletesNothing),
  "deletes nothing": where(deletesNothing),
  "finds nothing by its name": where([describesBy("KeyName.1"), notFound]),
  "finds nothing by its id": where([describesBy("KeyPairId.1"), notFound]),
  "filters everything away": where([describesBy("Filter.1.Name"), emptyList]),
  "is blind in all Regions but the first": where([describesElsewhere, notFound]),
  "never names the id that it deleted": without(/(?<=<return>true<\/return>)<keyPairId>[^<]*<\/keyPairId>/),
  "never shows a public key": without(/<publicKey>[^<]*<\/publicKey>/g),
} as const satisfies Readonly<Record<string, Lie>>;

/** The reference emulator, but for this lie. */
export function lyingTarget(name: keyof typeof lies): Target {
  const mock = createMock({ principals: mockPrincipals });
  const lie: Lie = lies[name];
  const transport: Transport = async (request) => {
    const body = await request.clone().text();
    const parameters = new URLSearchParams(body || new URL(request.url).search);
    const region = request.headers.get("authorization")?.match(/Credential=[^/]+\/\d+\/([^/]+)/)?.[1] ?? "";
    return lie({ action: parameters.get("Action") ?? "", parameters, region, honest: () => mock(request) });
  };
  return { ...mockTarget(mock), transport };
}
