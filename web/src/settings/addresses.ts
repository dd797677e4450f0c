// Parts of addresses that are no short names: these have no underscore. The server gives the page for letters, digits, _ and - only.
import { ORGANISATION } from "../ui/may.tsx";

/** The form for what is new. */
export const NEW = "_new";
const ALL = "_all";

/** A project's part of an address. */
export function partOf(project: string): string {
  return project === ORGANISATION ? ALL : project;
}

export function projectOf(part: string): string {
  return part === ALL ? ORGANISATION : part;
}

/** Where the roles of a project are, or those of the whole organisation. */
export function rolesOf(project: string): string {
  return `/settings/roles/${partOf(project)}`;
}

/** Where the settings of a project are, or those of the whole organisation; or the form for a new project. */
export function projectAt(project: string): string {
  return `/settings/projects/${partOf(project)}`;
}
