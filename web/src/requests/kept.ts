// Lists of requests that somebody comes back to: each person's own, kept in this browser.
import { signal, type Signal } from "@preact/signals";

export interface KeptList {
  name: string;
  /** The address that shows it. */
  to: string;
}

export interface Kept {
  readonly lists: readonly KeptList[];
  /** Takes the place of what has that name. */
  keep(list: KeptList): void;
  forget(list: KeptList): void;
}

const PLACE = "countersign.lists.";
const people = new Map<string, Signal<KeptList[]>>();

export function keptBy(person: string): Kept {
  const held = people.get(person) ?? signal(read(person));
  people.set(person, held);
  const write = (next: KeptList[]) => {
    held.value = next;
    localStorage.setItem(PLACE + person, JSON.stringify(next));
  };
  const others = ({ name }: KeptList) => held.value.filter((each) => each.name !== name);
  return {
    get lists() {
      return held.value;
    },
    keep: (list) => write([...others(list), list].sort((one, other) => one.name.localeCompare(other.name))),
    forget: (list) => write(others(list)),
  };
}

function read(person: string): KeptList[] {
  try {
    return JSON.parse(localStorage.getItem(PLACE + person) ?? "[]") as KeptList[];
  } catch {
    return [];
  }
}
