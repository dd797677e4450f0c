import type { ComponentChildren } from "preact";
import { useAgreement } from "../governance/agreement.ts";
import { Asking } from "../governance/asking.tsx";
import { Collect } from "../governance/collect.tsx";
import { useCommand } from "./command.ts";
import { Dialog, Ways } from "./dialog.tsx";
import { ProblemNotice } from "./problem.tsx";

interface Removing<T> {
  title: string;
  /** Whose rules it is of, or `*`. */
  project: string;
  /** What is done. */
  words: string;
  path: string;
  /** The entity tag of what was seen when the dialog was opened. */
  seen: string | null;
  /** The entity tag of what is there now. */
  present: string | null;
  /** Looks again at what is there. */
  look: () => Promise<void>;
  done: (was: T) => void;
  onClose: () => void;
  /** What follows from it. */
  children: ComponentChildren;
}

/** The second step of a deletion. What is deleted is what was seen, or nothing. */
export function Removal<T>({ title, project, words, path, seen, present, look, done, onClose, children }: Removing<T>) {
  const agreement = useAgreement(project, `${path}.removal`);
  const command = useCommand<T>(path, agreement.remove(seen));
  const moved = present !== null && present !== seen;

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if (moved) return;
    const was = await command.run({});
    if (was === undefined) return look();
    onClose();
    done(was);
  }

  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        {moved ? (
          <p role="alert" class="notice wait">
            It was changed while you were reading. Nothing was deleted.
          </p>
        ) : (
          <>
            {children}
            <Asking agreement={agreement} />
            <Collect agreement={agreement} words={title} />
          </>
        )}
        {command.problem && !moved && <ProblemNotice problem={command.problem} />}
        <Ways words={words} busy={command.busy} danger moved={moved} onClose={onClose} />
      </form>
    </Dialog>
  );
}
