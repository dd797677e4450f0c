// Words for people: times, counts, statuses, and text that cannot pretend to be other text.
import type { Actor, Clearing, Status } from "./api.ts";

const RELATIVE = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** "2 hours ago", "in 3 days", "now" within the same minute. */
export function relative(at: Date, now: Date): string {
  const seconds = (at.getTime() - now.getTime()) / 1000;
  for (const [unit, length] of UNITS) {
    if (Math.abs(seconds) >= length) return RELATIVE.format(Math.trunc(seconds / length), unit);
  }
  return "now";
}

export function local(at: Date): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "long" }).format(at);
}

export function utc(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace("T", " ")} UTC`;
}

/** Local time and UTC, for those who compare logs. */
export function exact(at: Date): string {
  return `${local(at)} · ${utc(at)}`;
}

export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** Somebody who may be a machine. */
export function who({ name, kind }: Actor): string {
  return kind === "MACHINE" ? `${plain(name)} (machine)` : plain(name);
}

export function names(people: Clearing[], me: string | undefined): string {
  return people.map((each) => `${plain(each.name)}${remark(each, me)}`).join(", ");
}

function remark({ id, bound }: Clearing, me: string | undefined): string {
  return id === me ? " (you)" : bound === false ? " (not yet bound)" : "";
}

// Control, zero-width and direction characters: a key or title shows them instead of obeying them.
// The joiner inside an emoji is part of a picture and stays.
const HIDDEN = /(?!\u200d\p{Extended_Pictographic})[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** One line of somebody's text with every invisible character written out. */
export function plain(text: string): string {
  return text.replace(HIDDEN, written);
}

/** As `plain`, but line breaks and tabs stay. */
export function plainLines(text: string): string {
  return text.replace(HIDDEN, (character) => ("\n\t".includes(character) ? character : written(character)));
}

/** A text in pieces, of which the hidden ones are characters that a page would obey instead of showing. */
export function pieces(text: string): { text: string; hidden: boolean }[] {
  const found: { text: string; hidden: boolean }[] = [];
  let from = 0;
  for (const { 0: character, index } of text.matchAll(HIDDEN)) {
    if (index > from) found.push({ text: text.slice(from, index), hidden: false });
    found.push({ text: SIGNS[character] ?? written(character), hidden: true });
    from = index + character.length;
  }
  if (from < text.length) found.push({ text: text.slice(from), hidden: false });
  return found;
}

/** Shown as a sign, and obeyed: lines stay lines. */
const SIGNS: Record<string, string> = { "\n": "↵\n", "\t": "⇥\t" };

/** How many characters a text has as people count them; blanks are none. */
export function characters(text: string): number {
  return [...new Intl.Segmenter().segment(text.replace(/[\s\p{Cf}]/gu, ""))].length;
}

function written(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, "0")}⟩`;
}

export function shortDigest(digest: string): string {
  return digest.slice(0, 12);
}

export type Tone = "good" | "wait" | "bad" | "quiet";

export const STATUSES: Record<Status, { word: string; tone: Tone }> = {
  OPEN: { word: "open", tone: "wait" },
  MERGING: { word: "merging", tone: "wait" },
  MERGED: { word: "merged", tone: "good" },
  BYPASSED: { word: "bypassed", tone: "bad" },
  REJECTED: { word: "rejected", tone: "bad" },
  WITHDRAWN: { word: "withdrawn", tone: "quiet" },
  EXPIRED: { word: "expired", tone: "quiet" },
  FAILED: { word: "failed", tone: "bad" },
};

/** With a capital letter and a full stop. */
export function sentence(message: string): string {
  const text = plain(message);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith(".") ? "" : "."}`;
}
