// A form that somebody is filling in: only what they changed is kept, so the rest follows what the server holds.
import { draft } from "../session/draft.ts";

export interface Form<T> {
  value: T;
  /** What was changed here. */
  written: Partial<T>;
  edit(change: Partial<T>): void;
  drop(): void;
}

/** Outlives a reload and a new sign-in; so credentials have no place in it. */
export function formOf<T extends object>(place: string, held: T): Form<T> {
  const text = draft(place);
  const written = text.text === "" ? {} : (JSON.parse(text.text) as Partial<T>);
  return {
    value: { ...held, ...written },
    written,
    edit: (change) => text.write(JSON.stringify({ ...written, ...change })),
    drop: text.drop,
  };
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
