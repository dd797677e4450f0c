import type { Binding, Environment, Page, Permission, Role, Sends } from "../api.ts";
import type { Problem } from "../client.ts";
import { faultOf, TextField } from "../ui/field.tsx";
import type { Form } from "../ui/form.ts";
import { Names } from "../ui/options.tsx";
import { useReading } from "../ui/reading.ts";
import { Wrong } from "../ui/wrong.tsx";
import { holderOf, type Holder, type HolderKind } from "./holders.ts";
import { ORGANISATION } from "../ui/may.tsx";
import { MEANINGS, SHIPPED } from "./permissions.ts";

const FRESH_MS = 60_000;

export interface Giving {
  /** Kind and id with a blank between. */
  holder: string;
  role: string;
  /** Empty for all of them. */
  environment: string;
  path: string;
}

export function ungiven(): Giving {
  return { holder: "", role: "", environment: "", path: "" };
}

export function givingOf(binding: Binding): Giving {
  const { kind, id } = holderOf(binding);
  return { holder: `${kind} ${id}`, role: binding.role, environment: binding.environment ?? "", path: binding.path ?? "" };
}

export function bodyOf({ holder, role, environment, path }: Giving): Sends<"putBinding"> {
  const [kind = "person", id = ""] = holder.split(" ");
  const who = { [kind]: id } as { person: string };
  return { ...who, role, environment: environment || null, path: path || null };
}

const LONGEST = 40;

/** A name for it that says whom it is about, and is never asked for. What makes it the only one of its kind comes last. */
export function newId({ holder, role, environment }: Giving, only: string): string {
  const parts = [holder.split(" ")[1], role, environment].filter(Boolean);
  return `${parts.join("-").slice(0, LONGEST - only.length - 1)}-${only}`.replace(/-+/g, "-").replace(/^-/, "");
}

/** The one that gives the same already. */
export function givenAlready(bindings: readonly Binding[], giving: Giving): Binding | undefined {
  const same = Object.entries(bodyOf(giving));
  return bindings.find((each) => same.every(([part, said]) => each[part as keyof Binding] === said));
}

const KINDS: Record<HolderKind, string> = { person: "People", group: "Groups", machine: "Machines" };

interface Fields {
  project: string;
  form: Form<Giving>;
  problem: Problem | undefined;
  holders: Holder[] | undefined;
}

/** To whom, which role, and where it holds. */
export function GivingFields({ project, form, problem, holders = [] }: Fields) {
  const { holder, role, environment, path } = form.value;
  const whole = project === ORGANISATION;
  return (
    <>
      <label>
        To whom
        <select required value={holder} onChange={(event) => form.edit({ holder: event.currentTarget.value })}>
          <option value="">Choose a person, group or machine</option>
          {(["group", "person", "machine"] as const).map((kind) => (
            <optgroup key={kind} label={KINDS[kind]}>
              {holders
                .filter((each) => each.kind === kind)
                .map(({ id, name }) => (
                  <option key={id} value={`${kind} ${id}`}>
                    {name} ({id})
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
        <Wrong text={faultOf(problem, "person") ?? faultOf(problem, "group") ?? faultOf(problem, "machine")} />
      </label>
      {whole ? (
        <RoleField role={role} roles={SHIPPED.map((id) => ({ id, permissions: [] }))} form={form} problem={problem} />
      ) : (
        <ProjectRoleField project={project} form={form} problem={problem} />
      )}
      {!whole && <EnvironmentField project={project} environment={environment} form={form} problem={problem} />}
      {!whole && (
        <TextField
          label="Only these paths"
          hint="Empty for all. * is one part of a path, ** any: /payments/**"
          pattern="/.*"
          title="Begins with a slash"
          maxLength={512}
          fault={faultOf(problem, "path")}
          value={path}
          write={(next) => form.edit({ path: next })}
        />
      )}
      {whole && <p class="hint">It holds in every project, also in those to come, and for people, groups and machines.</p>}
    </>
  );
}

function ProjectRoleField({ project, form, problem }: Omit<Fields, "holders">) {
  const roles = useReading<Page<Role>>(`/v1/projects/${project}/roles`, FRESH_MS);
  return <RoleField role={form.value.role} roles={roles.value?.items ?? []} form={form} problem={problem} />;
}

interface RoleChoice {
  role: string;
  roles: { id: string; permissions: Permission[] }[];
  form: Form<Giving>;
  problem: Problem | undefined;
}

function RoleField({ role, roles, form, problem }: RoleChoice) {
  const permissions = roles.find(({ id }) => id === role)?.permissions ?? [];
  return (
    <div class="field">
      <label>
        Role
        <select required value={role} onChange={(event) => form.edit({ role: event.currentTarget.value })}>
          <option value="">Choose a role</option>
          {roles.map(({ id }) => (
            <option key={id} value={id}>
              {id}
            </option>
          ))}
          {role !== "" && !roles.some(({ id }) => id === role) && <option value={role}>{role}</option>}
        </select>
        <Wrong text={faultOf(problem, "role")} />
      </label>
      {permissions.length > 0 && (
        <ul class="permits">
          {permissions.map((each) => (
            <li key={each}>
              <small>{MEANINGS[each]}</small>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface EnvironmentChoice {
  project: string;
  environment: string;
  form: Form<Giving>;
  problem: Problem | undefined;
}

function EnvironmentField({ project, environment, form, problem }: EnvironmentChoice) {
  const { value } = useReading<Page<Environment>>(`/v1/projects/${project}/environments`, FRESH_MS);
  const known = [...new Set([...(value?.items.map(({ id }) => id) ?? []), ...(environment === "" ? [] : [environment])])];
  return (
    <label>
      Only in
      <select value={environment} onChange={(event) => form.edit({ environment: event.currentTarget.value })}>
        <option value="">every environment</option>
        <Names of={known} />
      </select>
      <Wrong text={faultOf(problem, "environment")} />
    </label>
  );
}
