// Single keys for those who decide many requests. Whoever is in their way switches them off in this browser (WCAG 2.1.4).
import { signal } from "@preact/signals";

const PLACE = "countersign.keys";

export const keysOn = signal(kept() !== "off");
export const helpOpen = signal(false);

export function switchKeys(on: boolean): void {
  keysOn.value = on;
  if (on) localStorage.removeItem(PLACE);
  else localStorage.setItem(PLACE, "off");
}

/** What each key does; true where there was something to do. */
const DEEDS: Record<string, () => boolean> = {
  j: () => step(1),
  k: () => step(-1),
  v: () => press(document.activeElement?.closest(".diff li")?.querySelector<HTMLElement>("button[aria-expanded]")),
  a: () => press(keyed("a")),
  r: () => press(keyed("r")),
  c: () => focus(keyed("c")),
  "?": () => (helpOpen.value = true),
};

export function startKeys(): void {
  document.addEventListener("keydown", (event) => {
    if (!keysOn.value || event.defaultPrevented || event.isComposing) return;
    if (event.ctrlKey || event.metaKey || event.altKey || writing(event.target)) return;
    // A dialog has the keyboard for itself.
    if (document.querySelector("dialog[open]") !== null) return;
    const deed = Object.hasOwn(DEEDS, event.key) ? DEEDS[event.key] : undefined;
    if (deed?.()) event.preventDefault();
  });
}

/** Where letters are letters. */
function writing(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}

/** To the next request of a list, or the next key of a request. */
function step(by: 1 | -1): boolean {
  const stops = [...document.querySelectorAll<HTMLElement>(".rows a, .diff li")];
  const at = stops.findIndex((each) => each.contains(document.activeElement));
  return focus(stops[at < 0 ? 0 : Math.min(Math.max(at + by, 0), stops.length - 1)]);
}

function keyed(key: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-key="${key}"]`);
}

function focus(element: HTMLElement | null | undefined): boolean {
  if (!element) return false;
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus();
  return true;
}

function press(button: HTMLElement | null | undefined): boolean {
  button?.click();
  return Boolean(button);
}

function kept(): string | null {
  try {
    return globalThis.localStorage?.getItem(PLACE) ?? null;
  } catch {
    return null;
  }
}
