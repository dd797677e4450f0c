import type { Page, Target, WrittenPolicy } from "../api.ts";
import { remove } from "../client.ts";
import { plain } from "../format.ts";
import { go } from "../router.ts";
import { announce } from "../ui/announce.tsx";
import { useCommand } from "../ui/command.ts";
import { Dialog, Ways } from "../ui/dialog.tsx";
import { ProblemNotice } from "../ui/problem.tsx";
import { useReading, type Reading } from "../ui/reading.ts";
import type { Seen } from "./draft.ts";
import { counting } from "./glob.ts";
import { place } from "./words.ts";
import { written } from "./written.ts";

const FRESH_MS = 10_000;

interface Deleting {
  project: string;
  /** The policy as it was when the dialog was opened. */
  seen: Seen;
  /** The policy as it is now. */
  present: Reading<WrittenPolicy>;
  onClose: () => void;
}

/** The second step: says what counts in its place, or that nothing does. What is deleted is what was seen. */
export function DeleteDialog({ project, seen, present, onClose }: Deleting) {
  const home = `/projects/${project}/policies`;
  const { policy, tag } = seen;
  const others = useReading<Page<WrittenPolicy>>(`/v1${home}`, FRESH_MS).value?.items.filter(({ id }) => id !== policy.id);
  const moved = present.value !== undefined && present.value.version !== policy.version;
  const command = useCommand<WrittenPolicy>(`/v1${home}/${policy.id}`, remove(tag));

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if (moved) return;
    const done = await command.run({});
    if (done === undefined) return present.refresh();
    written.value = done;
    onClose();
    go(home);
    announce(`“${plain(policy.name)}” is deleted.`);
  }

  return (
    <Dialog title={`Delete “${plain(policy.name)}”`} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        {moved ? (
          <p role="alert" class="notice wait">
            It was changed while you were reading. Nothing was deleted.
          </p>
        ) : (
          <>
            <p>It counts no longer for what is proposed from now on. Then, where it held:</p>
            <ul class="falls">
              {policy.targets.map((each) => (
                <li key={place(each)}>
                  <code>{place(each)}</code> {others ? instead(each, others) : "…"}
                </li>
              ))}
            </ul>
            <p>Open requests keep it: they still need the approvals that it asked for when they were made.</p>
          </>
        )}
        {command.problem && !moved && <ProblemNotice problem={command.problem} />}
        <Ways words="Delete the policy" busy={command.busy} danger moved={moved} onClose={onClose} />
      </form>
    </Dialog>
  );
}

function instead(target: Target, others: WrittenPolicy[]): string {
  const then = counting(others, target).map(({ name }) => `“${plain(name)}”`);
  return then.length === 0
    ? "What no other policy covers there changes without anybody’s approval."
    : `${then.join(" and ")} ${then.length === 1 ? "counts" : "count"} instead.`;
}
