import type { Binding as Given } from "../api.ts";
import { edit } from "../client.ts";
import { address, go } from "../router.ts";
import { announce } from "../ui/announce.tsx";
import { useCommand } from "../ui/command.ts";
import { formOf } from "../ui/form.ts";
import { Meanwhile, type Parts } from "../ui/meanwhile.tsx";
import { useThing } from "../ui/thing.ts";
import { NEW, rolesOf } from "./addresses.ts";
import { bodyOf, GivingFields, newId, ungiven, type Giving } from "./binding-fields.tsx";
import { Refused, Save, Untold } from "./editor.tsx";
import { holderOf, nameOf, useHolders, whereOf } from "./holders.ts";
import { Lacking, may } from "./may.tsx";
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
  if (binding === undefined) return <Untold what={id} thing={thing} />;

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
      <h1 tabIndex={-1}>{nameOf(holderOf(binding), holders)}</h1>
      <Lacking to="change who has which role" permission="directory:write" place={project} />
      <Meanwhile before={thing.before} now={binding} parts={PARTS} />
      {may("directory:write", project) && (
        <form class="card narrow" onSubmit={(event) => void submit(event)}>
          <GivingFields project={project} form={form} problem={thing.problem} holders={holders} />
          <p class="hint">
            What is given instead takes the place of this, at once. To leave somebody the least there is, give them viewer.
          </p>
          <Refused problem={thing.problem} />
          <Save busy={thing.busy} form={form} />
        </form>
      )}
    </>
  );
}

function givingOf(binding: Given): Giving {
  const { kind, id } = holderOf(binding);
  return { holder: `${kind} ${id}`, role: binding.role, environment: binding.environment ?? "", path: binding.path ?? "" };
}
