// Lengths of time: as the API says them, as people type them, and in words.
import { count } from "../format.ts";

export type Unit = "second" | "minute" | "hour" | "day";

export interface Span {
  amount: string;
  unit: Unit;
}

const SECONDS: Record<Unit, number> = { day: 86_400, hour: 3_600, minute: 60, second: 1 };
const UNITS = Object.keys(SECONDS) as Unit[];
const ISO = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
/** In a text of the API. */
const WITHIN = /\bP(?=T?\d)(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?(?![\w.]*\w)/g;

/** How many seconds long. */
export function secondsOf(iso: string): number {
  const parts = ISO.exec(iso)?.slice(1) ?? [];
  return UNITS.reduce((sum, unit, at) => sum + Number(parts[at] ?? 0) * SECONDS[unit], 0);
}

/** In the largest unit that leaves nothing over: `PT336H` is 14 days. */
export function spanOf(iso: string): Span {
  const seconds = secondsOf(iso);
  const unit = UNITS.find((each) => seconds % SECONDS[each] === 0) ?? "second";
  return { amount: String(seconds / SECONDS[unit]), unit };
}

export function isoOf({ amount, unit }: Span): string {
  const letter = unit.charAt(0).toUpperCase();
  return unit === "day" ? `P${amount}${letter}` : `PT${amount}${letter}`;
}

/** "14 days". */
export function said(iso: string): string {
  const { amount, unit } = spanOf(iso);
  return count(Number(amount), unit);
}

/** "every 12 hours", "every day". */
export function every(iso: string): string {
  const { amount, unit } = spanOf(iso);
  return `every ${amount === "1" ? unit : said(iso)}`;
}

/** "1 hour 59 minutes": by units, and seconds only where there is nothing longer. */
export function spoken(iso: string): string {
  const seconds = secondsOf(iso);
  if (seconds < SECONDS.minute) return count(Math.round(seconds), "second");
  let rest = Math.round(seconds / SECONDS.minute) * SECONDS.minute;
  const parts = UNITS.flatMap((unit) => {
    const amount = Math.floor(rest / SECONDS[unit]);
    rest -= amount * SECONDS[unit];
    return amount === 0 ? [] : [count(amount, unit)];
  });
  return parts.join(" ");
}

/** A text of the API with the lengths of time that it names in words. */
export function inWords(text: string): string {
  return text.replace(WITHIN, spoken);
}
