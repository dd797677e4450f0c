import { useEffect, useState } from "preact/hooks";
import type { Operations, Submitted } from "../api.ts";
import { post } from "../client.ts";
import { faultsOf } from "../documents/faults.ts";
import { DocumentFields } from "../documents/fieldset.tsx";
import { Saying, useAim } from "../documents/saying.tsx";
import { counting, nameOfPlace, places, twice } from "../documents/written.ts";
import { plain } from "../format.ts";
import { OptOut } from "../requests/opt-out.tsx";
import { address, go } from "../router.ts";
import { project as mine } from "../session/me.ts";
import { announce } from "../ui/announce.tsx";
import { useCommand } from "../ui/command.ts";
import { ProblemNotice } from "../ui/problem.tsx";
import { Submit } from "../ui/submit.tsx";
import { Another } from "./another.tsx";
import { basketOf, submission, titleOf } from "./basket.ts";
import { Combine } from "./combine.tsx";
import { atOnce, useVerdict } from "./rules.ts";
import { TooLarge } from "./too-large.tsx";
import { VerdictCard } from "./verdict.tsx";
import { addressOf } from "./view.ts";

/** What was written in a project, looked over and sent as one change. */
export function ChangePage() {
  const id = address.value.searchParams.get("project") ?? "";
  const project = mine(id);
  const back = addressOf({ project: id, environment: "", path: "", key: "", cursor: "" });
  useEffect(() => {
    document.title = "Change secrets · Countersign";
  }, []);
  return (
    <>
      <p class="trail">
        <a href={back}>Secrets</a> / change
      </p>
      <h1 tabIndex={-1}>Change secrets{project && ` of ${plain(project.name)}`}</h1>
      {project === undefined ? (
        <p class="waiting">
          You have no role in such a project. <a href="/secrets">Show secrets</a>
        </p>
      ) : (
        <>
          <OptOut of={project.id} />
          <ChangeForm key={id} project={id} back={back} />
        </>
      )}
    </>
  );
}

function ChangeForm({ project, back }: { project: string; back: string }) {
  const basket = basketOf(project);
  const { change } = basket;
  const { written } = change;
  const documents = places(written);
  const judged = useVerdict(project, places(counting(written)));
  const command = useCommand<Submitted>("/v1/change-requests", post, basket.sending);
  const [sent, setSent] = useState<readonly Operations[]>([]);
  const [sending, setSending] = useState(false);
  const [stopped, setStopped] = useState<string | undefined>(undefined);
  const faults = faultsOf(command.problem, sent, ["title", "message"]);
  useAim(sending ? undefined : command.problem);

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if (sending) return;
    setSending(true);
    setStopped(undefined);
    await send();
    setSending(false);
  }

  /** What was said of it must still be true when it is sent. */
  async function send(): Promise<void> {
    const shown = judged.verdict;
    const [first] = twice(written);
    if (first !== undefined) return setStopped(`${plain(first)} is written twice: take one out.`);
    const now = shown && (await judged.again());
    if (now === undefined) return;
    if (JSON.stringify(now) !== JSON.stringify(shown)) return setStopped("Who must approve has changed while you wrote: see above.");
    const body = submission(project, change);
    setSent(body.changes);
    const done = await command.run(body);
    if (done === undefined) return;
    basket.drop();
    go(`/requests/${done.id}`);
    announce(done.status === "OPEN" ? `${done.id} waits for its approvers.` : "It is being saved.");
  }

  if (written.length === 0) return <Nothing project={project} back={back} />;
  return (
    <form class="revise" onSubmit={(event) => void submit(event)}>
      {documents.map((place) => (
        <DocumentFields
          key={nameOfPlace(place)}
          place={place}
          written={written}
          write={(next) => basket.write({ written: next })}
          faults={faults.lines}
        />
      ))}
      <Another project={project} />
      <Saying said={{ title: titleOf(change), message: change.message }} say={basket.write} faults={faults.fields} />
      <TooLarge project={project} written={written} />
      <VerdictCard judged={judged} />
      {judged.verdict !== undefined && !atOnce(judged.verdict) && <Combine project={project} />}
      {stopped && (
        <p role="alert" class="notice bad">
          {stopped}
        </p>
      )}
      {faults.rest && <ProblemNotice problem={faults.rest} />}
      <footer class="row">
        <a class="button plain" href={back} onClick={basket.drop}>
          Discard
        </a>
        <Submit busy={sending} waits={judged.verdict === undefined}>
          {judged.verdict !== undefined && atOnce(judged.verdict) ? "Save now" : "Submit for approval"}
        </Submit>
      </footer>
    </form>
  );
}

function Nothing({ project, back }: { project: string; back: string }) {
  return (
    <>
      <p class="waiting">
        Nothing is being changed. <a href={back}>Choose keys among the secrets</a>, or begin a document:
      </p>
      <p class="hint">Values that you type are kept by this tab alone, and go when it is closed or loaded again.</p>
      <Another project={project} />
    </>
  );
}
