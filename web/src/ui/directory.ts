// Everybody there is, and the groups they are in: for choosing them, and for calling them by their names.
import type { Group, Page, Person } from "../api.ts";
import type { Problem } from "../client.ts";
import { plain } from "../format.ts";
import { useReading } from "./reading.ts";

const FRESH_MS = 60_000;

export interface Directory {
  people: Person[];
  groups: Group[];
}

/** Absent until both lists were read. */
export function useDirectory(): { directory: Directory | undefined; problem: Problem | undefined; refresh: () => void } {
  const people = useReading<Page<Person>>("/v1/people", FRESH_MS);
  const groups = useReading<Page<Group>>("/v1/groups", FRESH_MS);
  return {
    directory: people.value && groups.value ? { people: people.value.items, groups: groups.value.items } : undefined,
    problem: people.problem ?? groups.problem,
    refresh: () => void Promise.all([people.refresh(), groups.refresh()]),
  };
}

/** By name; by id where the directory has nobody of that id. */
export function nameOfPerson({ people }: Directory, id: string): string {
  const known = people.find((each) => each.id === id);
  return known === undefined ? id : plain(known.name) + (known.active ? "" : " (deactivated)");
}

export function nameOfGroup({ groups }: Directory, id: string): string {
  return plain(groups.find((each) => each.id === id)?.name ?? id);
}

/** The active people among these and in these groups, by name. */
export function members({ people, groups }: Directory, chosen: { people: string[]; groups: string[] }): Person[] {
  const inGroups = groups.filter(({ id }) => chosen.groups.includes(id)).flatMap((each) => each.members.map(({ id }) => id));
  const ids = new Set([...chosen.people, ...inGroups]);
  return people.filter(({ id, active }) => active && ids.has(id)).sort((a, b) => a.name.localeCompare(b.name));
}

/** Through which of these groups somebody is meant. */
export function through({ groups }: Directory, chosen: { groups: string[] }, person: string): Group[] {
  return groups.filter(({ id, members }) => chosen.groups.includes(id) && members.some((each) => each.id === person));
}
