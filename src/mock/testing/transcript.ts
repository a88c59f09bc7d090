import type { Transport } from "../../model.ts";
import { ask, type Question } from "./ask.ts";

/**
 * What a transport answers to these questions, one after the other. Whatever is drawn is numbered in the order of its
 * appearance, so that two runs compare equal, and an id that changes, or does not, still shows.
 */
export const transcript = async (
  transport: Transport,
  questions: readonly Question[],
  endpoint?: string,
): Promise<readonly string[]> => {
  const drawn = new Map<string, string>();
  const number = (value: string): string => {
    const found = drawn.get(value) ?? `#${drawn.size}`;
    drawn.set(value, found);
    return found;
  };
  const lines: string[] = [];
  for (const question of questions) {
    const { status, headers, body } = await ask(transport, question, endpoint);
    const head = `${status} ${headers.get("content-type")} ${headers.get("x-amzn-requestid")}`;
    lines.push(`${head}\n${body}`.replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|key-0[0-9a-f]{16}/g, number));
  }
  return lines;
};
