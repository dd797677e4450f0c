import type { Binding, Page, Role } from "../api.ts";
import { me } from "../session/me.ts";
import { plain } from "../format.ts";
import { Badge } from "../ui/badge.tsx";
import { useReading } from "../ui/reading.ts";
import { NEW, rolesOf } from "./addresses.ts";
import { holderOf, nameOf, useHolders, whereOf, type Holder } from "./holders.ts";
import { Listed } from "./listed.tsx";
import { Lacking, may, ORGANISATION } from "../ui/may.tsx";
import { MEANINGS, SHIPPED } from "./permissions.ts";
import { ProjectChoice } from "./project-choice.tsx";

const FRESH_MS = 15_000;

/** Who has which role in a project, and what the roles are. */
export function Roles({ project }: { project: string }) {
  const whole = project === ORGANISATION;
  const writes = may("directory:write", project);
  return (
    <>
      <ProjectChoice of="roles" project={project} organisation={me.value?.organisationAdmin === true} />
      <Lacking to="give or make roles" permission="directory:write" place={project} />
      <Given project={project} writes={writes} />
      {!whole && me.value?.organisationAdmin && <Everywhere />}
      {!whole && <Kinds project={project} writes={writes} />}
    </>
  );
}

function Given({ project, writes }: { project: string; writes: boolean }) {
  const bindings = useReading<Page<Binding>>(`/v1/projects/${project}/bindings`, FRESH_MS);
  const items = bindings.value?.items ?? [];
  return (
    <Listed
      title="Who has which role"
      reading={bindings}
      add={writes ? { href: `${rolesOf(project)}/given/${NEW}`, words: "Give a role" } : undefined}
    >
      {items.length === 0 ? (
        <p class="waiting">
          {project === ORGANISATION ? "Nobody has a role in the whole organisation." : "Nobody has a role in this project alone."}
        </p>
      ) : (
        <BindingRows project={project} bindings={items} writes={writes} />
      )}
    </Listed>
  );
}

interface Lines {
  project: string;
  bindings: Binding[];
  /** Whether they can be changed. */
  writes: boolean;
}

export function BindingRows({ project, bindings, writes }: Lines) {
  const holders = useHolders();
  return (
    <ul class="rows">
      {bindings.map((binding) => (
        <li key={binding.id}>
          <BindingRow
            project={project}
            binding={binding}
            holders={holders}
            href={writes ? `${rolesOf(project)}/given/${binding.id}` : undefined}
          />
        </li>
      ))}
    </ul>
  );
}

interface Line {
  project: string;
  binding: Binding;
  holders: Holder[] | undefined;
  /** Where it is changed; absent for those who may not. */
  href: string | undefined;
}

function BindingRow({ project, binding, holders, href }: Line) {
  const holder = holderOf(binding);
  const words = (
    <>
      <span class="called">
        <span class="title">{nameOf(holder, holders)}</span>
        {holder.kind !== "person" && <Badge tone="quiet">{holder.kind}</Badge>}
      </span>
      <span class="called">
        <span>
          <strong>{binding.role}</strong> in {plain(whereOf(binding, project))}
        </span>
      </span>
    </>
  );
  return href === undefined ? <div class="line">{words}</div> : <a href={href}>{words}</a>;
}

/** What holds here, too, because it holds everywhere. */
function Everywhere() {
  const bindings = useReading<Page<Binding>>(`/v1/projects/${ORGANISATION}/bindings`, FRESH_MS);
  const holders = useHolders();
  const items = bindings.value?.items ?? [];
  if (items.length === 0) return null;
  return (
    <p class="hint">
      From <a href={rolesOf(ORGANISATION)}>the whole organisation</a>:{" "}
      {items.map((each) => `${nameOf(holderOf(each), holders)} is ${each.role}`).join(", ")}.
    </p>
  );
}

function Kinds({ project, writes }: { project: string; writes: boolean }) {
  const roles = useReading<Page<Role>>(`/v1/projects/${project}/roles`, FRESH_MS);
  return (
    <Listed
      title="Roles"
      reading={roles}
      add={writes ? { href: `${rolesOf(project)}/${NEW}`, words: "Make a role" } : undefined}
    >
      <ul class="rows">
        {roles.value?.items.map(({ id, permissions }) => (
          <li key={id}>
            <a href={`${rolesOf(project)}/${id}`}>
              <span class="called">
                <span class="title">{id}</span>
                {SHIPPED.includes(id) && <Badge tone="quiet">shipped</Badge>}
              </span>
              <small class="permissions">
                {permissions.map((each) => (
                  <code key={each} title={MEANINGS[each]}>
                    {each}
                  </code>
                ))}
              </small>
            </a>
          </li>
        ))}
      </ul>
    </Listed>
  );
}
