// A form that somebody is filling in: only what they changed is kept, so the rest follows what the server holds.
import { draft } from "../session/draft.ts";
import type { Seen } from "./thing.ts";

export interface Form<T> {
  value: T;
  /** What was changed here. */
  written: Partial<T>;
  edit(change: Partial<T>): void;
  drop(): void;
}

/** A form over something that others may write, too. */
export interface FormOver<T, H> extends Form<T> {
  /** What it is written over: as it was when the first change was typed. */
  base: Seen<H>;
  /** Whether it is another by now. */
  moved: boolean;
  /** Whether it says by now what was typed. */
  said: boolean;
  /** Puts what was typed on top of what is there now; what only the others changed is taken over. */
  goOn(): void;
}

interface Kept<T, H> {
  written: Partial<T>;
  base?: Seen<H>;
}

/** Outlives a reload and a new sign-in; so credentials have no place in it. */
export function formOf<T extends object>(place: string, blank: T): Form<T> {
  const { kept, write, drop } = keeping<T, never>(place);
  const { written } = kept;
  return { value: { ...blank, ...written }, written, edit: (change) => write({ written: { ...written, ...change } }), drop };
}

/** As `formOf`; `fields` says what is filled in at first. */
export function formOver<T extends object, H>(place: string, present: Seen<H>, fields: (held: H) => T): FormOver<T, H> {
  const { kept, write, drop } = keeping<T, H>(place);
  const { written, base = present } = kept;
  const value = { ...fields(base.value), ...written };
  return {
    value,
    written,
    base,
    moved: base.tag !== present.tag,
    said: same(value, fields(present.value)),
    edit: (change) => write({ written: { ...written, ...change }, base }),
    goOn: () => write({ written, base: present }),
    drop,
  };
}

function keeping<T extends object, H>(place: string) {
  const { text, write, drop } = draft(place);
  const kept: Kept<T, H> = { written: {}, ...(text !== "" && (JSON.parse(text) as Kept<T, H>)) };
  return { kept, write: (next: Kept<T, H>) => write(JSON.stringify(next)), drop };
}

export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** A short name made of a long one. */
export function slug(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 40);
}
