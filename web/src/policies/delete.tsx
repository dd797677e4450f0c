import { useState } from "preact/hooks";
import type { Page, Target, WrittenPolicy } from "../api.ts";
import { remove } from "../client.ts";
import { plain } from "../format.ts";
import { go } from "../router.ts";
import { announce } from "../ui/announce.tsx";
import { useCommand } from "../ui/command.ts";
import { Dialog } from "../ui/dialog.tsx";
import { ProblemNotice } from "../ui/problem.tsx";
import { useReading } from "../ui/reading.ts";
import { counting } from "./glob.ts";
import { place } from "./words.ts";
import { written } from "./written.ts";

const FRESH_MS = 10_000;

interface Deleting {
  project: string;
  policy: WrittenPolicy;
  onClose: () => void;
}

/** The second step: says what counts in its place, or that nothing does. */
export function DeleteDialog({ project, policy, onClose }: Deleting) {
  const home = `/projects/${project}/policies`;
  const [shown] = useState(policy);
  const others = useReading<Page<WrittenPolicy>>(`/v1${home}`, FRESH_MS).value?.items.filter(({ id }) => id !== policy.id);
  const present = useReading<WrittenPolicy>(`/v1${home}/${policy.id}`, FRESH_MS);
  // Only what was read can be deleted: as it was seen, and under its tag.
  const reading = present.tag === null;
  const moved = present.value !== undefined && present.value.version !== shown.version;
  const command = useCommand<WrittenPolicy>(`/v1${home}/${policy.id}`, remove(present.tag));
  const problem = command.problem ?? present.problem;

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if (moved || reading) return;
    const done = await command.run({});
    if (done === undefined) return present.refresh();
    written.value = done;
    onClose();
    go(home);
    announce(`“${plain(shown.name)}” is deleted.`);
  }

  return (
    <Dialog title={`Delete “${plain(shown.name)}”`} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        {moved ? (
          <p role="alert" class="notice wait">
            It was changed while you were reading. Nothing was deleted.
          </p>
        ) : (
          <>
            <p>It counts no longer for what is proposed from now on. Then, where it held:</p>
            <ul class="falls">
              {shown.targets.map((each) => (
                <li key={place(each)}>
                  <code>{place(each)}</code> {others ? instead(each, others) : "…"}
                </li>
              ))}
            </ul>
            <p>Open requests keep it: they still need the approvals that it asked for when they were made.</p>
          </>
        )}
        {problem && !moved && <ProblemNotice problem={problem} />}
        <footer>
          <button type="button" class="plain" onClick={onClose}>
            {moved ? "Look at it again" : "Cancel"}
          </button>
          {!moved && (
            <button type="submit" class="danger" aria-busy={command.busy || reading} aria-disabled={reading}>
              Delete the policy
            </button>
          )}
        </footer>
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
