import { useEffect, useRef, useState } from "preact/hooks";
import { lastingOf } from "../access/lasting.ts";
import type { ChangeRequest, MovedDocument } from "../api.ts";
import { characters, count } from "../format.ts";
import { draft } from "../session/draft.ts";
import { announce } from "../ui/announce.tsx";
import { useCommand } from "../ui/command.ts";
import { Dialog, refocus, Ways } from "../ui/dialog.tsx";
import { ProblemNotice } from "../ui/problem.tsx";
import { SpanField } from "../ui/span-field.tsx";
import type { Span } from "../ui/span.ts";
import { ACTS, type Act, type Standing } from "./acts.ts";
import { Consequences } from "./consequences.tsx";
import { Moved, Signed, Unanswered } from "./signed.tsx";

interface Deciding {
  act: Act;
  /** The request as it is now, refreshed while the dialog is open. */
  request: ChangeRequest;
  /** What is another in the store than when the revision was made. */
  moved: MovedDocument[];
  onClose: () => void;
  /** Reads the request again and resolves when the page shows it. */
  onChange: () => Promise<void>;
}

/** The second step: says exactly what is about to be signed. What is sent is the digest that was shown here. */
export function DecideDialog({ act, request, moved: store, onClose, onChange }: Deciding) {
  const words = ACTS[act];
  const [shown] = useState(request);
  const [also, setAlso] = useState(false);
  const [span, setSpan] = useState<Span>({ amount: "", unit: "hour" });
  const text = draft(`${request.id}.${act}`);
  const command = useCommand<Standing>(words.route(request));
  const differs = shown.digest !== request.digest || shown.status !== request.status;
  const about = differs ? shown : request;
  // What is sent here moves the request, too.
  const moved = differs && !command.busy;
  const unanswered = moved && command.problem?.unknownOutcome === true;
  const lasting = act === "approve" && shown.access ? lastingOf(span, shown.access) : undefined;
  const wrong = lasting?.wrong;
  // A vote never merges a change of rules.
  const more = words.also && about.kind !== "GOVERNANCE" && about.may.includes(words.also.needs) ? words.also : undefined;

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if (moved || wrong !== undefined) return;
    const done = await command.run(words.body(shown, { text: text.text.trim(), also: also && more !== undefined, duration: lasting?.duration }));
    if (done === undefined) return onChange();
    text.drop();
    onClose();
    announce(words.done(done));
    await onChange();
    refocus();
  }

  return (
    <Dialog title={words.title} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <Signed request={shown} />
        {unanswered ? (
          <Unanswered read={shown} now={request} />
        ) : moved ? (
          <Moved read={shown} now={request} />
        ) : (
          <Consequences act={act} request={about} moved={store} />
        )}
        {command.busy && request.status === "MERGING" && <p role="status">It is being merged.</p>}
        {lasting && <SpanField label="For at most" span={span} write={setSpan} wrong={wrong} empty={lasting.empty} />}
        {words.say && <Saying label={words.say} least={words.least ?? 0} text={text.text} write={text.write} />}
        {more && (
          <label class="tick">
            <input type="checkbox" checked={also} onChange={(event) => setAlso(event.currentTarget.checked)} />
            {more.label}
          </label>
        )}
        {command.problem && !unanswered && !(moved && command.problem.body.status === 409) && (
          <ProblemNotice problem={command.problem} />
        )}
        <Ways
          words={also && more ? more.button : words.button}
          busy={command.busy}
          danger={words.danger === true}
          moved={moved}
          onClose={onClose}
        />
      </form>
    </Dialog>
  );
}

interface Said {
  label: string;
  least: number;
  text: string;
  write: (text: string) => void;
}

function Saying({ label, least, text, write }: Said) {
  const field = useRef<HTMLTextAreaElement>(null);
  const short = characters(text) < least;
  useEffect(() => {
    field.current?.setCustomValidity(short ? `Say it in at least ${count(least, "character")}.` : "");
  }, [short, least]);
  return (
    <label>
      {label}
      <textarea
        ref={field}
        rows={3}
        autofocus
        required={least > 0}
        maxLength={4000}
        value={text}
        onInput={(event) => write(event.currentTarget.value)}
      />
      {least > 1 && <small>At least {least} characters. Everybody who is told reads it.</small>}
    </label>
  );
}
