import type { Permission, Role } from "../api.ts";
import { useAgreement } from "../governance/agreement.ts";
import { go } from "../router.ts";
import { announce } from "../ui/announce.tsx";
import { Badge } from "../ui/badge.tsx";
import { useCommand } from "../ui/command.ts";
import { faultOf } from "../ui/field.tsx";
import { formOf, formOver } from "../ui/form.ts";
import { changesOf, Meanwhile, type Parts } from "../ui/meanwhile.tsx";
import { seenOf, useThing, type Seen, type Thing } from "../ui/thing.ts";
import { Wrong } from "../ui/wrong.tsx";
import { NEW, rolesOf } from "./addresses.ts";
import { Refused, Save, Untold } from "./editor.tsx";
import { HeldBy } from "./held-by.tsx";
import { Lacking, may } from "../ui/may.tsx";
import { MEANINGS, PERMISSIONS, SHIPPED } from "./permissions.ts";
import { ShortName, taken } from "./short-name.tsx";

/** One role of a project, or the form for a new one. */
export function RolePage({ project, id }: { project: string; id: string }) {
  return id === NEW ? <NewRole project={project} /> : <KnownRole project={project} id={id} />;
}

const PARTS: Parts<Role> = { Permissions: ({ permissions }) => permissions.join(", ") };

function KnownRole({ project, id }: { project: string; id: string }) {
  const thing = useThing<Role>(`/v1/projects/${project}/roles/${id}`);
  const seen = seenOf(thing.present);
  if (seen === undefined) return <Untold what={id} present={thing.present} />;
  return <Known project={project} id={id} thing={thing} seen={seen} />;
}

interface Knowing {
  project: string;
  id: string;
  thing: Thing<Role>;
  seen: Seen<Role>;
}

function Known({ project, id, thing, seen }: Knowing) {
  const role = seen.value;
  const form = formOver(`settings.role.${project}.${id}`, seen, ({ permissions }: Role) => ({ permissions }));
  const agreement = useAgreement(project, `settings.role.${project}.${id}`, form.drop);
  const shipped = SHIPPED.includes(id);

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if (form.moved || (await thing.save(form.value, form.base, agreement)) === undefined) return;
    form.drop();
    announce(`The role ${id} was saved. Whoever has it may what it says now.`);
  }

  return (
    <>
      <header class="named">
        <h1 tabIndex={-1}>Role {id}</h1>
        {shipped && (
          <p class="facts">
            <Badge tone="quiet">shipped</Badge> Every project has it, and nobody edits it.
          </p>
        )}
      </header>
      {!shipped && <Lacking to="change roles" permission="directory:write" place={project} />}
      <Meanwhile form={form} thing={thing} changes={changesOf(PARTS, form.base.value, role)} />
      {shipped || !may("directory:write", project) ? (
        <Meanings permissions={role.permissions} />
      ) : (
        <form class="card narrow" onSubmit={(event) => void submit(event)}>
          <Permissions
            chosen={form.value.permissions}
            choose={(permissions) => form.edit({ permissions })}
            wrong={faultOf(thing.problem, "permissions")}
          />
          <p class="hint">Whoever has this role gains and loses with it. You can add what you have yourself.</p>
          <Refused problem={thing.problem} moved={form.moved} />
          <Save busy={thing.busy} form={form} agreement={agreement} />
        </form>
      )}
      <HeldBy project={project} role={id} />
    </>
  );
}

function NewRole({ project }: { project: string }) {
  const form = formOf(`settings.role.${project}.+`, { id: "", permissions: [] as Permission[] });
  const { id, permissions } = form.value;
  const agreement = useAgreement(project, `settings.role.${project}.+`, form.drop);
  const { busy, problem, run } = useCommand<Role>(`/v1/projects/${project}/roles/${id}`, agreement.edit(null));

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if ((await run({ permissions })) === undefined) return;
    form.drop();
    go(`${rolesOf(project)}/given/${NEW}?role=${id}`);
    announce(`The role ${id} was made. Give it to somebody now.`);
  }

  return (
    <>
      <h1 tabIndex={-1}>Make a role</h1>
      <Lacking to="make roles" permission="directory:write" place={project} />
      {may("directory:write", project) && (
        <form class="card narrow" onSubmit={(event) => void submit(event)}>
          <ShortName problem={problem} field="role" value={id} write={(next) => form.edit({ id: next })} />
          <Permissions
            chosen={permissions}
            choose={(next) => form.edit({ permissions: next })}
            wrong={faultOf(problem, "permissions")}
          />
          {!taken(problem) && <Refused problem={problem} />}
          <Save busy={busy} form={form} agreement={agreement} words="Make it" />
        </form>
      )}
    </>
  );
}

interface Choosing {
  chosen: Permission[];
  choose: (chosen: Permission[]) => void;
  wrong: string | undefined;
}

function Permissions({ chosen, choose, wrong }: Choosing) {
  return (
    <fieldset class="permits">
      <legend>What it lets people do</legend>
      {PERMISSIONS.map((each) => (
        <label key={each} class="tick">
          <input
            type="checkbox"
            checked={chosen.includes(each)}
            onChange={(event) =>
              choose(PERMISSIONS.filter((one) => (one === each ? event.currentTarget.checked : chosen.includes(one))))
            }
          />
          <span>
            <code>{each}</code>
            <small>{MEANINGS[each]}</small>
          </span>
        </label>
      ))}
      <Wrong text={wrong} />
    </fieldset>
  );
}

/** What a role lets people do, where it cannot be changed. */
function Meanings({ permissions }: { permissions: Permission[] }) {
  return (
    <ul class="permits card narrow">
      {permissions.map((each) => (
        <li key={each}>
          <code>{each}</code>
          <small>{MEANINGS[each]}</small>
        </li>
      ))}
    </ul>
  );
}
