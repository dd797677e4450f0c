import { useEffect } from "preact/hooks";
import type { Problem } from "../client.ts";
import { Wrong } from "../ui/wrong.tsx";

interface Said {
  title: string;
  message: string;
}

interface Fields {
  said: Said;
  say: (change: Partial<Said>) => void;
  /** What the API found wrong, by the name of the field. */
  faults: Record<string, string>;
}

/** What a change is called, and what its author says of it. */
export function Saying({ said, say, faults }: Fields) {
  const { title, message } = faults;
  return (
    <>
      <label>
        Title
        <input
          type="text"
          required
          maxLength={200}
          aria-invalid={title === undefined ? undefined : true}
          aria-describedby="title-wrong"
          value={said.title}
          onInput={(event) => say({ title: event.currentTarget.value })}
        />
      </label>
      <Wrong id="title-wrong" text={title} />
      <label>
        Message
        <textarea
          rows={3}
          maxLength={4000}
          aria-invalid={message === undefined ? undefined : true}
          aria-describedby="message-wrong"
          value={said.message}
          onInput={(event) => say({ message: event.currentTarget.value })}
        />
      </label>
      <Wrong id="message-wrong" text={message} />
    </>
  );
}

/** After a refusal the keyboard is at the first field that is wrong. */
export function useAim(problem: Problem | undefined): void {
  useEffect(() => {
    if (problem !== undefined) document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus();
  }, [problem]);
}
