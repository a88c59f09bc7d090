import { type Element, element } from "./element.ts";

/** An answer before it is written: a tree, so that a fault can change it at any place. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly root: Element;
}

/** Why a request is refused. `name` is the refusal's name in its list, so that a fault can speak of it. */
export interface Refused {
  readonly name: string;
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** What an action makes of a request. */
export type Outcome =
  | { readonly kind: "done"; readonly members: readonly Element[] }
  | { readonly kind: "refused"; readonly refused: Refused };

const namespace = "http://ec2.amazonaws.com/doc/2016-11-15/";

/** The envelope of a success: the request id comes first, and the members stand beside it. */
export const success = (action: string, requestId: string, members: readonly Element[]): Answer => ({
  status: 200,
  headers: {},
  root: {
    name: `${action}Response`,
    attributes: { xmlns: namespace },
    content: [element("requestId", requestId), ...members],
  },
});

/** The envelope of an error: no namespace, no Type, and RequestID in another spelling than in a success. */
export const failure = (requestId: string, refused: Omit<Refused, "name">): Answer => ({
  status: refused.status,
  headers: {},
  root: element("Response", [
    element("Errors", [element("Error", [element("Code", refused.code), element("Message", refused.message)])]),
    element("RequestID", requestId),
  ]),
});
