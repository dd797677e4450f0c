// An operation in words: what it does, to which key.
import type { Operation } from "../api.ts";
import { plain, type Tone } from "../format.ts";

/** The key that is there afterwards, or was; empty for the whole document. */
export function target(operation: Operation): string {
  switch (operation.op) {
    case "rename":
      return operation.to;
    case "deleteDocument":
      return "";
    default:
      return operation.key;
  }
}

/** The key by which a revision keeps an operation; absent for the whole document. */
export function source(operation: Operation): string | undefined {
  switch (operation.op) {
    case "rename":
      return operation.from;
    case "deleteDocument":
      return undefined;
    default:
      return operation.key;
  }
}

/** Every key by which somebody may look for it. */
export function namesOf(operation: Operation): string[] {
  switch (operation.op) {
    case "rename":
      return [operation.from, operation.to];
    case "deleteDocument":
      return operation.keys;
    default:
      return [operation.key];
  }
}

/** Where a copied value is from. */
export function origin({ source: { environment, path, key, version } }: Operation & { op: "copy" }): string {
  return `${plain(environment)} ${plain(path)} ${plain(key)}, version ${plain(version)}`;
}

/** How many keys it touches. */
export function touched(operation: Operation): number {
  return operation.op === "deleteDocument" ? operation.keys.length : 1;
}

export function wordOf(operation: Operation): { word: string; tone: Tone } {
  switch (operation.op) {
    case "set":
    case "copy":
      return operation.change === "add" ? { word: "Added", tone: "good" } : { word: "Changed", tone: "wait" };
    case "delete":
      return { word: "Removed", tone: "bad" };
    case "rename":
      return { word: "Renamed", tone: "wait" };
    case "deleteDocument":
      return { word: "Deleted", tone: "bad" };
  }
}
