// Text that somebody is writing. It outlives a dialog, a reload and a new sign-in, and belongs to one place only.
import { signal, type Signal } from "@preact/signals";

const drafts = new Map<string, Signal<string>>();
const PLACE = "countersign.draft.";
/** Texts with secret values: in the tab's storage on the way through a sign-in only. */
const SEALED = "countersign.sealed.";
const sealed = new Map<string, Signal<string>>();

export interface Draft {
  readonly text: string;
  write(text: string): void;
  drop(): void;
}

export function draft(place: string): Draft {
  let held = drafts.get(place);
  if (held === undefined) {
    held = signal(sessionStorage.getItem(PLACE + place) ?? "");
    drafts.set(place, held);
  }
  const text = held;
  return {
    get text() {
      return text.value;
    },
    write(next) {
      text.value = next;
      sessionStorage.setItem(PLACE + place, next);
    },
    drop() {
      text.value = "";
      sessionStorage.removeItem(PLACE + place);
    },
  };
}

/** As `draft`, for a text that holds secret values: it lives in memory, and is gone with the page. */
export function sealedDraft(place: string): Draft {
  const text = sealed.get(place) ?? signal("");
  sealed.set(place, text);
  return {
    get text() {
      return text.value;
    },
    write: (next) => (text.value = next),
    drop: () => (text.value = ""),
  };
}

/** Called right before the page is left for a sign-in that comes back to it. */
export function carryOver(): void {
  for (const [place, text] of sealed) if (text.value !== "") sessionStorage.setItem(SEALED + place, text.value);
}

/** Called when the page begins: what was carried over is taken out of the tab's storage at once. */
export function takeOver(): void {
  for (const name of Object.keys(sessionStorage).filter((each) => each.startsWith(SEALED))) {
    sealed.set(name.slice(SEALED.length), signal(sessionStorage.getItem(name) ?? ""));
    sessionStorage.removeItem(name);
  }
}

/** Nothing typed by one person is shown to the next one on this tab. */
export function dropDrafts(): void {
  for (const text of [...drafts.values(), ...sealed.values()]) text.value = "";
  for (const name of Object.keys(sessionStorage)) if (name.startsWith(PLACE)) sessionStorage.removeItem(name);
}
