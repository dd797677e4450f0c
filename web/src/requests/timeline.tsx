import type { ChangeRequest, Happening } from "../api.ts";
import { post } from "../client.ts";
import { plain, plainLines } from "../format.ts";
import { draft } from "../session/draft.ts";
import { announce } from "../ui/announce.tsx";
import { useCommand } from "../ui/command.ts";
import { ProblemNotice } from "../ui/problem.tsx";
import { Submit } from "../ui/submit.tsx";
import { When } from "../ui/time.tsx";
import { useLines } from "./lines.ts";
import { saidOf, wordOf } from "./said.ts";

/** What happened, in order, and the place to say something. */
export function Timeline({ request, onChange }: { request: ChangeRequest; onChange: () => Promise<void> }) {
  const { all, earlier, busy, problem } = useLines(request);
  return (
    <section class="timeline" aria-labelledby="timeline">
      <h2 id="timeline">Timeline</h2>
      {problem && <ProblemNotice problem={problem} />}
      {earlier && (
        <button type="button" class="plain" aria-busy={busy} onClick={() => void earlier()}>
          Earlier
        </button>
      )}
      <ol>
        {all.map((event) => (
          <Line key={event.sequence} event={event} kind={request.kind} />
        ))}
      </ol>
      {request.may.includes("comment") && <CommentForm id={request.id} onChange={onChange} />}
    </section>
  );
}

function Line({ event, kind }: { event: Happening; kind: ChangeRequest["kind"] }) {
  const { sequence, type, by, at } = event;
  const place = `event-${sequence}`;
  const text = saidOf(event);
  return (
    <li id={place}>
      <p>
        {by && <strong>{plain(by.name)}</strong>} {wordOf(event, kind) ?? plain(type)} <When at={at} place={place} />
      </p>
      {text && (
        <p class="said" dir="auto">
          {plainLines(text)}
        </p>
      )}
    </li>
  );
}

function CommentForm({ id, onChange }: { id: string; onChange: () => Promise<void> }) {
  const words = draft(`${id}.comment`);
  const command = useCommand<unknown>(`/v1/change-requests/${id}/comments`, post, draft(`${id}.comment.sending`));
  async function submit(event: SubmitEvent) {
    event.preventDefault();
    const text = words.text.trim();
    if (text === "" || (await command.run({ text })) === undefined) return;
    words.drop();
    announce("Your comment was added.");
    await onChange();
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <label>
        Comment
        <textarea
          rows={3}
          required
          data-key="c"
          maxLength={4000}
          value={words.text}
          onInput={(event) => words.write(event.currentTarget.value)}
        />
      </label>
      {command.problem && <ProblemNotice problem={command.problem} />}
      <Submit class="plain" busy={command.busy}>
        Comment
      </Submit>
    </form>
  );
}
