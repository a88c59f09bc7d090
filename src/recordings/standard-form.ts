/**
 * What two recordings of the same target would differ in for no reason is written by marks in angle brackets: the name of
 * the run, its fresh keys, and times, as seconds since the first answer of the case; and so is what is only long. Both
 * directions are exact.
 */

/** What a run drew. */
export interface Drawn {
  readonly prefix: string;
  readonly keys: Readonly<Record<string, string>>;
}

const day = 86_400;
const httpDate = /\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT/g;
const isoTime = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/g;

/** Characters that a text may be longer without its marks. */
const mostRepeated = 4 * 2 ** 20;

/** The text with its own brackets marked, and what repeats one character; done once, before anything else. */
export function shortText(text: string): string {
  return text
    .replaceAll("⟨", "⟨⟩")
    .replace(/([^\n⟨⟩])\1{63,}/gu, (run, char: string) => `⟨${run.length / char.length} × ${char}⟩`);
}

/** A text of {@link shortText} with marks for what the run drew. */
export function standardText(short: string, drawn: Drawn): string {
  return marksOf(drawn).reduce((rest, [value, mark]) => rest.replaceAll(value, `⟨${mark}⟩`), short);
}

/**
 * The times in a text of {@link standardText} as marks.
 * @param since in milliseconds.
 * @param kept times that were asked for, and are told as they were.
 */
export function standardTimes(text: string, since: number, kept: string): string {
  const mark = (kind: string, found: string, time: number): string => {
    const seconds = (time - since) / 1000;
    const isMark = Number.isInteger(seconds) && Math.abs(seconds) < day && !kept.includes(found);
    return isMark ? `⟨${kind}${seconds < 0 ? "" : "+"}${seconds}⟩` : found;
  };
  return text
    .replace(httpDate, (found) => {
      const time = Date.parse(found);
      return new Date(time).toUTCString() === found ? mark("date", found, time) : found;
    })
    .replace(isoTime, (found) => mark("time", found, Date.parse(`${found}Z`)));
}

/**
 * The text without marks; times are told as if the first answer came at `now`, in milliseconds.
 * @throws {RangeError} when it would be longer than any answer that is read.
 */
export function exactText(text: string, drawn: Drawn, now: number): string {
  const values = new Map(marksOf(drawn).map(([value, mark]) => [mark, value]));
  let repeated = 0;
  const timeOf = (seconds: string): Date => new Date(now + Number(seconds) * 1000);
  return text.replace(/⟨([^⟨⟩]*)⟩/g, (whole, mark: string) => {
    if (mark === "") return "⟨";
    const [, kind, seconds = ""] = /^(date|time)([+-]\d{1,5})$/.exec(mark) ?? [];
    if (kind === "date") return timeOf(seconds).toUTCString();
    if (kind === "time") return timeOf(seconds).toISOString().slice(0, 19);
    const [, times = "", char] = /^(\d{1,7}) × (.)$/u.exec(mark) ?? [];
    if (char === undefined) return values.get(mark) ?? whole;
    repeated += Number(times);
    if (repeated > mostRepeated) throw new RangeError(`it is longer than ${mostRepeated} characters`);
    return char.repeat(Number(times));
  });
}

const known = new WeakMap<Drawn, readonly (readonly [value: string, mark: string])[]>();

function marksOf(drawn: Drawn): readonly (readonly [value: string, mark: string])[] {
  const marks = known.get(drawn) ?? spellingsOf(drawn);
  known.set(drawn, marks);
  return marks;
}

/** The texts that a run drew, in every spelling that its requests have, the longest first. */
function spellingsOf({ prefix, keys }: Drawn): readonly (readonly [value: string, mark: string])[] {
  const ofKeys = Object.entries(keys);
  return [
    ...ofKeys.map(([name, line]): [string, string] => [asSent(line), `key ${name} as sent`]),
    ...ofKeys.map(([name, line]): [string, string] => [line, `key ${name}`]),
    [prefix, "run"],
    [prefix.toUpperCase(), "RUN"],
  ];
}

/** A key file begins so as the value of a parameter, whatever comment follows it: base64 goes by three bytes. */
function asSent(line: string): string {
  const bytes = Buffer.from(line);
  return encodeURIComponent(bytes.subarray(0, bytes.length - (bytes.length % 3)).toString("base64"));
}
