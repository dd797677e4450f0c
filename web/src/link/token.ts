// What a mail's link carries behind the #: it comes to no server, is taken out of the address at once, and is kept in this
// tab, so that loading the page again loses nothing, until it was used or its reader signs in.
import { signal } from "@preact/signals";
import { go } from "../router.ts";
import { tokens } from "../session/session.ts";
import { tokenIn } from "./fragment.ts";

const PLACE = "countersign.link";

export const linkToken = signal<string | undefined>(undefined);

/** Called when the page begins, and when another link is opened in its place. */
export function takeLink(): void {
  const token = tokenIn(location.hash);
  if (token === undefined) return;
  linkToken.value = token;
  if (tokens.value === undefined) sessionStorage.setItem(PLACE, location.pathname + location.hash);
  go(location.pathname + location.search, "replace");
}

/** The link that this page was opened with before it was loaded again. */
export function findLink(): void {
  const [path, hash] = (sessionStorage.getItem(PLACE) ?? "").split("#");
  if (path === location.pathname) linkToken.value ??= tokenIn(`#${hash}`);
}

/** Nothing of it is left for the next time that the page begins. */
export function forgetLink(): void {
  sessionStorage.removeItem(PLACE);
}
