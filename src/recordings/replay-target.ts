import { UsageError } from "../errors.ts";
import type { Transport } from "../model.ts";
import { oneLine } from "../report/escape.ts";
import { dummyCredentials, lookAfter, type Place, type Replayed, type Target } from "../target/target.ts";
import { TransportError } from "../target/transport-error.ts";
import { isTrimmed } from "../wire/trim-exchange.ts";
import { readRecording } from "./read-recording.ts";
import { type Manifest, type RecordedExchange, recordAgain } from "./recording.ts";
import { asksTheSame, requestText } from "./request-text.ts";
import { type Drawn, exactText } from "./standard-form.ts";

const day = 86_400_000;

/**
 * A recording as a target: it answers what the recorded one answered, and says which request it does not hold.
 * @param maxAge days; an older recording is refused.
 * @throws {UsageError} and {SpecError} for what is no recording, or too old.
 */
export function replayTarget(dir: string, now: Date, maxAge = Number.POSITIVE_INFINITY): Target {
  const { manifest, cases } = readRecording(dir);
  refuseStale(dir, manifest, now, maxAge);
  const drawn: Drawn = { prefix: manifest.run, keys: manifest.keys };
  const exact = (text: string): string => exactText(text, drawn, Math.floor(now.getTime() / 1000) * 1000);
  const answers = new Map<string, RecordedExchange[]>();
  for (const { case: id, drive, exchanges } of cases)
    for (const one of exchanges) {
      const key = keyOf({ case: id, drive, step: one.step });
      answers.set(key, [...(answers.get(key) ?? []), one]);
    }
  /** How many answers of a place were given. */
  const given = new Map<string, number>();
  const missed = new Map<string, string>();
  const miss = (place: Place, asked: string, what: string): never => {
    const where = `step ${place.step} of case ${place.case} by ${place.drive}`;
    const why = `Failed to replay ${dir}: ${what} in ${where}, which asks: ${oneLine(asked).slice(0, 300)}. ${recordAgain}.`;
    if (!missed.has(place.case)) missed.set(place.case, why);
    throw new TransportError("not-sent", why);
  };
  const at: Replayed["at"] = (place) => {
    const key = keyOf(place);
    const look = keyOf({ ...place, step: lookAfter(place.step) });
    const recorded = answers.get(key) ?? [];
    for (const one of [key, look]) given.set(one, 0);
    const hasMore = (one: string): boolean => (given.get(one) ?? 0) < (answers.get(one)?.length ?? 0);
    const transport: Transport = async (request) => {
      const asked = requestText(
        {
          method: request.method,
          url: request.url,
          headers: Object.fromEntries(request.headers),
          body: await request.clone().text(),
        },
        drawn,
      );
      const next = given.get(key) ?? 0;
      given.set(key, next + 1);
      const answer = recorded[Math.min(next, recorded.length - 1)];
      if (answer === undefined) return miss(place, asked, "it holds nothing");
      if (!asksTheSame(answer.request, asked))
        return miss(place, asked, `it holds another request (${oneLine(answer.request).slice(0, 300)})`);
      if (isTrimmed(answer.body ?? "")) return miss(place, asked, "it holds only the start of a long answer");
      try {
        return responseOf(answer, exact);
      } catch (cause) {
        if (cause instanceof RangeError)
          return miss(place, asked, `it holds an answer that can't be: ${cause.message}`);
        throw cause;
      }
    };
    return { transport, hasMore: () => hasMore(key) || hasMore(look) };
  };
  const { target, lacks, settles, seed, drives, recordedAt, contract, tier } = manifest;
  const [first = "", second = first] = manifest.regions;
  return {
    name: target.name,
    ...(target.version !== undefined && { version: target.version }),
    endpoint: new URL(target.endpoint),
    lacks,
    ...(settles && { settles }),
    credentials: { run: dummyCredentials, unauthorized: dummyCredentials },
    transport: async () => {
      throw new TransportError("not-sent", "a recording answers the cases of a plan only");
    },
    replayed: {
      ...drawn,
      recordedAt,
      seed,
      drives,
      regions: [first, second],
      contract: contract.sha256,
      ...(tier && { tier }),
      at,
      missed: (ids) => ids.map((id) => missed.get(id)).find((why) => why !== undefined),
    },
    close: async () => undefined,
  };
}

const keyOf = ({ case: id, drive, step }: Place): string => `${id} ${drive} ${step}`;

function refuseStale(dir: string, { recordedAt }: Manifest, now: Date, maxAge: number): void {
  const age = (now.getTime() - Date.parse(recordedAt)) / day;
  if (age <= maxAge) return;
  throw new UsageError(
    `Failed to replay ${dir}: it was recorded ${Math.floor(age)} days ago, on ${recordedAt.slice(0, 10)}, and --max-age allows ${maxAge}. ${recordAgain}.`,
  );
}

/** @throws {TransportError} where the recorded request was not answered. */
function responseOf(answer: RecordedExchange, exact: (text: string) => string): Response {
  const { status, headers = {}, body = "", notUtf8, trouble } = answer;
  if (status === undefined) throw new TransportError(trouble?.kind ?? "reset", exact(trouble?.why ?? ""));
  const text = exact(body);
  const isBodyless = status === 204 || status === 205 || status === 304;
  const fields = Object.entries(headers).map(([name, value]): [string, string] => [name, exact(value)]);
  return new Response(isBodyless ? null : notUtf8 ? spoiled(text) : text, { status, headers: fields });
}

/** What decodes to this text and is no UTF-8: one wrong byte for each replacement character. */
function spoiled(text: string): Uint8Array<ArrayBuffer> {
  const wrong = Buffer.from([0xff]);
  const parts = text.split("�").flatMap((part, index) => (index === 0 ? [] : [wrong]).concat(Buffer.from(part)));
  return new Uint8Array(Buffer.concat(parts));
}
