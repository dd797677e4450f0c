import { partOf } from "../settings/addresses.ts";

/** The list of a project's policies, or of the organisation's. */
export function homeOf(project: string): string {
  return `/projects/${partOf(project)}/policies`;
}
