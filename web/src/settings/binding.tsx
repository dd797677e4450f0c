import { useState } from "preact/hooks";
import type { Binding as Given } from "../api.ts";
import { edit } from "../client.ts";
import { plain } from "../format.ts";
import { address, go } from "../router.ts";
import { announce } from "../ui/announce.tsx";
import { useCommand } from "../ui/command.ts";
import { formOf } from "../ui/form.ts";
import { Meanwhile, type Parts } from "../ui/meanwhile.tsx";
import { Removal } from "../ui/removal.tsx";
import { useThing, type Thing } from "../ui/thing.ts";
import { NEW, rolesOf } from "./addresses.ts";
import { bodyOf, GivingFields, newId, ungiven, type Giving } from "./binding-fields.tsx";
import { Refused, Save, Untold } from "./editor.tsx";
import { holderOf, nameOf, useHolders, whereOf } from "./holders.ts";
import { Lacking, may } from "../ui/may.tsx";
import { taken } from "./short-name.tsx";

/** Who has one role and where, or the form that gives one. */
export function Binding({ project, id }: { project: string; id: string }) {
  return id === NEW ? <Give project={project} /> : <Change project={project} id={id} />;
}

function Give({ project }: { project: string }) {
  const role = address.value.searchParams.get("role") ?? "";
  const form = formOf(`settings.binding.${project}.+`, { ...ungiven(), role });
  const id = newId(form.value);
  const { busy, problem, run } = useCommand<Given>(`/v1/projects/${project}/bindings/${id}`, edit(null));
  const holders = useHolders();

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    const done = await run(bodyOf(form.value));
    if (done === undefined) return;
    form.drop();
    go(rolesOf(project));
    announce(`${nameOf(holderOf(done), holders)} is ${done.role} in ${whereOf(done, project)}.`);
  }

  return (
    <>
      <h1 tabIndex={-1}>Give a role</h1>
      <Lacking to="give roles" permission="directory:write" place={project} />
      {may("directory:write", project) && (
        <form class="card narrow" onSubmit={(event) => void submit(event)}>
          <GivingFields project={project} form={form} problem={problem} holders={holders} />
          {taken(problem) ? (
            <p role="alert" class="notice wait">
              They have this role there already: <a href={`${rolesOf(project)}/given/${id}`}>look at it</a>.
            </p>
          ) : (
            <Refused problem={problem} />
          )}
          <Save busy={busy} form={form} words="Give it" />
        </form>
      )}
    </>
  );
}

const PARTS: Parts<Given> = {
  Who: (binding) => holderOf(binding).id,
  Role: ({ role }) => role,
  Where: ({ environment, path }) => [environment ?? "", path ?? ""].join(" ").trim(),
};

function Change({ project, id }: { project: string; id: string }) {
  const thing = useThing<Given>(`/v1/projects/${project}/bindings/${id}`);
  const binding = thing.value;
  const form = formOf(`settings.binding.${project}.${id}`, binding ? givingOf(binding) : ungiven());
  const holders = useHolders();
  const [taking, setTaking] = useState<Seen | undefined>(undefined);
  if (binding === undefined) return <Untold what={id} thing={thing} />;
  const name = nameOf(holderOf(binding), holders);

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    const done = await thing.save(bodyOf(form.value));
    if (done === undefined) return;
    form.drop();
    go(rolesOf(project));
    announce(`${nameOf(holderOf(done), holders)} is ${done.role} in ${whereOf(done, project)}.`);
  }

  return (
    <>
      <div class="head">
        <h1 tabIndex={-1}>{name}</h1>
        {may("directory:write", project) && (
          <button type="button" class="danger" onClick={() => setTaking({ binding, tag: thing.tag })}>
            Take it away
          </button>
        )}
      </div>
      <Lacking to="change who has which role" permission="directory:write" place={project} />
      <Meanwhile before={thing.before} now={binding} parts={PARTS} />
      {may("directory:write", project) && (
        <form class="card narrow" onSubmit={(event) => void submit(event)}>
          <GivingFields project={project} form={form} problem={thing.problem} holders={holders} />
          <p class="hint">What is given instead takes the place of this, at once.</p>
          <Refused problem={thing.problem} />
          <Save busy={thing.busy} form={form} />
        </form>
      )}
      {taking && (
        <TakeAway project={project} seen={taking} name={name} present={thing} gone={form.drop} onClose={() => setTaking(undefined)} />
      )}
    </>
  );
}

interface Seen {
  binding: Given;
  tag: string | null;
}

interface Taking {
  project: string;
  /** As it was when the dialog was opened. */
  seen: Seen;
  name: string;
  /** As it is now. */
  present: Thing<Given>;
  gone: () => void;
  onClose: () => void;
}

function TakeAway({ project, seen: { binding, tag }, name, present, gone, onClose }: Taking) {
  const where = whereOf(binding, project);
  return (
    <Removal
      title={`Take ${binding.role} from ${name}`}
      words="Take it away"
      path={`/v1/projects/${project}/bindings/${binding.id}`}
      seen={tag}
      present={present.tag}
      look={present.read}
      done={() => {
        gone();
        go(rolesOf(project));
        announce(`${name} is no longer ${binding.role} in ${where}.`);
      }}
      onClose={onClose}
    >
      <p>
        {name} is no longer {binding.role} in {plain(where)}, at once. What other roles give them stays.
      </p>
    </Removal>
  );
}

function givingOf(binding: Given): Giving {
  const { kind, id } = holderOf(binding);
  return { holder: `${kind} ${id}`, role: binding.role, environment: binding.environment ?? "", path: binding.path ?? "" };
}
