import type { Tape } from "../drive/session.ts";
import type { Case, Drive, Exchange } from "../model.ts";
import { isTrimmed, trimExchange } from "../wire/trim-exchange.ts";
import type { RecordedCase, RecordedExchange } from "./recording.ts";
import { requestText } from "./request-text.ts";
import { type Drawn, shortText, standardText, standardTimes } from "./standard-form.ts";
import { standardIds } from "./standard-ids.ts";

/** Keeps what the cases of a run were answered, until it is written down. */
export interface Recorder extends Tape {
  /** By case and drive, in the standard form, in an order that does not depend on who came first. */
  cases(drawn: Drawn): readonly RecordedCase[];
}

interface Kept {
  readonly planned: Case;
  readonly drive: Drive;
  readonly exchanges: Exchange[];
}

/** Of the connection, not of the answer. */
const passing = new Set(["connection", "keep-alive", "content-length", "transfer-encoding"]);

export function createRecorder(): Recorder {
  const kept = new Map<string, Kept>();
  return {
    note(planned, exchange) {
      const { drive } = exchange;
      const key = `${planned.id} ${drive}`;
      const entry = kept.get(key) ?? { planned, drive, exchanges: [] };
      kept.set(key, entry);
      entry.exchanges.push(shortened(exchange));
    },
    cases: (drawn) =>
      [...kept]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([, { planned, drive, exchanges }]) => ({
          case: planned.id,
          drive,
          exchanges: standardExchanges(inPlannedOrder(planned, exchanges), drawn),
        })),
  };
}

/** Cut to size at once, as a hostile target may answer at length; the request is our own. */
function shortened(exchange: Exchange): Exchange {
  const { request, response, trouble } = exchange;
  if (response === undefined)
    return { ...exchange, ...(trouble && { trouble: { ...trouble, why: shortText(trouble.why) } }) };
  const headers = Object.entries(response.headers).map(([name, value]) => [name, shortText(value)]);
  const short = { ...response, headers: Object.fromEntries(headers), body: shortText(response.body) };
  return { ...trimExchange({ ...exchange, response: short }), request };
}

/** Steps that are said together come back in any order; what is said beside the plan comes last. */
function inPlannedOrder({ steps }: Case, exchanges: readonly Exchange[]): readonly Exchange[] {
  const place = ({ step }: Exchange): number => {
    const index = steps.findIndex(({ id }) => id === step);
    return index < 0 ? steps.length : index;
  };
  return [...exchanges].sort((one, other) => place(one) - place(other));
}

function standardExchanges(exchanges: readonly Exchange[], drawn: Drawn): readonly RecordedExchange[] {
  const since = beginning(exchanges);
  const ids = standardIds(exchanges, drawn.prefix);
  const asked = exchanges.map(({ request }) => decoded(`${request.url} ${request.body}`)).join("\n");
  const counted = (text: string): string =>
    [...ids].reduce((rest, [id, standard]) => rest.replaceAll(id, standard), text);
  const known = (text: string): string => standardText(counted(text), drawn);
  const answered = (text: string): string => standardTimes(known(text), since, asked);
  return exchanges.map(({ step, request, response, trouble }): RecordedExchange => {
    const asks = requestText({ ...request, url: counted(request.url), body: counted(request.body) }, drawn);
    if (response === undefined) {
      const { kind = "reset", why = "" } = trouble ?? {};
      return { step, request: asks, trouble: { kind, why: known(why) } };
    }
    const headers = Object.entries(response.headers).filter(([name]) => !passing.has(name));
    return {
      step,
      request: asks,
      status: response.status,
      headers: Object.fromEntries(headers.sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, answered(v)])),
      body: isTrimmed(response.body) ? response.body : answered(response.body),
      ...(response.notUtf8 && { notUtf8: true }),
    };
  });
}

/** The first Date of the target's, else the moment of the first request by ours, in whole seconds. */
function beginning(exchanges: readonly Exchange[]): number {
  const dates = exchanges.map(({ response }) => Date.parse(response?.headers["date"] ?? ""));
  const time = dates.find((date) => !Number.isNaN(date)) ?? Date.parse(exchanges[0]?.sentAt ?? "");
  return Number.isNaN(time) ? 0 : Math.floor(time / 1000) * 1000;
}

/** A form as text; as it is where it can't be decoded. */
function decoded(form: string): string {
  try {
    return decodeURIComponent(form);
  } catch {
    return form;
  }
}
