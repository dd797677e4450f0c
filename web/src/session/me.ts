// Who the API says I am.
import { computed, signal } from "@preact/signals";
import type { Me, MyProject } from "../api.ts";
import { plain } from "../format.ts";
import { live, type Live } from "../live.ts";

const MINUTES_5 = 300_000;
const reading = signal<Live<Me> | undefined>(undefined);

export const me = computed(() => reading.value?.value.value);
export const meProblem = computed(() => reading.value?.problem.value);

export function readMe(): void {
  if (reading.value === undefined) reading.value = live<Me>("/v1/me", () => MINUTES_5);
  else void reading.value.refresh();
}

/** Absent for machines, which have no use for this page. */
export function myId(): string | undefined {
  return me.value?.person?.id;
}

export function project(id: string): MyProject | undefined {
  return me.value?.projects.find((mine) => mine.id === id);
}

/** The projects of whoever looks and, for its admins, the organisation. */
export function places(): Pick<MyProject, "id" | "name" | "roles">[] {
  if (me.value === undefined) return [];
  const { projects, organisationAdmin } = me.value;
  return organisationAdmin ? [...projects, { id: "*", name: "Organisation", roles: ["admin"] }] : projects;
}

/** Whether changes of rules need agreement there. */
export function governanceOf(id: string): MyProject["governance"] | undefined {
  return id === "*" ? me.value?.organisation.governance : project(id)?.governance;
}

/** What a project is called, or the whole organisation. */
export function nameOf(id: string): string {
  return id === "*" ? "Organisation" : plain(project(id)?.name ?? id);
}
