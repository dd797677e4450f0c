import { useState } from "preact/hooks";
import { ReviseAccess } from "../access/revise.tsx";
import type { ChangeRequest, Operations } from "../api.ts";
import { post } from "../client.ts";
import { faultsOf } from "../documents/faults.ts";
import { DocumentFields } from "../documents/fieldset.tsx";
import { NewDocument } from "../documents/new-document.tsx";
import { Saying, useAim } from "../documents/saying.tsx";
import { nameOfPlace, places, same, twice, unwritten } from "../documents/written.ts";
import { plain } from "../format.ts";
import { go } from "../router.ts";
import { sealedDraft } from "../session/draft.ts";
import { announce } from "../ui/announce.tsx";
import { useCommand, type Command } from "../ui/command.ts";
import { ProblemNotice } from "../ui/problem.tsx";
import { Submit } from "../ui/submit.tsx";
import type { Standing } from "./acts.ts";
import { amendment, nameOf, onTopOf, size, type Edits } from "./amendment.ts";
import { Held } from "./held.tsx";
import { Moved } from "./signed.tsx";

interface Revising {
  /** The request as it is now, refreshed while somebody writes. */
  request: ChangeRequest;
  refresh: () => Promise<void>;
}

/** Makes the next revision in place of the one that is seen here. */
export function Revise({ request, refresh }: Revising) {
  const [shown, setShown] = useState(request);
  const sending = sealedDraft(`${request.id}.revise.sending`);
  const command = useCommand<Standing>(`/v1/${request.access ? "access" : "change"}-requests/${request.id}/revisions`, post, sending);
  // What is sent here takes the place of what is shown, too; where no answer came, the same is sent again.
  const moved = shown.digest !== request.digest && !command.busy && command.problem?.unknownOutcome !== true;
  const open = request.status === "OPEN" && request.may.includes("revise") && request.rules === null;
  if (!open && !command.busy) return <NotNow request={request} />;
  const Form = shown.access ? ReviseAccess : ReviseForm;
  return (
    <>
      <h1 tabIndex={-1}>Revise “{plain(shown.title)}”</h1>
      {moved && (
        <div class="moved">
          <Moved read={shown} now={request} />
          <button type="button" class="plain" onClick={() => setShown(request)}>
            Go on from revision {request.revision}
          </button>
        </div>
      )}
      <Form key={shown.digest} request={shown} refresh={refresh} command={command} discard={sending.drop} />
    </>
  );
}

interface Writing extends Revising {
  command: Command<Standing>;
  /** Forgets what was sent without an answer. */
  discard: () => void;
}

function ReviseForm({ request, refresh, command, discard }: Writing) {
  const draft = sealedDraft(`${request.id}.revise`);
  const changed = draft.text === "" ? {} : (JSON.parse(draft.text) as Partial<Edits>);
  const edits = onTopOf(request, changed);
  const edit = (change: Partial<Edits>) => draft.write(JSON.stringify({ ...changed, digest: request.digest, ...change }));
  const [asked, setAsked] = useState(false);
  const [sending, setSending] = useState(false);
  const [sent, setSent] = useState<readonly Operations[]>([]);
  const faults = faultsOf(command.problem, sent, ["title", "message"]);
  const wrong = fault(request, edits);
  useAim(sending ? undefined : command.problem);

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    setAsked(true);
    if (wrong !== undefined) return;
    const body = amendment(request, edits);
    setSent(body.changes ?? []);
    setSending(true);
    const done = await command.run(body);
    await refresh();
    setSending(false);
    if (done === undefined) return;
    draft.drop();
    go(`/requests/${request.id}`);
    announce(
      done.status === "MERGING" ? "Nothing governs it any more; it is being merged." : `Revision ${done.revision} waits for its approvers.`,
    );
  }

  return (
    <form class="revise" onSubmit={(event) => void submit(event)}>
      {edits.digest !== request.digest && (
        <p class="hint">What you wrote for an earlier revision is kept here, on top of revision {request.revision}.</p>
      )}
      <Saying said={edits} say={edit} faults={faults.fields} />
      {places([...request.changes, ...edits.written]).map((place) => {
        const held = request.changes.find((each) => same(each, place))?.operations ?? [];
        return (
          <DocumentFields
            key={nameOfPlace(place)}
            place={place}
            written={edits.written}
            write={(written) => edit({ written })}
            faults={faults.lines}
            gone={held.some(({ op }) => op === "deleteDocument")}
          >
            {held.map((operation) => (
              <Held key={nameOf(place, operation)} place={place} operation={operation} edits={edits} edit={edit} faults={faults.lines} />
            ))}
          </DocumentFields>
        );
      })}
      <NewDocument
        project={request.project}
        environments={request.changes.map(({ environment }) => environment)}
        add={(place) => edit({ written: [...edits.written, unwritten("set", place)] })}
      />
      <label class="tick">
        <input type="checkbox" checked={edits.rebase} onChange={(event) => edit({ rebase: event.currentTarget.checked })} />
        Bind what stays to what the store holds now
      </label>
      {request.statusReason && <p class="hint">The last merge applied nothing: {plain(request.statusReason.message)}</p>}
      {asked && wrong && (
        <p role="alert" class="notice bad">
          {wrong}
        </p>
      )}
      {faults.rest && <ProblemNotice problem={faults.rest} />}
      <p class="hint">All votes are void with a new revision, and its time begins anew. Values that stay are not sent again.</p>
      <footer class="row">
        <a class="button plain" href={`/requests/${request.id}`} onClick={() => (draft.drop(), discard())}>
          Discard
        </a>
        <Submit busy={sending}>Submit the revision</Submit>
      </footer>
    </form>
  );
}

/** Why these edits make no revision; the API says the rest. */
function fault(request: ChangeRequest, edits: Edits): string | undefined {
  const [first] = twice(edits.written);
  if (first !== undefined) return `${plain(first)} is written twice: take one out.`;
  return size(request, edits) > 0
    ? undefined
    : "Nothing would be left of the request. Withdraw it instead, or let something stay.";
}

const MAY_REVISE: Record<ChangeRequest["kind"], string> = {
  SECRETS: "Its author may revise it, and whoever may propose changes to all that it touches.",
  ACCESS: "Only who asked for access may ask for other access in its place.",
  GOVERNANCE: "A change of rules is revised from its page.",
};

function NotNow({ request }: { request: ChangeRequest }) {
  return (
    <section class="gate">
      <h1 tabIndex={-1}>This cannot be revised by you now</h1>
      <p>
        {request.status === "OPEN" ? MAY_REVISE[request.kind] : "Only an open request can be revised."}
      </p>
      <p>
        <a href={`/requests/${request.id}`}>Back to {request.id}</a>
      </p>
    </section>
  );
}
