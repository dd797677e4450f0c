import type { Governance, Project } from "../api.ts";
import { plain } from "../format.ts";
import { useAgreement } from "../governance/agreement.ts";
import { go } from "../router.ts";
import { readMe } from "../session/me.ts";
import { announce } from "../ui/announce.tsx";
import { useCommand } from "../ui/command.ts";
import { formOf, slug } from "../ui/form.ts";
import { Lacking, may, ORGANISATION } from "../ui/may.tsx";
import { projectAt } from "./addresses.ts";
import { Refused, Save } from "./editor.tsx";
import { GovernanceField, NameOfProject } from "./project-fields.tsx";
import { ShortName, taken } from "./short-name.tsx";

const PLACE = "settings.project.+";

/** Makes a project; the organisation has the say in whether there is a new one. */
export function NewProject() {
  const form = formOf(PLACE, { id: "", name: "", governance: "POLICY" as Governance });
  const { name, governance } = form.value;
  const id = form.value.id || slug(name);
  const agreement = useAgreement(id, PLACE, form.drop, [ORGANISATION]);
  const { busy, problem, run } = useCommand<Project>(`/v1/projects/${id}`, agreement.edit(null));

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if ((await run({ name, governance })) === undefined) return;
    form.drop();
    readMe();
    go(projectAt(id));
    announce(`${plain(name)} was made. Say next where its secrets are: add an environment.`);
  }

  return (
    <>
      <h1 tabIndex={-1}>Make a project</h1>
      <Lacking to="make projects" permission="directory:write" place={ORGANISATION} />
      {may("directory:write", ORGANISATION) && (
        <form class="card narrow" onSubmit={(event) => void submit(event)}>
          <NameOfProject value={name} write={(next) => form.edit({ name: next })} problem={problem} />
          <ShortName problem={problem} field="project" value={id} write={(next) => form.edit({ id: next })} />
          <GovernanceField project={id} value={governance} choose={(next) => form.edit({ governance: next })} problem={problem} />
          {!taken(problem) && <Refused problem={problem} />}
          <Save busy={busy} form={form} agreement={agreement} words="Make it" />
        </form>
      )}
    </>
  );
}
