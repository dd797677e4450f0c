import type { Problem } from "../client.ts";
import { plain } from "../format.ts";
import { Changes } from "./changes.tsx";
import type { FormOver } from "./form.ts";
import type { Thing } from "./thing.ts";

/** What a person compares: the name of each part, and how it reads. */
export type Parts<T> = Record<string, (of: T) => string>;

interface Editing {
  form: Pick<FormOver<object, unknown>, "moved" | "said" | "goOn">;
  thing: Pick<Thing<unknown>, "forget">;
  /** Line by line what they changed. */
  changes: string[];
}

/** Somebody else saved it while it was edited here. What was typed stays, and nothing is saved before that was seen. */
export function Meanwhile({ form: { moved, said, goOn }, thing: { forget }, changes }: Editing) {
  if (!moved) return null;
  return (
    <div role="alert" class="notice wait overtaken">
      <p>
        <strong>It was changed while you were writing.</strong> Nothing of yours was saved over that.
      </p>
      <Changes lines={changes} />
      <p>
        {said
          ? "It says what you wrote already."
          : "Go on from it: what you typed stays, and what only the others changed is taken over."}
      </p>
      <button type="button" class="plain" onClick={() => (goOn(), forget())}>
        Go on from what is there now
      </button>
    </div>
  );
}

/** In a dialog: it is another than was looked at when that was opened. */
export function Overtaken({ changes, problem }: { changes: string[]; problem: Problem | undefined }) {
  const unknown = problem?.unknownOutcome === true;
  return (
    <div role="alert" class="notice wait">
      <p>
        <strong>It was changed while you were reading.</strong>{" "}
        {unknown ? "No answer came to what you sent: it may have been carried out." : "Nothing of yours was saved."}
      </p>
      <Changes lines={changes} />
    </div>
  );
}

/** Line by line what is another in the later one. */
export function changesOf<T>(parts: Parts<T>, before: T, after: T): string[] {
  return Object.entries(parts).flatMap(([name, read]) => {
    const [from, to] = [read(before), read(after)];
    return from === to ? [] : [`${name}: ${shown(to)} (before: ${shown(from)})`];
  });
}

function shown(text: string): string {
  return text === "" ? "nothing" : plain(text);
}
