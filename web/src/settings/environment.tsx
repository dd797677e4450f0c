import { useState } from "preact/hooks";
import type { Environment } from "../api.ts";
import { plain } from "../format.ts";
import { useAgreement } from "../governance/agreement.ts";
import { announce } from "../ui/announce.tsx";
import { faultsOf } from "../ui/faults.ts";
import { TextField } from "../ui/field.tsx";
import { formOver } from "../ui/form.ts";
import { Lacking, may } from "../ui/may.tsx";
import { changesOf, Meanwhile } from "../ui/meanwhile.tsx";
import { seenOf, useThing, type Seen, type Thing } from "../ui/thing.ts";
import { NEW } from "./addresses.ts";
import { Refused, Save, Untold } from "./editor.tsx";
import { EnvironmentFields } from "./environment-fields.tsx";
import { bodyOf, fieldsOf, PARTS } from "./environment-form.ts";
import { NewEnvironment } from "./new-environment.tsx";

interface Placed {
  project: string;
  id: string;
}

/** One environment of a project, or the form for a new one. */
export function EnvironmentPage({ project, id }: Placed) {
  return id === NEW ? <NewEnvironment project={project} /> : <KnownEnvironment project={project} id={id} />;
}

function KnownEnvironment({ project, id }: Placed) {
  const thing = useThing<Environment>(`/v1/projects/${project}/environments/${id}`);
  const seen = seenOf(thing.present);
  if (seen === undefined) return <Untold what={id} present={thing.present} />;
  return <Known project={project} id={id} thing={thing} seen={seen} />;
}

interface Knowing extends Placed {
  thing: Thing<Environment>;
  seen: Seen<Environment>;
}

function Known({ project, id, thing, seen }: Knowing) {
  const environment = seen.value;
  const place = `settings.environment.${project}.${id}`;
  const form = formOver(place, seen, fieldsOf);
  const agreement = useAgreement(project, place, form.drop);
  const [sent, setSent] = useState<object | undefined>(undefined);
  const body = bodyOf(form.value);
  const faults = faultsOf(thing.problem, sent, body);

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if (form.moved) return;
    setSent(body);
    const saved = await thing.save(body, form.base, agreement);
    if (saved === undefined) return;
    form.drop();
    announce(`${plain(saved.name)} was saved.`);
  }

  return (
    <>
      <header class="named">
        <h1 tabIndex={-1}>{plain(environment.name)}</h1>
        <p class="facts">
          <code>{id}</code> <code>{plain(environment.secretPrefix)}</code>
        </p>
      </header>
      <Lacking to="change environments" permission="directory:write" place={project} />
      <Meanwhile form={form} thing={thing} changes={changesOf(PARTS, form.base.value, environment)} />
      {may("directory:write", project) ? (
        <form class="card narrow" onSubmit={(event) => void submit(event)}>
          <TextField
            label="Name"
            required
            maxLength={200}
            fault={faults("name")}
            value={form.value.name}
            write={(name) => form.edit({ name })}
          />
          <EnvironmentFields form={form} faults={faults} fresh={false} />
          <Refused problem={thing.problem} moved={form.moved} />
          <Save busy={thing.busy} form={form} agreement={agreement} />
        </form>
      ) : (
        <Says environment={environment} />
      )}
    </>
  );
}

function Says({ environment }: { environment: Environment }) {
  const said = Object.entries(PARTS).map(([name, read]) => [name, read(environment)]);
  return (
    <dl class="says">
      {said.map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text === "" ? <span class="empty">nothing</span> : plain(text ?? "")}</dd>
        </div>
      ))}
    </dl>
  );
}
