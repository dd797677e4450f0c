import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { count } from "../format.ts";

const MOST = 100;

interface Found<T> {
  /** What is searched for, in the plural. */
  what: string;
  items: T[];
  /** What a search looks at. */
  text: (item: T) => string;
  row: (item: T) => ComponentChildren;
  /** Said where there is none. */
  none: ComponentChildren;
}

/** A list with a search. A long one shows its first rows, so that it costs no more than a short one. */
export function Finder<T extends { id: string }>({ what, items, text, row, none }: Found<T>) {
  const [typed, setTyped] = useState("");
  if (items.length === 0) return <p class="waiting">{none}</p>;
  const wanted = typed.trim().toLowerCase();
  const found = items.filter((each) => text(each).toLowerCase().includes(wanted));
  return (
    <>
      <search class="filter">
        <label>
          <span class="unseen">Search {what}</span>
          <input
            type="search"
            placeholder={`Search ${what}`}
            autocapitalize="off"
            spellcheck={false}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
      </search>
      <ul class="rows">
        {found.slice(0, MOST).map((each) => (
          <li key={each.id}>{row(each)}</li>
        ))}
      </ul>
      {found.length > MOST && <p class="hint">{count(found.length - MOST, "more", "more")} match: narrow the search.</p>}
      {found.length === 0 && <p class="hint">Nothing matches “{typed.trim()}”.</p>}
    </>
  );
}
