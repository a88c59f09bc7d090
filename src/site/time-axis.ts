/** A mark on an axis of time. */
export interface Tick {
  /** ISO 8601 day. */
  readonly day: string;
  readonly label: string;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Days since 1970 of an ISO 8601 day. */
export function dayNumber(day: string): number {
  return Date.parse(day) / 86_400_000;
}

/** Years, quarters or months between two days, as few as tell them apart: at most `most`, else every second of them, and so on. */
export function timeTicks(first: string, last: string, most: number): readonly Tick[] {
  const from = monthOf(first) + (first.endsWith("-01") ? 0 : 1);
  const to = monthOf(last);
  for (const step of [1, 3, 6, 12, 24, 48, 96]) {
    const count = Math.floor(to / step) - Math.ceil(from / step) + 1;
    if (count > most) continue;
    return Array.from({ length: Math.max(0, count) }, (_, index) =>
      tick((Math.ceil(from / step) + index) * step, step),
    );
  }
  return [];
}

/** Months since the year 0. */
function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function tick(month: number, step: number): Tick {
  const year = Math.floor(month / 12);
  const day = `${String(year).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}-01`;
  return { day, label: step % 12 === 0 ? String(year) : `${months[month % 12]} ${year}` };
}
