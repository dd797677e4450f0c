import { useEffect } from "preact/hooks";
import type { CastByLink, LinkedRequest, Sends } from "../api.ts";
import { postOpenly, type Problem } from "../client.ts";
import { useCommand } from "../ui/command.ts";
import { Dialog, Ways } from "../ui/dialog.tsx";
import { ProblemNotice } from "../ui/problem.tsx";
import { Signed } from "../requests/signed.tsx";

export type Choice = Sends<"voteByLink">["decision"];

interface Confirming {
  request: LinkedRequest;
  choice: Choice;
  token: string;
  code: string;
  comment: string;
  write: (comment: string) => void;
  onClose: () => void;
  onCast: (cast: CastByLink) => void;
  /** What this dialog can do nothing about. */
  onRefused: (problem: Problem) => void;
}

/** The second step: says exactly what is about to be signed, and by whom. */
export function Confirm(props: Confirming) {
  const { request, choice, token, code, comment, write, onClose, onCast, onRefused } = props;
  const command = useCommand<CastByLink>("/v1/links/vote", postOpenly);
  const rejecting = choice === "REJECT";

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    const said = comment.trim();
    const ballot: Sends<"voteByLink"> = {
      token,
      code,
      decision: choice,
      digest: request.digest,
      ...(said && { comment: said }),
    };
    const cast = await command.run(ballot);
    if (cast !== undefined) onCast(cast);
  }

  const { problem } = command;
  useEffect(() => {
    if (problem !== undefined && !problem.passing) onRefused(problem);
  }, [problem]);

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
            value={comment}
            onInput={(event) => write(event.currentTarget.value)}
          />
        </label>
        {problem && <ProblemNotice problem={problem} />}
        <Ways words={rejecting ? "Reject" : "Approve"} busy={command.busy} danger={rejecting} onClose={onClose} />
      </form>
    </Dialog>
  );
}
