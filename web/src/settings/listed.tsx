import type { ComponentChildren } from "preact";
import { ProblemNotice } from "../ui/problem.tsx";
import type { Reading } from "../ui/reading.ts";

interface Listing {
  title: string;
  reading: Reading<unknown>;
  add: { href: string; words: string } | undefined;
  children: ComponentChildren;
}

/** A list of the settings: its heading, the way to add to it, and what stands there while it is not read. */
export function Listed({ title, reading: { value, problem, refresh }, add, children }: Listing) {
  return (
    <section class="listed" aria-label={title}>
      <header>
        <h2>{title}</h2>
        {add && (
          <a class="button" href={add.href}>
            {add.words}
          </a>
        )}
      </header>
      {problem && <ProblemNotice problem={problem} retry={() => void refresh()} />}
      {value !== undefined
        ? children
        : problem === undefined && (
            <p class="waiting" aria-busy="true">
              Loading {title.toLowerCase()}
            </p>
          )}
    </section>
  );
}
