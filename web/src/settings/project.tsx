import type { Project } from "../api.ts";
import { plain } from "../format.ts";
import { useAgreement } from "../governance/agreement.ts";
import { WhoAgrees } from "../governance/who-agrees.tsx";
import { readMe } from "../session/me.ts";
import { announce } from "../ui/announce.tsx";
import { formOver } from "../ui/form.ts";
import { Lacking, may, ORGANISATION } from "../ui/may.tsx";
import { changesOf, Meanwhile } from "../ui/meanwhile.tsx";
import { seenOf, useThing, type Seen, type Thing } from "../ui/thing.ts";
import { Refused, Save, Untold } from "./editor.tsx";
import { Environments } from "./environments.tsx";
import { GovernanceField, NameOfProject, PARTS, WORDS } from "./project-fields.tsx";

/** What a project is called, whether its rules need agreement, and where its secrets are; or the same of the organisation. */
export function ProjectPage({ id }: { id: string }) {
  const thing = useThing<Project>(`/v1/projects/${id}`);
  const seen = seenOf(thing.present);
  if (seen === undefined) return <Untold what={id === ORGANISATION ? "Organisation" : id} present={thing.present} />;
  return <Known id={id} thing={thing} seen={seen} />;
}

function Known({ id, thing, seen }: { id: string; thing: Thing<Project>; seen: Seen<Project> }) {
  const project = seen.value;
  const place = `settings.project.${id}`;
  const form = formOver(place, seen, ({ name, governance }: Project) => ({ name, governance }));
  const agreement = useAgreement(id, place, form.drop);

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if (form.moved) return;
    const saved = await thing.save(form.value, form.base, agreement);
    if (saved === undefined) return;
    form.drop();
    readMe();
    announce(`${plain(saved.name)} was saved. ${WORDS[saved.governance]} to changes of its rules.`);
  }

  return (
    <>
      <header class="named">
        <h1 tabIndex={-1}>{plain(project.name)}</h1>
        <p class="facts">{id === ORGANISATION ? "what holds in all projects" : <code>{id}</code>}</p>
      </header>
      <Lacking to="change these settings" permission="directory:write" place={id} />
      <div class="parts">
        <div>
          <section class="card" aria-labelledby="own">
            <h2 id="own">{id === ORGANISATION ? "Organisation" : "Project"}</h2>
            <Meanwhile form={form} thing={thing} changes={changesOf(PARTS, form.base.value, project)} />
            {may("directory:write", id) ? (
              <form onSubmit={(event) => void submit(event)}>
                <NameOfProject value={form.value.name} write={(name) => form.edit({ name })} problem={thing.problem} />
                <GovernanceField
                  project={id}
                  value={form.value.governance}
                  present={project.governance}
                  choose={(governance) => form.edit({ governance })}
                  problem={thing.problem}
                />
                <Refused problem={thing.problem} moved={form.moved} />
                <Save busy={thing.busy} form={form} agreement={agreement} />
              </form>
            ) : (
              <p>
                Changes of rules: <strong>{WORDS[project.governance]}</strong>
              </p>
            )}
          </section>
        </div>
        <div>
          <WhoAgrees project={id} />
        </div>
      </div>
      {id !== ORGANISATION && <Environments project={id} />}
    </>
  );
}
