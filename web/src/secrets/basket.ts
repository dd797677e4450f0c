// The change that somebody is putting together in a project: kept in memory while they go through its secrets.
import type { Submission } from "../api.ts";
import { counting, operationsOf, places, same, type OnKey, type Place, type Written } from "../documents/written.ts";
import { sealedDraft, type Draft } from "../session/draft.ts";
import { count, plain } from "../format.ts";

/** What is to be submitted. */
export interface Change {
  /** Absent until somebody writes one. */
  title?: string;
  message: string;
  written: Written[];
}

export interface Basket {
  readonly change: Change;
  /** Where its sending is remembered until it is answered. */
  readonly sending: Draft;
  write(change: Partial<Change>): void;
  drop(): void;
}

const NOTHING: Change = { message: "", written: [] };
/** Every row of a page asks for the same: it is read once. */
let read = { text: "", change: NOTHING };

export function basketOf(project: string): Basket {
  const draft = sealedDraft(`secrets.${project}`);
  const { text } = draft;
  if (read.text !== text) read = { text, change: text === "" ? NOTHING : (JSON.parse(text) as Change) };
  const { change } = read;
  const sending = sealedDraft(`secrets.${project}.sending`);
  return {
    change,
    sending,
    write: (next) => draft.write(JSON.stringify({ ...change, ...next })),
    drop: () => (draft.drop(), sending.drop()),
  };
}

/** The operation on a key that was picked, if there is one. */
export function onKey(written: readonly Written[], place: Place, key: string): OnKey | undefined {
  return written.find(
    (each): each is OnKey => each.op !== "deleteDocument" && same(each, place) && each.key === key && !each.typed,
  );
}

/** Operations on a document that no key of it stands for. */
export function others(written: readonly Written[], place: Place, keys: readonly string[]): OnKey[] {
  return written.filter(
    (each): each is OnKey =>
      each.op !== "deleteDocument" && same(each, place) && (each.typed === true || !keys.includes(each.key)),
  );
}

/** The same with another operation in its place, or without it. */
export function replaced(written: readonly Written[], before: Written | undefined, after: Written | undefined): Written[] {
  const at = before === undefined ? written.length : written.indexOf(before);
  return written.toSpliced(at, before === undefined ? 0 : 1, ...(after === undefined ? [] : [after]));
}

/** "3 changes in 2 documents"; empty for none. */
export function extent(written: readonly Written[]): string {
  const counted = counting(written);
  return counted.length === 0 ? "" : `${count(counted.length, "change")} in ${count(places(counted).length, "document")}`;
}

const SHOWN = 3;
const LONGEST = 200;

/** What to call it where its author says nothing. */
export function suggested(written: readonly Written[]): string {
  const counted = counting(written);
  const changed = counted.flatMap((each) => (each.op === "deleteDocument" ? [] : [each]));
  const gone = counted.filter(({ op }) => op === "deleteDocument").map(({ path }) => path);
  const keys = changed.map(({ key }) => key).filter((key) => key !== "");
  const said = [
    ...(keys.length > 0 ? [`change ${some(keys)} in ${some(places(changed).map(({ path }) => path))}`] : []),
    ...(gone.length > 0 ? [`delete ${some(gone)}`] : []),
  ].join(", ");
  return [...said.charAt(0).toUpperCase() + said.slice(1)].slice(0, LONGEST).join("");
}

function some(names: string[]): string {
  const each = [...new Set(names)].map(plain);
  return each.slice(0, SHOWN).join(", ") + (each.length > SHOWN ? ` and ${each.length - SHOWN} more` : "");
}

export function titleOf({ title, written }: Change): string {
  return title ?? suggested(written);
}

/** The body of the call. */
export function submission(project: string, change: Change): Submission {
  return { project, title: titleOf(change), message: change.message, changes: operationsOf(change.written) };
}
