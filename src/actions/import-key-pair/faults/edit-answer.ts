import { type Answer, failure } from "../../../mock/answer.ts";
import { type Element, element } from "../../../mock/element.ts";
import type { Exchange } from "../../../mock/fault.ts";

type Edit = (answer: Answer, exchange: Exchange) => Answer;

const walk = (at: Element, name: string, change: (found: Element) => readonly Element[]): readonly Element[] => {
  const inner =
    typeof at.content === "string" ? at : { ...at, content: at.content.flatMap((child) => walk(child, name, change)) };
  return at.name === name ? change(inner) : [inner];
};

/** Replaces every element of this name by any number of others. */
export const change =
  (name: string, into: (found: Element, exchange: Exchange) => readonly Element[]): Edit =>
  (answer, exchange) => ({
    ...answer,
    root: walk(answer.root, name, (found) => into(found, exchange))[0] ?? answer.root,
  });

export const drop = (name: string): Edit => change(name, () => []);

export const rename = (from: string, to: string): Edit => change(from, (found) => [{ ...found, name: to }]);

/** Changes the text of every element of this name. */
export const retext = (name: string, text: (old: string, exchange: Exchange) => string): Edit =>
  change(name, (found, exchange) => [
    typeof found.content === "string" ? element(name, text(found.content, exchange)) : found,
  ]);

/** Puts an element at the end of every element of this name. */
export const add = (name: string, further: Element): Edit =>
  change(name, (found) => [
    { ...found, content: typeof found.content === "string" ? found.content : [...found.content, further] },
  ]);

export const onSuccess =
  (edit: Edit): Edit =>
  (answer, exchange) =>
    answer.root.name === "Response" ? answer : edit(answer, exchange);

export const onError =
  (edit: Edit): Edit =>
  (answer, exchange) =>
    answer.root.name === "Response" ? edit(answer, exchange) : answer;

/** Only where this action succeeded. */
export const onAction =
  (action: string, edit: Edit): Edit =>
  (answer, exchange) =>
    answer.root.name === `${action}Response` ? edit(answer, exchange) : answer;

/** Refuses, after the fact, what this applies to. */
export const refuse =
  (applies: (exchange: Exchange) => boolean, status: number, code: string, message: string): Edit =>
  (answer, exchange) =>
    applies(exchange) ? failure(exchange.call.requestId, { status, code, message }) : answer;
