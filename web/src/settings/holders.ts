// Who can have a role: people, groups and machines, by their names.
import type { Binding, Machine, Page } from "../api.ts";
import { plain } from "../format.ts";
import { useDirectory } from "../ui/directory.ts";
import { useReading } from "../ui/reading.ts";
import { ORGANISATION } from "../ui/may.tsx";

const FRESH_MS = 60_000;

export type HolderKind = "person" | "group" | "machine";

export interface Holder {
  kind: HolderKind;
  id: string;
  name: string;
}

/** Absent until they were all read. */
export function useHolders(): Holder[] | undefined {
  const { directory } = useDirectory();
  const machines = useReading<Page<Machine>>("/v1/machines", FRESH_MS).value?.items;
  if (directory === undefined || machines === undefined) return undefined;
  return [...named("group", directory.groups), ...named("person", directory.people), ...named("machine", machines)];
}

function named(kind: HolderKind, items: { id: string; name: string }[]): Holder[] {
  return items.map(({ id, name }) => ({ kind, id, name: plain(name) }));
}

/** Who has the role. */
export function holderOf(binding: Binding): { kind: HolderKind; id: string } {
  if (binding.person !== undefined) return { kind: "person", id: binding.person };
  if (binding.group !== undefined) return { kind: "group", id: binding.group };
  return { kind: "machine", id: binding.machine ?? "" };
}

export function nameOf({ kind, id }: { kind: HolderKind; id: string }, holders: Holder[] | undefined): string {
  return holders?.find((each) => each.kind === kind && each.id === id)?.name ?? id;
}

/** Where a role holds, as it is read. */
export function whereOf({ environment, path }: Pick<Binding, "environment" | "path">, project: string): string {
  if (environment === null && path === null) return project === ORGANISATION ? "the whole organisation" : "the whole project";
  return [environment ?? "every environment", ...(path === null ? [] : [path])].join(" ");
}
