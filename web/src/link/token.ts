// What a mail's link carries behind the #: it comes to no server, is taken out of the address at once, and lives in memory only.
import { signal } from "@preact/signals";
import { go } from "../router.ts";
import { tokenIn } from "./fragment.ts";

export const linkToken = signal<string | undefined>(undefined);

/** Called when the page begins, and when another link is opened in its place. */
export function takeLink(): void {
  const token = tokenIn(location.hash);
  if (token === undefined) return;
  linkToken.value = token;
  go(location.pathname + location.search, "replace");
}
