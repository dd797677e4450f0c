// Operations that somebody writes on keys of documents, and the form in which they are sent.
import type { Operations } from "../api.ts";

export interface Place {
  environment: string;
  path: string;
}

/**
 * An operation on one key; `typed` where the key is written here as well, instead of being picked. A copy is of what the
 * same key held in that version of the document.
 */
export type OnKey = Place & { key: string; typed?: true } & (
    | { op: "set"; value: string }
    | { op: "delete" }
    | { op: "rename"; to: string }
    | { op: "copy"; version: string }
  );

/** An operation that is written here. A document that goes as a whole leaves no room for others on it. */
export type Written = OnKey | (Place & { op: "deleteDocument" });

/** Nothing yet, for a key that is to be typed. */
export function unwritten(op: Exclude<OnKey["op"], "copy">, { environment, path }: Place, key?: string): OnKey {
  const on = { environment, path, ...(key === undefined ? { key: "", typed: true as const } : { key }) };
  switch (op) {
    case "set":
      return { ...on, op, value: "" };
    case "delete":
      return { ...on, op };
    case "rename":
      return { ...on, op, to: "" };
  }
}

export function same(one: Place, other: Place): boolean {
  return one.environment === other.environment && one.path === other.path;
}

/** How a place is told from others. */
export function nameOfPlace({ environment, path }: Place): string {
  return `${environment}\n${path}`;
}

/** The documents, each once. */
export function places(all: readonly Place[]): Place[] {
  const each = all.map(({ environment, path }) => ({ environment, path }));
  return [...new Map(each.map((place) => [nameOfPlace(place), place])).values()];
}

/** Whether the whole document goes. */
export function goes(place: Place, written: readonly Written[]): boolean {
  return written.some((each) => each.op === "deleteDocument" && same(each, place));
}

/** The same, but the document stays. */
export function staying(written: readonly Written[], place: Place): Written[] {
  return written.filter((each) => each.op !== "deleteDocument" || !same(each, place));
}

/** What counts: of a document that goes nothing else does, however much was typed for it. */
export function counting(written: readonly Written[]): Written[] {
  return written.filter((each) => each.op === "deleteDocument" || !goes(each, written));
}

/** What is sent, each document once. */
export function operationsOf(written: readonly Written[]): Operations[] {
  const counted = counting(written);
  return places(counted).map((place) => {
    const each = counted.filter((one) => same(one, place));
    if (goes(place, each)) return { ...place, deleteDocument: true };
    const set = Object.fromEntries(each.flatMap((one) => (one.op === "set" ? [[one.key, one.value]] : [])));
    const gone = each.flatMap((one) => (one.op === "delete" ? [one.key] : []));
    const rename = Object.fromEntries(each.flatMap((one) => (one.op === "rename" ? [[one.key, one.to]] : [])));
    const copy = Object.fromEntries(
      each.flatMap((one) => (one.op === "copy" ? [[one.key, { key: one.key, version: one.version }]] : [])),
    );
    return {
      ...place,
      ...(Object.keys(set).length > 0 && { set }),
      ...(gone.length > 0 && { delete: gone }),
      ...(Object.keys(rename).length > 0 && { rename }),
      ...(Object.keys(copy).length > 0 && { copy }),
    };
  });
}

/** Keys to which the same is done more than once: of two values one would be lost unseen. */
export function twice(written: readonly Written[]): string[] {
  const names = counting(written).flatMap((each) =>
    each.op === "deleteDocument" ? [] : [[each.op, each.environment, each.path, each.key].join(" ")],
  );
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))].map((name) => name.slice(name.indexOf(" ") + 1));
}
