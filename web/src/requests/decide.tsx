import { useState } from "preact/hooks";
import type { ChangeRequest } from "../api.ts";
import { count, names, plain, shortDigest } from "../format.ts";
import { draft } from "../session/draft.ts";
import { me } from "../session/me.ts";
import { announce } from "../ui/announce.tsx";
import { useCommand } from "../ui/command.ts";
import { Dialog } from "../ui/dialog.tsx";
import { ProblemNotice } from "../ui/problem.tsx";
import { difference } from "./difference.ts";

export type Act = "approve" | "reject" | "merge" | "withdraw";

interface Words {
  title: string;
  button: string;
  done: string;
  /** Label of the text field; absent where there is nothing to say. */
  say?: string;
  mustSay?: boolean;
  danger?: boolean;
  route: string;
  body(digest: string, text: string): object;
}

const WORDS: Record<Act, Words> = {
  approve: {
    title: "Approve this change",
    button: "Approve",
    done: "You approved.",
    say: "Comment",
    route: "votes",
    body: (digest, comment) => ({ decision: "APPROVE", digest, ...(comment && { comment }) }),
  },
  reject: {
    title: "Reject this change",
    button: "Reject",
    done: "You rejected.",
    say: "Reason (required)",
    mustSay: true,
    danger: true,
    route: "votes",
    body: (digest, comment) => ({ decision: "REJECT", digest, comment }),
  },
  merge: {
    title: "Merge this change",
    button: "Merge",
    done: "The merge was started.",
    route: "merge",
    body: (digest) => ({ digest }),
  },
  withdraw: {
    title: "Withdraw this request",
    button: "Withdraw",
    done: "You withdrew the request.",
    say: "Reason",
    danger: true,
    route: "withdraw",
    body: (_digest, reason) => ({ ...(reason && { reason }) }),
  },
};

interface Deciding {
  act: Act;
  /** The request as it is now, refreshed while the dialog is open. */
  request: ChangeRequest;
  onClose: () => void;
  /** Reads the request again and resolves when the page shows it. */
  onChange: () => Promise<void>;
}

/** The second step: says exactly what is about to be signed. What is sent is the digest that was shown here. */
export function DecideDialog({ act, request, onClose, onChange }: Deciding) {
  const words = WORDS[act];
  const [shown] = useState(request);
  const text = draft(`${request.id}.${act}`);
  const command = useCommand<unknown>(`/v1/change-requests/${request.id}/${words.route}`);
  const moved = shown.digest !== request.digest || shown.status !== request.status;

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if (moved) return;
    const done = await command.run(words.body(shown.digest, text.text.trim()));
    if (done === undefined) return onChange();
    text.drop();
    onClose();
    announce(words.done);
    await onChange();
  }

  return (
    <Dialog title={words.title} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <Signed request={shown} />
        {moved ? <Moved read={shown} now={request} /> : null}
        {words.say && (
          <label>
            {words.say}
            <textarea
              rows={3}
              autofocus
              required={words.mustSay === true}
              maxLength={4000}
              value={text.text}
              onInput={(event) => text.write(event.currentTarget.value)}
            />
          </label>
        )}
        {command.problem && !(moved && command.problem.body.status === 409) && (
          <ProblemNotice problem={command.problem} />
        )}
        <footer>
          <button type="button" class="plain" onClick={onClose}>
            {moved ? "Look at it again" : "Cancel"}
          </button>
          {!moved && (
            <button type="submit" class={words.danger ? "danger" : ""} aria-busy={command.busy}>
              {words.button}
            </button>
          )}
        </footer>
      </form>
    </Dialog>
  );
}

function Signed({ request }: { request: ChangeRequest }) {
  const person = me.value?.person;
  return (
    <dl class="signed">
      <div>
        <dt>Request</dt>
        <dd>
          {request.id}: {plain(request.title)}
        </dd>
      </div>
      <div>
        <dt>Changes</dt>
        <dd>
          {request.changes.map(({ environment, path, operations }) => (
            <span key={environment + path} class="target">
              {count(operations.length, "key")} in {plain(environment)} <code>{plain(path)}</code>
            </span>
          ))}
        </dd>
      </div>
      <div>
        <dt>Revision</dt>
        <dd>
          {request.revision}, digest <code>{shortDigest(request.digest)}</code>
        </dd>
      </div>
      {person && (
        <div>
          <dt>As</dt>
          <dd>{names([person], person.id)}</dd>
        </div>
      )}
    </dl>
  );
}

function Moved({ read, now }: { read: ChangeRequest; now: ChangeRequest }) {
  return (
    <div role="alert" class="notice wait">
      <p>
        <strong>The request changed while you were reading.</strong> Nothing was sent for the new state.
      </p>
      <ul>
        {difference(read, now).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>Revision {now.revision}, digest <code>{shortDigest(now.digest)}</code> is what stands now.</p>
    </div>
  );
}
