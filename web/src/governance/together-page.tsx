import { useEffect, useState } from "preact/hooks";
import type { RulesSubmission, Submitted } from "../api.ts";
import { post, Problem } from "../client.ts";
import { count, plain } from "../format.ts";
import { go } from "../router.ts";
import { draft } from "../session/draft.ts";
import { nameOf } from "../session/me.ts";
import { announce } from "../ui/announce.tsx";
import { useCommand } from "../ui/command.ts";
import { faultOf, TextField } from "../ui/field.tsx";
import { formOf } from "../ui/form.ts";
import { ORGANISATION } from "../ui/may.tsx";
import { ProblemNotice } from "../ui/problem.tsx";
import { Submit } from "../ui/submit.tsx";
import { useStateOf } from "./agreement.ts";
import { Asking } from "./asking.tsx";
import { askedBy, wordsOf } from "./change.ts";
import { collectedFor, leave, MOST, type Collected } from "./collected.ts";
import { faultsAt, restOf } from "./faults.ts";

/** What was collected for a project, to be asked for as one request. */
export function Together({ project }: { project: string }) {
  const all = collectedFor(project);
  useEffect(() => {
    document.title = "Ask for changes together · Countersign";
  }, []);
  return (
    <>
      <h1 tabIndex={-1}>{all.length === 0 ? "Nothing is collected" : `Ask for ${count(all.length, "change")} together`}</h1>
      {all.length === 0 ? (
        <p class="waiting">
          The forms of policies, roles, people, groups and projects have “Add to one request” where others have to agree.
        </p>
      ) : (
        <Ask project={project} all={all} />
      )}
    </>
  );
}

function Ask({ project, all }: { project: string; all: Collected[] }) {
  const place = `governance.together.${project}`;
  const form = formOf(place, { title: "" });
  const why = draft(`${place}.why`);
  const command = useCommand<Submitted | object>("/v1/governance-requests", post, draft(`${place}.sending`));
  const [sent, setSent] = useState<readonly Collected[]>([]);
  const state = useStateOf([...new Set(all.flatMap((each) => askedBy(each.project, each.change)))]);
  const refused = command.problem?.body;
  const title = form.value.title.trim();
  const message = why.text.trim();

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if (all.length > MOST) return;
    setSent(all);
    const changes = all.map(({ change }) => change);
    const body: RulesSubmission = { project, ...(title && { title }), ...(message && { message }), changes };
    const done = await command.run(body);
    if (done === undefined) return;
    leave(all);
    form.drop();
    why.drop();
    if ("digest" in done) {
      go(`/requests/${done.id}`);
      announce("Nothing is changed yet: others are asked to agree.");
    } else {
      announce(`${count(changes.length, "change")} of rules hold now.`);
    }
    scrollTo(0, 0);
  }

  return (
    <form class="card narrow" onSubmit={(event) => void submit(event)}>
      <p class="hint">
        They hold together or not at all, in this order: what is made by one can be used by those after it.
      </p>
      <ol class="rows">
        {all.map((each, at) => (
          <li key={JSON.stringify(each)}>
            <One each={each} number={at + 1} faults={faultsAt(refused?.errors, placeOf(sent, each))} />
          </li>
        ))}
      </ol>
      {all.length > MOST && (
        <p role="alert" class="notice bad">
          One request has {MOST} changes at most: take some out, and ask for them afterwards.
        </p>
      )}
      <TextField
        label="Title"
        hint="Empty: the changes say it themselves"
        maxLength={200}
        fault={faultOf(command.problem, "title")}
        value={form.value.title}
        write={(next) => form.edit({ title: next })}
      />
      <Asking agreement={{ state, why, revises: undefined }} />
      {refused && <ProblemNotice problem={new Problem(restOf(refused))} />}
      <footer class="row">
        <button type="button" class="plain" onClick={() => (leave(all), form.drop(), why.drop())}>
          Discard all
        </button>
        <Submit busy={command.busy} waits={all.length > MOST}>
          {state?.atOnce ? "Change them now" : "Ask for them"}
        </Submit>
      </footer>
    </form>
  );
}

/** What was taken out since moves the others. */
function placeOf(sent: readonly Collected[], one: Collected): number {
  return sent.findIndex((each) => JSON.stringify(each) === JSON.stringify(one));
}

function One({ each, number, faults }: { each: Collected; number: number; faults: string[] }) {
  const { project, change, words = wordsOf(change) } = each;
  return (
    <div class="line">
      <span class="called">
        <span class="title">
          {number}. {plain(words)}
        </span>
        <small>{project === ORGANISATION ? "in the whole organisation" : `in ${nameOf(project)}`}</small>
      </span>
      {faults.map((text) => (
        <span key={text} class="wrong" role="alert">
          Change {number}: {plain(text)}
        </span>
      ))}
      <button type="button" class="link" onClick={() => leave([each])}>
        Take out<span class="unseen"> change {number}, {plain(words)}</span>
      </button>
    </div>
  );
}
