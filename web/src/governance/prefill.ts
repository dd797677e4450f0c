// The form of what a request changes, filled in with what it asks for.
import type { Binding, Edit, Environment, Machine, WrittenPolicy } from "../api.ts";
import { fieldsOf as policyFields } from "../policies/form.ts";
import { homeOf } from "../policies/home.ts";
import { draft } from "../session/draft.ts";
import { NEW, projectAt, rolesOf } from "../settings/addresses.ts";
import { givingOf } from "../settings/binding-fields.tsx";
import { fieldsOf as environmentFields } from "../settings/environment-form.ts";
import { ORGANISATION } from "../ui/may.tsx";
import { revised, type Revised } from "./revising.ts";

interface Filled {
  /** Where the form is. */
  address: string;
  /** Where it keeps what is typed. */
  place: string;
  fields: object;
}

/** Leaves what is asked for in the form of its thing, and gives the form's address. */
export function fillIn({ address, place, fields }: Filled, revises: Revised, message: string): string {
  draft(place).write(JSON.stringify({ written: fields }));
  draft(`${place}.why`).write(message);
  revised(place).write(revises);
  return address;
}

/** Undefined where no one form says all that is asked for. */
export function formFor({ type, project, id, change, call }: Edit): Filled | undefined {
  if (call === null || change === "REMOVE") return undefined;
  const fresh = change === "ADD";
  const own = project ?? ORGANISATION;
  const key = fresh ? "+" : id;
  const at = fresh ? NEW : id;
  const body = call.body as object;
  const named = fresh ? { id, ...body } : body;
  switch (type) {
    case "group":
      return { address: `/settings/groups/${at}`, place: `settings.group.${key}`, fields: named };
    case "machine":
      return { address: `/settings/machines/${at}`, place: `settings.machine.${key}`, fields: machineFields(fresh ? id : "", body as MachineBody) };
    case "project":
      return { address: projectAt(at), place: `settings.project.${key}`, fields: named };
    case "environment":
      return {
        address: `${projectAt(own)}/${at}`,
        place: `settings.environment.${own}.${key}`,
        fields: environmentFields({ ...(body as Environment), id }),
      };
    case "role":
      return { address: `${rolesOf(own)}/${at}`, place: `settings.role.${own}.${key}`, fields: named };
    case "binding":
      return { address: `${rolesOf(own)}/given/${at}`, place: `settings.binding.${own}.${key}`, fields: givingOf(body as Binding) };
    case "policy":
      return {
        address: `${homeOf(own)}/${fresh ? "new" : `${id}/edit`}`,
        place: `${own}.policies.${fresh ? "new" : id}`,
        fields: policyFields(body as WrittenPolicy),
      };
    case "person":
    case "destination":
    case "channel":
      return undefined;
  }
}

type MachineBody = Pick<Machine, "name" | "active" | "subject"> & { owners: string[] };

function machineFields(id: string, { name, active, subject, owners }: MachineBody) {
  return { id, name, owners, active, issuer: subject?.issuer ?? "", client: subject?.subject ?? "" };
}
