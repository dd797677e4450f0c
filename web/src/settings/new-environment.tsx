import { useState } from "preact/hooks";
import type { Environment } from "../api.ts";
import { plain } from "../format.ts";
import { useAgreement } from "../governance/agreement.ts";
import { go } from "../router.ts";
import { nameOf } from "../session/me.ts";
import { announce } from "../ui/announce.tsx";
import { useCommand } from "../ui/command.ts";
import { faultsOf } from "../ui/faults.ts";
import { TextField } from "../ui/field.tsx";
import { formOf } from "../ui/form.ts";
import { Lacking, ORGANISATION } from "../ui/may.tsx";
import { projectAt } from "./addresses.ts";
import { Refused, Save } from "./editor.tsx";
import { EnvironmentFields } from "./environment-fields.tsx";
import { bodyOf, unmade } from "./environment-form.ts";
import { addsTo } from "./environments.tsx";
import { ShortName, taken } from "./short-name.tsx";

/** Adds an environment: project and organisation have a say in whose a prefix becomes. */
export function NewEnvironment({ project }: { project: string }) {
  const place = `settings.environment.${project}.+`;
  const form = formOf(place, unmade());
  const { id, name } = form.value;
  const agreement = useAgreement(project, place, form.drop, [project, ORGANISATION]);
  const { busy, problem, run } = useCommand<Environment>(`/v1/projects/${project}/environments/${id}`, agreement.edit(null));
  const [sent, setSent] = useState<object | undefined>(undefined);
  const body = bodyOf(form.value);
  const faults = faultsOf(problem, sent, body);

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    setSent(body);
    const done = await run(body);
    if (done === undefined) return;
    form.drop();
    go(projectAt(project));
    announce(`${plain(done.name)} was added to ${nameOf(project)}.`);
  }

  return (
    <>
      <h1 tabIndex={-1}>Add an environment</h1>
      <Lacking to="add environments" permission="directory:write" place={project} />
      <Lacking to="add environments" permission="directory:write" place={ORGANISATION} />
      {addsTo(project) && (
        <form class="card narrow" onSubmit={(event) => void submit(event)}>
          <ShortName problem={problem} field="environment" value={id} write={(next) => form.edit({ id: next })} />
          <TextField
            label="Name"
            hint="Empty for its short name"
            maxLength={200}
            fault={faults("name")}
            value={name}
            write={(next) => form.edit({ name: next })}
          />
          <EnvironmentFields form={form} faults={faults} fresh />
          {!taken(problem) && <Refused problem={problem} />}
          <Save busy={busy} form={form} agreement={agreement} words="Add it" />
        </form>
      )}
    </>
  );
}
