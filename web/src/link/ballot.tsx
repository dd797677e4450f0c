import { useEffect, useRef, useState } from "preact/hooks";
import type { CastByLink, LinkedRequest } from "../api.ts";
import { postOpenly, type Problem } from "../client.ts";
import { count, plain, who } from "../format.ts";
import { askToSignIn } from "../session/gate.tsx";
import { Arrival } from "../ui/arrival.tsx";
import { useCommand } from "../ui/command.ts";
import { ProblemNotice } from "../ui/problem.tsx";
import { Time } from "../ui/time.tsx";
import { touched } from "../requests/operation.ts";
import { Changes } from "./changes.tsx";
import { Confirm, type Choice } from "./confirm.tsx";

interface Voting {
  request: LinkedRequest;
  token: string;
  onCast: (cast: CastByLink) => void;
  /** `sent` says whether no answer came to a vote before. */
  onVoid: (problem: Problem, sent: boolean) => void;
}

/** What there is to decide, without values, and the field for the code; the decision itself is a second step. */
export function Ballot({ request, token, onCast, onVoid }: Voting) {
  const [code, setCode] = useState("");
  const [choice, setChoice] = useState<Choice | undefined>(undefined);
  const [refused, setRefused] = useState<Problem | undefined>(undefined);
  const sent = useRef(false);
  // It outlives its dialog: who closes that after silence and votes again is not heard twice.
  const command = useCommand<CastByLink>("/v1/links/vote", postOpenly);
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (refused !== undefined) field.current?.select();
  }, [refused]);
  const keys = request.changes.flatMap(({ operations }) => operations).reduce((sum, each) => sum + touched(each), 0);

  function choose(next: Choice) {
    if (form.current?.reportValidity() === true) setChoice(next);
  }

  const { problem } = command;
  useEffect(() => {
    sent.current ||= problem?.unknownOutcome === true;
    if (problem === undefined || problem.passing) return;
    if (problem.body.code === "link-void") return onVoid(problem, sent.current);
    setRefused(problem);
    setChoice(undefined);
  }, [problem]);

  return (
    <section class="ballot">
      <header>
        <Arrival>{plain(request.title)}</Arrival>
        <p class="facts">
          <span>
            {request.id} by {who(request.author)}
            {request.revision > 1 && `, revision ${request.revision}`}
          </span>
          {request.expiresAt && (
            <span>
              expires <Time at={request.expiresAt} />
            </span>
          )}
        </p>
      </header>
      <section class="diff" aria-labelledby="changes">
        <h2 id="changes">{count(keys, "changed key")}</h2>
        <Changes changes={request.changes} />
      </section>
      <Votes votes={request.votes} />
      <form ref={form} class="card" onSubmit={(event) => event.preventDefault()}>
        <h2>Vote as {plain(request.voter.name)}</h2>
        {refused && <ProblemNotice problem={refused} />}
        <label>
          Code in your mail
          <input
            ref={field}
            type="text"
            class="code"
            required
            inputMode="numeric"
            autocomplete="one-time-code"
            pattern="[0-9]{6}"
            maxLength={6}
            title="The six digits in the mail"
            value={code}
            onInput={(event) => setCode(event.currentTarget.value)}
          />
          <small>
            The link ends <Time at={request.until} />. The vote is marked as cast by mail.
          </small>
        </label>
        <div class="row">
          <button type="button" class="danger" onClick={() => choose("REJECT")}>
            Reject
          </button>
          <button type="button" onClick={() => choose("APPROVE")}>
            Approve
          </button>
          <button type="button" class="link" onClick={askToSignIn}>
            Sign in instead
          </button>
        </div>
      </form>
      {choice && (
        <Confirm
          request={request}
          choice={choice}
          token={token}
          code={code}
          command={command}
          onClose={() => setChoice(undefined)}
          onCast={onCast}
        />
      )}
    </section>
  );
}

function Votes({ votes }: Pick<LinkedRequest, "votes">) {
  if (votes.length === 0) return <p class="hint">Nobody has voted on it yet.</p>;
  return (
    <ul>
      {votes.map(({ person, decision }) => (
        <li key={person.id}>
          {plain(person.name)} {decision === "APPROVE" ? "approved" : "rejected"}
        </li>
      ))}
    </ul>
  );
}
