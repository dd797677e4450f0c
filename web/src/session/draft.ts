// Text that somebody is writing. It outlives a dialog, a reload and a new sign-in, and belongs to one place only.
import { signal, type Signal } from "@preact/signals";

const drafts = new Map<string, Signal<string>>();
const PLACE = "countersign.draft.";

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

/** Nothing typed by one person is shown to the next one on this tab. */
export function dropDrafts(): void {
  for (const text of drafts.values()) text.value = "";
  for (const name of Object.keys(sessionStorage)) if (name.startsWith(PLACE)) sessionStorage.removeItem(name);
}
