// Where a key stands on the page of a request: the part of its address after the #.
import type { Place } from "../documents/written.ts";

export function anchorOf({ environment, path }: Place, key: string): string {
  return `key-${environment}${path}/${encodeURIComponent(key)}`;
}
