// What a typed part of a name finds.
import { count, plain } from "../format.ts";
import type { Directory } from "./directory.ts";

export interface Chosen {
  people: string[];
  groups: string[];
}

/** Somebody, or a group, who could be chosen. */
export interface Choice {
  of: keyof Chosen;
  id: string;
  name: string;
  about: string;
}

/** More than this is not looked through, but typed for. */
const MOST = 8;

/** The first of those who could be chosen besides: groups, then active people; and how many more there are. */
export function found({ people, groups }: Directory, chosen: Chosen, typed: string): { choices: Choice[]; more: number } {
  const part = typed.trim().toLowerCase();
  const all: Choice[] = [
    ...groups.map(({ id, name, members }): Choice => {
      return { of: "groups", id, name: plain(name), about: `group ${id}, ${count(members.length, "member")}` };
    }),
    ...people.flatMap(({ id, name, active }): Choice[] => {
      return active ? [{ of: "people", id, name: plain(name), about: id }] : [];
    }),
  ].filter(({ of, id, name }) => !chosen[of].includes(id) && `${name} ${id}`.toLowerCase().includes(part));
  return { choices: all.slice(0, MOST), more: Math.max(0, all.length - MOST) };
}

/** The next place in a list that goes round; nowhere yet is before its beginning. */
export function moved(at: number | undefined, key: "ArrowDown" | "ArrowUp", length: number): number | undefined {
  if (length === 0) return undefined;
  if (at === undefined) return key === "ArrowDown" ? 0 : length - 1;
  return (at + (key === "ArrowDown" ? 1 : length - 1)) % length;
}
