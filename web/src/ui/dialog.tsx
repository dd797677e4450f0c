import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { Submit } from "./submit.tsx";

/** A moment for the page to draw what the server answered. */
const DRAWN_MS = 100;

function heading(): HTMLElement | null {
  return document.querySelector("h1");
}

/** Where an answer took away what had the focus, it goes to the page's heading instead of nowhere. */
export function refocus(): void {
  setTimeout(() => document.activeElement === document.body && heading()?.focus(), DRAWN_MS);
}

interface Deciding {
  /** What is done. */
  words: string;
  busy: boolean;
  /** Whether it takes something away. */
  danger?: boolean;
  /** What was looked at is another by now: there is nothing to do but to look again. */
  moved?: boolean;
  onClose: () => void;
}

/** The ways out of a dialog: back, or its form is sent. */
export function Ways({ words, busy, danger = false, moved = false, onClose }: Deciding) {
  return (
    <footer>
      <button type="button" class="plain" onClick={onClose}>
        {moved ? "Look at it again" : "Cancel"}
      </button>
      {!moved && (
        <Submit class={danger ? "danger" : ""} busy={busy}>
          {words}
        </Submit>
      )}
    </footer>
  );
}

/** A modal native dialog with a name. Focus goes back to where it was, or to the page's heading if that is gone. */
export function Dialog(props: { title: string; onClose: () => void; children: ComponentChildren }) {
  const element = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
      else heading()?.focus();
    };
  }, []);
  return (
    <dialog ref={element} aria-labelledby={title} onCancel={(event) => (event.preventDefault(), props.onClose())}>
      <article>
        <h2 id={title}>{props.title}</h2>
        {props.children}
      </article>
    </dialog>
  );
}
