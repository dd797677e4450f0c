import { useEffect, useState } from "preact/hooks";
import type { ChangeRequest, Environment, MyProject, Page, Submitted, WrittenPolicy } from "../api.ts";
import { post } from "../client.ts";
import { useAim } from "../documents/saying.tsx";
import { OptOut } from "../requests/opt-out.tsx";
import { go, address } from "../router.ts";
import { draft } from "../session/draft.ts";
import { me } from "../session/me.ts";
import { announce } from "../ui/announce.tsx";
import { useCommand } from "../ui/command.ts";
import { faultsOf } from "../ui/faults.ts";
import { formOf } from "../ui/form.ts";
import { Options } from "../ui/options.tsx";
import { ProblemNotice } from "../ui/problem.tsx";
import { useReading } from "../ui/reading.ts";
import { Submit } from "../ui/submit.tsx";
import { LIST, type Asked } from "./address.ts";
import { asking } from "./asking.ts";
import { Extended } from "./extended.tsx";
import { PlaceAndActions, Reason, type Filling } from "./fields.tsx";
import { blank, bodyOf } from "./form.ts";
import { Lasts } from "./lasts.tsx";
import { Refused } from "./refused.tsx";

const FRESH_MS = 60_000;

/** The page on which somebody asks for access, or for more time. The address may say what for. */
export function AskPage() {
  const asked: Asked = Object.fromEntries(address.value.searchParams);
  const more = asked.extends !== undefined;
  const projects = me.value?.projects ?? [];
  const title = more ? "Ask for more time" : "Ask for access";
  useEffect(() => {
    document.title = `${title} · Countersign`;
  }, [title]);
  return (
    <>
      <p class="trail">
        <a href={LIST}>Access</a> / {more ? asked.extends : "new"}
      </p>
      <h1 tabIndex={-1}>{title}</h1>
      <OptOut />
      {projects.length === 0 ? (
        <p class="waiting">Access is given to those who have a role in the project. An admin can give you one.</p>
      ) : (
        <AskForm key={address.value.search} asked={asked} projects={projects} />
      )}
    </>
  );
}

function AskForm({ asked, projects }: { asked: Asked; projects: MyProject[] }) {
  const place = `access.ask${address.value.search}`;
  const form = formOf(place, blank({ ...asked, project: asked.project ?? projects[0]?.id ?? "" }));
  const extended = useReading<ChangeRequest>(asked.extends && `/v1/change-requests/${asked.extends}`, FRESH_MS);
  const project = extended.value?.project ?? form.value.project;
  const environments = useReading<Page<Environment>>(`/v1/projects/${project}/environments`, FRESH_MS);
  const policies = useReading<Page<WrittenPolicy>>(`/v1/projects/${project}/policies`, FRESH_MS).value?.items ?? [];
  const grant = extended.value?.grant ?? undefined;
  const about = grant ?? { ...form.value, environment: form.value.environment || (environments.value?.items[0]?.id ?? "") };
  const value = { ...form.value, environment: about.environment };
  const sending = draft(`${place}.sending`);
  const command = useCommand<Submitted>("/v1/access-requests", post, sending);
  const [sent, setSent] = useState<object | undefined>(undefined);
  const body = { project, ...bodyOf(value, asked.extends) };
  const filling: Filling = { form: value, edit: form.edit, faults: faultsOf(command.problem, sent, body) };
  const problem = environments.problem ?? extended.problem;
  useAim(command.problem);

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    setSent(body);
    const done = await command.run(body);
    if (done === undefined) return;
    form.drop();
    go(`/requests/${done.id}`);
    scrollTo(0, 0);
    announce("Your request waits for its approvers.");
  }

  if (environments.value === undefined || (asked.extends && extended.value === undefined)) {
    return problem ? (
      <ProblemNotice problem={problem} retry={() => void environments.refresh().then(extended.refresh)} />
    ) : (
      <p class="waiting" aria-busy="true">
        Loading
      </p>
    );
  }
  if (asked.extends && (grant === undefined || grant.state === "ENDED")) {
    return <Extended grant={grant} project={project} />;
  }
  return (
    <form class="card narrow" onSubmit={(event) => void submit(event)}>
      {grant ? (
        <Extended grant={grant} project={project} />
      ) : (
        <>
          {projects.length > 1 && (
            <label>
              Project
              <select value={project} onChange={(event) => form.edit({ project: event.currentTarget.value, environment: "" })}>
                <Options of={projects} />
              </select>
            </label>
          )}
          <PlaceAndActions {...filling} environments={environments.value.items} policies={policies} />
        </>
      )}
      <Lasts {...filling} more={grant !== undefined} />
      <Reason {...filling} required={asking(policies, about).some(({ reasonRequired }) => reasonRequired === true)} />
      <p class="hint">Whoever an access policy names there must agree. It ends by itself, and can be ended before.</p>
      <Refused problem={command.problem} />
      <footer class="row">
        <a class="button plain" href={LIST} onClick={() => (form.drop(), sending.drop())}>
          Discard
        </a>
        <Submit busy={command.busy}>Ask for it</Submit>
      </footer>
    </form>
  );
}
