import type { Agreement } from "./agreement.ts";

interface Collecting {
  agreement: Agreement;
  /** What it does, where what is sent names nothing. */
  words?: string;
}

/** The way of a form that asks others to ask them for several changes at once: it keeps what the form would send. */
export function Collect({ agreement: { state, revises, collecting }, words }: Collecting) {
  if (state === undefined || state.atOnce || revises !== undefined) return null;
  return (
    <p class="row">
      <button
        type="button"
        class="plain"
        onClick={(event) => {
          const { form } = event.currentTarget;
          collecting(() => form?.requestSubmit(), words);
        }}
      >
        Add to one request
      </button>
      <small>Keeps it, to ask for several changes at once.</small>
    </p>
  );
}
