// Who may write the policies of a project, and what there is to protect.
import type { Environment, Named, Page, Policies } from "../api.ts";
import { may, ORGANISATION } from "../ui/may.tsx";
import { useReading, type Reading } from "../ui/reading.ts";

const FRESH_MS = 60_000;
/** The organisation itself has none. */
const NONE: Page<Environment> = { items: [], next: null };

export interface Writers {
  environments: Reading<Page<Environment>>;
  /** Absent until known. */
  people: Named[] | undefined;
  /** Whether whoever looks is one of them. */
  mine: boolean;
}

export function useWriters(project: string): Writers {
  return useWritersOf(project, useReading<Policies>(`/v1/projects/${project}/policies`, FRESH_MS));
}

/** The same where the project's policies are read anyway. */
export function useWritersOf(project: string, policies: Reading<Policies>): Writers {
  const whole = project === ORGANISATION;
  const read = useReading<Page<Environment>>(whole ? undefined : `/v1/projects/${project}/environments`, FRESH_MS);
  const environments = whole ? { ...read, value: NONE } : read;
  return { environments, people: policies.value?.writers, mine: may("policies:write", project) };
}
