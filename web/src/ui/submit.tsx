import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

interface Sending {
  busy: boolean;
  class?: string;
  /** The form, where the button stands outside of it. */
  form?: string;
  /** Why it waits is said elsewhere. */
  waits?: boolean;
  children: ComponentChildren;
}

/** Sends a form. Until the answer its fields stand still: what is typed then would be sent nowhere, and lost with the rest. */
export function Submit({ busy, waits = false, children, ...button }: Sending) {
  const own = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (!busy || own.current === null) return;
    const still = fieldsOf(own.current);
    if (still.some((each) => each.contains(document.activeElement))) own.current.focus();
    for (const each of still) each.inert = true;
    return () => still.forEach((each) => (each.inert = false));
  }, [busy]);
  return (
    <button ref={own} type="submit" {...button} aria-busy={busy} aria-disabled={waits}>
      {children}
    </button>
  );
}

/** Everything in its form that is no way out of it; with a field stands its label. */
function fieldsOf(button: HTMLButtonElement): HTMLElement[] {
  return [...(button.form?.elements ?? [])].flatMap((each) =>
    each instanceof HTMLElement && each.parentElement !== button.parentElement ? [each.closest("label") ?? each] : [],
  );
}
