// Text that somebody is writing. It outlives a dialog, a reload and a new sign-in, and belongs to one place only.
import { signal, type Signal } from "@preact/signals";
import { carry, taken } from "./carrying.ts";

const drafts = new Map<string, Signal<string>>();
const PLACE = "countersign.draft.";
/** Texts with secret values. */
const sealed = new Map<string, Signal<string>>();
let carried = false;

export interface Draft {
  readonly text: string;
  write(text: string): void;
  drop(): void;
}

/** A text that lives as long as whoever holds it. */
export function passingDraft(): Draft {
  let text = "";
  return {
    get text() {
      return text;
    },
    write: (next) => void (text = next),
    drop: () => void (text = ""),
  };
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

/**
 * As `draft`, for a text that holds secret values: it lives in memory, and is gone with the page, which asks before it
 * is left.
 */
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
export async function carryOver(): Promise<void> {
  const texts = held();
  if (texts.length > 0) await carry(texts);
  carried = true;
}

/** Called when the page begins: what was carried over is in memory again, and nowhere else. */
export async function takeOver(): Promise<void> {
  for (const [place, text] of await taken()) sealed.set(place, signal(text));
  addEventListener("beforeunload", (event) => {
    if (!carried && held().length > 0) event.preventDefault();
  });
}

function held(): [string, string][] {
  return [...sealed].flatMap(([place, text]) => (text.value === "" ? [] : [[place, text.value]]));
}

/** Nothing typed by one person is shown to the next one on this tab. */
export function dropDrafts(): void {
  for (const text of [...drafts.values(), ...sealed.values()]) text.value = "";
  for (const name of Object.keys(sessionStorage)) if (name.startsWith(PLACE)) sessionStorage.removeItem(name);
}
