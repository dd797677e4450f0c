import type { CastByLink, LinkedRequest, Sends } from "../api.ts";
import { draft } from "../session/draft.ts";
import type { Command } from "../ui/command.ts";
import { Dialog, Ways } from "../ui/dialog.tsx";
import { ProblemNotice } from "../ui/problem.tsx";
import type { Act } from "../requests/acts.ts";
import { Signed } from "../requests/signed.tsx";

export type Choice = Sends<"voteByLink">["decision"];

const ACTS_OF: Record<Choice, Act> = { APPROVE: "approve", REJECT: "reject" };

interface Confirming {
  request: LinkedRequest;
  choice: Choice;
  token: string;
  code: string;
  command: Command<CastByLink>;
  onClose: () => void;
  onCast: (cast: CastByLink) => void;
}

/** The second step: says exactly what is about to be signed, and by whom. */
export function Confirm({ request, choice, token, code, command, onClose, onCast }: Confirming) {
  const rejecting = choice === "REJECT";
  // Where the request's page looks for it, for whoever signs in after all.
  const comment = draft(`${request.id}.${ACTS_OF[choice]}`);

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    const said = comment.text.trim();
    const ballot: Sends<"voteByLink"> = {
      token,
      code,
      decision: choice,
      digest: request.digest,
      ...(said && { comment: said }),
    };
    const cast = await command.run(ballot);
    if (cast === undefined) return;
    comment.drop();
    onCast(cast);
  }

  const { problem } = command;

  return (
    <Dialog title={rejecting ? "Reject this change" : "Approve this change"} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <Signed request={request} person={request.voter} />
        <label>
          {rejecting ? "Reason (required)" : "Comment"}
          <textarea
            rows={3}
            autofocus
            required={rejecting}
            maxLength={4000}
            value={comment.text}
            onInput={(event) => comment.write(event.currentTarget.value)}
          />
        </label>
        {problem?.passing && <ProblemNotice problem={problem} />}
        <Ways words={rejecting ? "Reject" : "Approve"} busy={command.busy} danger={rejecting} onClose={onClose} />
      </form>
    </Dialog>
  );
}
