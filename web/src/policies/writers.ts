// Who may write the policies of a project. The API says it with what governs a document, whichever that is.
import type { Effective, Environment, Named, Page } from "../api.ts";
import { myId } from "../session/me.ts";
import { useReading, type Reading } from "../ui/reading.ts";

const FRESH_MS = 60_000;

export interface Writers {
  environments: Reading<Page<Environment>>;
  /** Absent until known, and where there is no environment to protect. */
  people: Named[] | undefined;
  /** Whether whoever looks is one of them. */
  mine: boolean;
}

export function useWriters(project: string): Writers {
  const base = `/v1/projects/${project}`;
  const environments = useReading<Page<Environment>>(`${base}/environments`, FRESH_MS);
  const first = environments.value?.items[0]?.id;
  const query = new URLSearchParams({ environment: first ?? "", path: "/any" });
  const effective = useReading<Effective>(first === undefined ? undefined : `${base}/policies/effective?${query}`, FRESH_MS);
  const people = effective.value?.writers;
  return { environments, people, mine: people?.some(({ id }) => id === myId()) === true };
}
