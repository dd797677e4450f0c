// The made-up people and groups: for the settings, and for policies that name them.
import type { Group, Person } from "../src/api.ts";
import { NAMES } from "./memory.ts";

export const person = (id: string) => ({ id, name: NAMES[id] ?? id, kind: "PERSON" as const });

const known = (id: string, name: string, groups: string[], change: Partial<Person> = {}): Person => ({
  id,
  name,
  email: `${id}@example.com`,
  bound: true,
  active: true,
  groups,
  ...change,
});

export const people: Person[] = [
  ...Object.entries(NAMES).map(([id, name]) => known(id, name, id === "dana" ? ["ops"] : ["leads"])),
  known("mira", "Mira Lindqvist", [], { bound: false }),
  known("old", "Otto Left", [], { active: false }),
  ...Array.from({ length: 20 }, (_, n) => known(`guest-${n}`, `Guest ${n}`, [])),
];

export const groups: Group[] = [
  { id: "leads", name: "Payments leads", members: [person("ana"), person("ben")] },
  { id: "ops", name: "Operations", members: [person("dana")] },
];
