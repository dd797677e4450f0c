import { useMemo, useState } from "preact/hooks";
import type { Binding as Given, Page } from "../api.ts";
import { useAgreement } from "../governance/agreement.ts";
import { address, go } from "../router.ts";
import { announce } from "../ui/announce.tsx";
import { useCommand } from "../ui/command.ts";
import { formOf, formOver } from "../ui/form.ts";
import { changesOf, Meanwhile, type Parts } from "../ui/meanwhile.tsx";
import { useReading } from "../ui/reading.ts";
import { seenOf, useThing, type Seen, type Thing } from "../ui/thing.ts";
import { NEW, rolesOf } from "./addresses.ts";
import { bodyOf, givenAlready, GivingFields, givingOf, newId, ungiven } from "./binding-fields.tsx";
import { Refused, Save, Untold } from "./editor.tsx";
import { holderOf, nameOf, useHolders, whereOf } from "./holders.ts";
import { Lacking, may } from "../ui/may.tsx";
import { TakeAway } from "./take-away.tsx";

const FRESH_MS = 15_000;

/** Who has one role and where, or the form that gives one. */
export function Binding({ project, id }: { project: string; id: string }) {
  return id === NEW ? <Give project={project} /> : <Change project={project} id={id} />;
}

function Give({ project }: { project: string }) {
  const role = address.value.searchParams.get("role") ?? "";
  const form = formOf(`settings.binding.${project}.+`, { ...ungiven(), role });
  const body = bodyOf(form.value);
  // The same one for the same, so that a try without an answer is not made twice.
  const only = useMemo(() => crypto.randomUUID().slice(0, 8), [JSON.stringify(body)]);
  const id = newId(form.value, only);
  const path = `/v1/projects/${project}/bindings`;
  const agreement = useAgreement(project, `settings.binding.${project}.+`, form.drop);
  const { busy, problem, run } = useCommand<Given>(`${path}/${id}`, agreement.edit(null));
  const given = useReading<Page<Given>>(path, FRESH_MS);
  const holders = useHolders();
  const already = busy ? undefined : givenAlready(given.value?.items ?? [], form.value);

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if (already !== undefined) return;
    const done = await run(body);
    if (done === undefined) return given.refresh();
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
          {already === undefined ? (
            <Refused problem={problem} />
          ) : (
            <div role="alert" class="notice wait">
              <p>
                They have this role there already: <a href={`${rolesOf(project)}/given/${already.id}`}>look at it</a>.
              </p>
            </div>
          )}
          <Save busy={busy} form={form} agreement={agreement} words="Give it" waits={already !== undefined} />
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
  const seen = seenOf(thing.present);
  if (seen === undefined) return <Untold what={id} present={thing.present} />;
  return <Known project={project} thing={thing} seen={seen} />;
}

interface Knowing {
  project: string;
  thing: Thing<Given>;
  seen: Seen<Given>;
}

function Known({ project, thing, seen }: Knowing) {
  const binding = seen.value;
  const form = formOver(`settings.binding.${project}.${binding.id}`, seen, givingOf);
  const agreement = useAgreement(project, `settings.binding.${project}.${binding.id}`, form.drop);
  const holders = useHolders();
  const [taking, setTaking] = useState<Seen<Given> | undefined>(undefined);
  const name = nameOf(holderOf(binding), holders);

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if (form.moved) return;
    const done = await thing.save(bodyOf(form.value), form.base, agreement);
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
          <button type="button" class="danger" onClick={() => setTaking(seen)}>
            Take it away
          </button>
        )}
      </div>
      <Lacking to="change who has which role" permission="directory:write" place={project} />
      <Meanwhile form={form} thing={thing} changes={changesOf(PARTS, form.base.value, binding)} />
      {may("directory:write", project) && (
        <form class="card narrow" onSubmit={(event) => void submit(event)}>
          <GivingFields project={project} form={form} problem={thing.problem} holders={holders} />
          <p class="hint">What is given instead takes the place of this.</p>
          <Refused problem={thing.problem} moved={form.moved} />
          <Save busy={thing.busy} form={form} agreement={agreement} />
        </form>
      )}
      {taking && (
        <TakeAway
          project={project}
          seen={taking}
          name={nameOf(holderOf(taking.value), holders)}
          present={thing.present}
          gone={form.drop}
          onClose={() => setTaking(undefined)}
        />
      )}
    </>
  );
}
