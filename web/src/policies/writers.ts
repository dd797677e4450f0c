// Who may write the policies of a project, and what there is to protect.
import type { Environment, Named, Page, Policies } from "../api.ts";
import { may } from "../ui/may.tsx";
import { useReading, type Reading } from "../ui/reading.ts";

const FRESH_MS = 60_000;

export interface Writers {
  environments: Reading<Page<Environment>>;
  /** Absent until known. */
  people: Named[] | undefined;
  /** Whether whoever looks is one of them. */
  mine: boolean;
}

export function useWriters(project: string): Writers {
  const base = `/v1/projects/${project}`;
  const environments = useReading<Page<Environment>>(`${base}/environments`, FRESH_MS);
  const policies = useReading<Policies>(`${base}/policies`, FRESH_MS);
  return { environments, people: policies.value?.writers, mine: may("policies:write", project) };
}
