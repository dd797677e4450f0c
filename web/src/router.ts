// Addresses are the state: one signal, the browser's own history, plain links.
import { signal } from "@preact/signals";

export const address = signal(new URL(location.href));

export function go(to: string, how: "push" | "replace" = "push"): void {
  if (how === "push") history.pushState(null, "", to);
  else history.replaceState(null, "", to);
  address.value = new URL(location.href);
}

/** The address within this origin, with query and fragment. */
export function here(): string {
  return location.pathname + location.search + location.hash;
}

export function startRouter(): void {
  addEventListener("popstate", () => (address.value = new URL(location.href)));
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link === null || link.origin !== location.origin || link.target !== "") return;
    // A place on this page is the browser's own business.
    if (link.hash !== "" && link.pathname === location.pathname) return;
    event.preventDefault();
    go(link.pathname + link.search + link.hash);
    scrollTo(0, 0);
  });
}
