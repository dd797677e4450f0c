import { useState } from "preact/hooks";
import type { ChangeRequest, Submitted } from "../api.ts";
import { go } from "../router.ts";
import { announce } from "../ui/announce.tsx";
import { useCommand } from "../ui/command.ts";
import { ProblemNotice } from "../ui/problem.tsx";
import { Submit } from "../ui/submit.tsx";

/** Asks, in a request of its own, for what takes back what was merged. */
export function TakeBack({ request }: { request: ChangeRequest }) {
  const [open, setOpen] = useState(false);
  const [message, setMessage] = useState("");
  const { busy, problem, run } = useCommand<Submitted>(`/v1/change-requests/${request.id}/revert`);

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    const made = await run({ message });
    if (made === undefined) return;
    go(`/requests/${made.id}`);
    announce(`${made.id} asks for what takes ${request.id} back.`);
  }

  if (!open) {
    return (
      <p>
        <button type="button" class="plain" onClick={() => setOpen(true)}>
          Revert
        </button>{" "}
        <small>Asks in a new request for the values of before, which nobody sees.</small>
      </p>
    );
  }
  return (
    <form class="card" onSubmit={(event) => void submit(event)}>
      <h2>Revert {request.id}</h2>
      <p>Each key gets what it held before; keys that were not there go. What was changed since is overwritten: the new request shows it.</p>
      <label>
        Why
        <textarea rows={3} maxLength={4096} value={message} onInput={(event) => setMessage(event.currentTarget.value)} />
      </label>
      {problem && <ProblemNotice problem={problem} />}
      <footer class="row">
        <button type="button" class="plain" onClick={() => setOpen(false)}>
          Cancel
        </button>
        <Submit busy={busy}>Ask for it</Submit>
      </footer>
    </form>
  );
}
